import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';

/** Entry of vscode.dev: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js');
  activateWith(context, (options) => {
    const worker = new Worker(script.toString(true));
    return new LanguageClient('orchestrationLens', 'Orchestration Lens', worker, options);
  });
}
