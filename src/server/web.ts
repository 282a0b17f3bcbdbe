import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server';

const worker = self as unknown as Worker;

startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)));
