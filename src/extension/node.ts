import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { SERVER_MEMORY } from './serverMemory';

/** The client of the desktop, whose server is a Node process of its own. */
export function connectTo(context: vscode.ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [...SERVER_MEMORY] } };
  const debug = { ...run, options: { execArgv: [...SERVER_MEMORY, '--nolazy', '--inspect=6009'] } };
  return new LanguageClient('orchestrationLens', 'Orchestration Lens', { run, debug }, options);
}
