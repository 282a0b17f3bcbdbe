import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { findings, ruleOf, type } from './editor';

describe('templates', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('of Terraform are read, and the definition in them is judged', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no workspace folder');
    const uri = vscode.Uri.joinPath(folder.uri, 'orders.tf');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await type(editor, 'Next = "Save"', 'Next = "Sace"');
    const wrong = (found: vscode.Diagnostic[]): vscode.Diagnostic | undefined =>
      found.find((one) => ruleOf(one) === 'asl/unknown-target');
    const found = await findings(editor.document, (all) => wrong(all) !== undefined);
    equal(editor.document.getText(wrong(found)?.range), '"Sace"');
  });
});
