import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { activateWith } from './activate';

/** Entry of vscode.dev, where an extension is one file. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, (options) => connectTo(context, options));
}

/** A client for either host: the desktop's entry reads this file when the server is started. */
export async function connectTo(
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  const host = 'importScripts' in globalThis ? await import('./web') : await import('./node');
  return host.connectTo(context, options);
}
