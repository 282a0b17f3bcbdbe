import type * as vscode from 'vscode';
import { activateWith } from './activate';

/** Entry of the desktop: what connects to the server is a file of its own, read when the server is started. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (options) => (await import('./main')).connectTo(context, options));
}
