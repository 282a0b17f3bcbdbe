import * as vscode from 'vscode';
import { CONVERT, type ConvertResult } from '../protocol/requests';
import type { Session } from './session';

/** Opens the definition in hand in the other format, in an editor of its own: nothing is written over. */
export function registerConvert(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('orchestrationLens.convertFormat', async () => {
    const document = vscode.window.activeTextEditor?.document;
    const client = await session.client();
    const result =
      document && (await client.sendRequest<ConvertResult | null>(CONVERT, { uri: document.uri.toString() }));
    if (!result) {
      await vscode.window.showInformationMessage(
        'This file is not a state machine of its own, or its text cannot be read.',
      );
      return;
    }
    const converted = await vscode.workspace.openTextDocument({
      language: result.languageId,
      content: result.text,
    });
    await vscode.window.showTextDocument(converted, vscode.ViewColumn.Beside);
    if (result.lost.length > 0) await vscode.window.showInformationMessage(result.lost.join(' '));
  });
}
