import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { FIND_FILES, READ_FILE } from '../../src/protocol/requests';
import { startServer } from '../../src/server/server';
import { readAsset } from './assets';

/** A language server in this process, spoken to as an editor does. */
export interface TestServer {
  readonly client: ProtocolConnection;
  readonly result: InitializeResult;
  /** Opens a text and gives its URI. */
  open(name: string, text: string, languageId?: string): Promise<string>;
  dispose(): void;
}

export interface ServerOptions {
  /** What the editor's settings say. */
  readonly settings?: Record<string, unknown>;
  /** Files of the workspace folder by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** False for an editor that waits for diagnostics to be pushed. */
  readonly pulls?: boolean;
}

const FOLDER = 'memfs:/workspace';

/** Starts a server on a pair of streams and initializes it. */
export async function startTestServer(options: ServerOptions = {}): Promise<TestServer> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  startServer(server, () => readAsset);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onRequest(
    READ_FILE,
    ({ uri }: { uri: string }) => options.files?.[uri.replace(`${FOLDER}/`, '')] ?? null,
  );
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => options.settings ?? null),
  );
  client.onRequest(FIND_FILES, () => Object.keys(options.files ?? {}).map((name) => `${FOLDER}/${name}`));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.listen();
  const result = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: FOLDER, name: 'workspace' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
      textDocument: options.pulls === false ? {} : { diagnostic: {} },
    },
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    result,
    open: async (name, text, languageId = 'asl') => {
      const uri = new URL(name, `${FOLDER}/`).href;
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      return uri;
    },
    dispose: () => {
      client.dispose();
      server.dispose();
    },
  };
}
