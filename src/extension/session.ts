import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentDiagnosticRequest } from 'vscode-languageclient';
import { clientOptions, startClient, type ClientFactory } from './client';

// Its value by name, so that the library is not loaded for it.
const DIAGNOSTICS: typeof DocumentDiagnosticRequest.method = 'textDocument/diagnostic';

/** The language server's life in this window: started once, restarted on demand, ended with the extension. */
export class Session implements vscode.Disposable {
  readonly output: vscode.LogOutputChannel;
  readonly #create: ClientFactory;
  readonly #changed = new vscode.EventEmitter<SessionState>();
  readonly onDidChangeState = this.#changed.event;
  #running: Promise<BaseLanguageClient> | undefined;

  constructor(create: ClientFactory) {
    this.#create = create;
    this.output = vscode.window.createOutputChannel('Orchestration Lens', { log: true });
  }

  /** The client when it is ready; the first to ask starts it. */
  client(): Promise<BaseLanguageClient> {
    return (this.#running ??= this.#start());
  }

  async restart(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    // A server that did not start needs no stop.
    await running?.then((client) => client.dispose()).catch(() => undefined);
    await this.client();
  }

  /** Has the open documents judged again, for instance when another extension's findings changed. */
  async refreshDiagnostics(): Promise<void> {
    const client = await this.client();
    const provider = client.getFeature(DIAGNOSTICS);
    for (const document of vscode.workspace.textDocuments) {
      provider.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    }
  }

  async #start(): Promise<BaseLanguageClient> {
    this.#changed.fire('starting');
    try {
      const client = await this.#create(clientOptions(this.output));
      await startClient(client);
      this.#changed.fire('ready');
      return client;
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.#changed.fire('failed');
      throw error;
    }
  }

  dispose(): void {
    void this.#running?.then((client) => client.dispose()).catch(() => undefined);
    this.#changed.dispose();
    this.output.dispose();
  }
}

export type SessionState = 'starting' | 'ready' | 'failed';
