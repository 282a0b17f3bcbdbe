import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { ServerOptions } from '../protocol/requests';
import { activateWith } from './activate';

/** Entry of vscode.dev: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): void {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const script = vscode.Uri.joinPath(dist, 'web', 'server.js');
  const initializationOptions: ServerOptions = { assets: dist.toString(true) };
  activateWith(context, (options) => {
    const worker = new Worker(script.toString(true));
    return new LanguageClient('orchestrationLens', 'Orchestration Lens', worker, {
      ...options,
      initializationOptions,
    });
  });
}
