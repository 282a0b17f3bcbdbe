import * as vscode from 'vscode';
import { CREATE_SCAFFOLD_COMMAND, type ScaffoldRequest } from '../../protocol/scaffold';
import { createScaffold } from './create';
import { insertScaffold } from './insert';

/** The command behind "Create files…" and "Insert", in the palette, the picker and the guide. */
export function registerScaffolds({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(CREATE_SCAFFOLD_COMMAND, (request: ScaffoldRequest = {}) =>
    request.how === 'insert' ? insertScaffold(extensionUri, request) : createScaffold(extensionUri, request),
  );
}
