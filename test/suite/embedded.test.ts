import * as vscode from 'vscode';
import { deepEqual, equal, eventually, ok } from './assert';
import { completion, openFile, openText, positionOf, type } from './editor';

const TEMPLATE = `Resources:
  Flow:
    Type:   AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
        {"StartAt":"A",
        "States":{"A":{"Type":"Succeed"}}}
`;

describe('inside of templates', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('completion in jsonencode writes Terraform', async () => {
    const editor = await openFile('orders.tf');
    const { document } = editor;
    await type(editor, 'Next = "Save"', '');
    const at = positionOf(document, 'Seconds = 5').translate(1);
    const { insertText } = (await completion(document, at, 'End')).item;
    equal(insertText instanceof vscode.SnippetString && insertText.value, 'End = true');
  });

  it('a definition is laid out by command, and the template stays', async () => {
    const editor = await openText('yaml', TEMPLATE);
    const { document } = editor;
    const at = positionOf(document, 'StartAt');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('orchestrationLens.formatDefinition');
    await eventually(
      () => document.lineCount,
      (count) => count > 9,
    );
    ok(document.getText().startsWith(TEMPLATE.slice(0, TEMPLATE.indexOf('        {'))));
    deepEqual(document.getText().split('\n').slice(5, 9), [
      '        {',
      '          "StartAt": "A",',
      '          "States": {',
      '            "A": {',
    ]);
  });

  it('a definition that is yet to begin is offered as a whole', async () => {
    const begun = TEMPLATE.slice(0, TEMPLATE.indexOf('DefinitionString')) + 'Definition:\n        ';
    for (const [language, text] of [
      ['asl', ''],
      ['asl-yaml', ''],
      ['yaml', begun],
    ]) {
      const { document } = await openText(language, text);
      await completion(document, document.positionAt(text.length), 'state machine in JSONata');
    }
  });

  it('a substitution is renamed in the definition and in the template', async () => {
    const { document } = await openFile('shop/flows/pack.asl.json');
    const edit = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          positionOf(document, 'CheckStockArn', 3),
          'StockArn',
        ),
      ({ size }) => size === 2,
    );
    deepEqual(
      edit
        .entries()
        .map(([file, edits]) => [file.path.split('/').pop(), edits.map(({ newText }) => newText)]),
      [
        ['template.yaml', ['StockArn']],
        ['pack.asl.json', ['StockArn']],
      ],
    );
  });
});
