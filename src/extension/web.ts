import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import type { ServerOptions } from '../protocol/requests';

/** The client of vscode.dev, whose server is a web worker. */
export function connectTo(context: vscode.ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const worker = new Worker(vscode.Uri.joinPath(dist, 'server.js').toString(true));
  const { timeZone } = options.initializationOptions as ServerOptions;
  const initializationOptions: ServerOptions = { timeZone, assets: dist.toString(true) };
  return new LanguageClient('orchestrationLens', 'Orchestration Lens', worker, {
    ...options,
    initializationOptions,
  });
}
