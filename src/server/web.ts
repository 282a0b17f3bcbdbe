import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { ServerOptions } from '../protocol/requests';
import { startServer } from './server';

const worker = self as unknown as Worker;

startServer(
  createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)),
  ({ initializationOptions }) => {
    const { assets = '.' } = (initializationOptions ?? {}) as ServerOptions;
    return async (name) => {
      const response = await fetch(`${assets}/${name}`);
      if (!response.ok) throw new Error(`"${name}" is answered with ${response.status}.`);
      return new Uint8Array(await response.arrayBuffer());
    };
  },
);
