import type * as vscode from 'vscode';
import { activateWith } from './activate';
import type { ClientFactory } from './client';

/** Entry of the desktop and of the web: what connects to the server is loaded when the server is started. */
export function activate(context: vscode.ExtensionContext): void {
  const connect: ClientFactory = async (options) => {
    const { connectTo } = 'importScripts' in globalThis ? await import('./web') : await import('./node');
    return connectTo(context, options);
  };
  activateWith(context, connect);
}
