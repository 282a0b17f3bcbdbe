import * as vscode from 'vscode';
import { canStandIn } from './embedding';

/** Puts a text at the cursor of the text editor that is visible; where it cannot stand there, in a new file of its language. */
export async function insertText(text: string, language: string): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  if (!editor || !canStandIn(editor.document.languageId, language)) {
    const document = await vscode.workspace.openTextDocument({ language, content: text });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    return;
  }
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  // As a snippet VS Code fits the indentation to the cursor's line; `$` and braces are text.
  await shown.insertSnippet(new vscode.SnippetString().appendText(text));
}
