import * as vscode from 'vscode';
import { equal } from './assert';
import { findings, openFile, ruleOf, type } from './editor';

describe('templates', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('of Terraform are read, and the definition in them is judged', async () => {
    const editor = await openFile('orders.tf');
    await type(editor, 'Next = "Save"', 'Next = "Sace"');
    const wrong = (found: vscode.Diagnostic[]): vscode.Diagnostic | undefined =>
      found.find((one) => ruleOf(one) === 'asl/unknown-target');
    const found = await findings(editor.document, (all) => wrong(all) !== undefined);
    equal(editor.document.getText(wrong(found)?.range), '"Sace"');
  });
});
