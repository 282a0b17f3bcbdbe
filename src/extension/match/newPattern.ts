import * as vscode from 'vscode';

/** Opens a pattern with its usual fields, and asks at once for the source. */
export async function newPattern(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'eventpattern' });
  const editor = await vscode.window.showTextDocument(document);
  const pattern = new vscode.SnippetString(
    '{\n\t"source": ["$1"],\n\t"detail-type": ["$2"],\n\t"detail": {\n\t\t$0\n\t}\n}\n',
  );
  await editor.insertSnippet(pattern);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
