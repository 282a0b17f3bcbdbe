import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';

/** Entry of the desktop: the server is a Node process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  activateWith(context, (options) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('orchestrationLens', 'Orchestration Lens', { run, debug }, options);
  });
}
