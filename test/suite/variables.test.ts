import * as vscode from 'vscode';
import { deepEqual, equal, eventually, ok } from './assert';
import { completion, openText, positionOf } from './editor';

const MACHINE = `QueryLanguage: JSONata
StartAt: Load
States:
  Load:
    Type: Pass
    Assign:
      total: 1
    Next: Add
  Add:
    Type: Pass
    Assign:
      total: "{% $total + 1 %}"
    Next:
  Done:
    Type: Succeed
    Output: "{% $total %}"
`;

describe('variables', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('lead from their sign to every assignment', async () => {
    const { document } = await openText('asl-yaml', MACHINE);
    const links = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          positionOf(document, '$total %}'),
        ),
      (found) => found.length > 0,
    );
    const lines = links.map(({ targetRange }) => document.lineAt(targetRange.start).text.trim());
    deepEqual(lines, ['total: 1', 'total: "{% $total + 1 %}"']);
  });

  it('are renamed to a word that YAML takes for something else', async () => {
    const { document } = await openText('asl-yaml', MACHINE);
    const edit = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          positionOf(document, 'total: 1', 2),
          'n',
        ),
      (found) => found.size > 0,
    );
    ok(await vscode.workspace.applyEdit(edit));
    const expected = MACHINE.replaceAll('$total', '$n').replaceAll(/^( +)total:/gm, '$1"n":');
    equal(document.getText(), expected);
  });

  it('stand beside states that are offered right behind a colon', async () => {
    const { document } = await openText('asl-yaml', MACHINE);
    const { item } = await completion(document, positionOf(document, 'Next:\n', 5), 'Done');
    const text = item.insertText;
    equal(typeof text === 'object' ? text.value : text, ' Done');
  });

  it('are offered as whole expressions where a value is to stand', async () => {
    const { document } = await openText('asl-yaml', MACHINE.replace('Output: "{% $total %}"', 'Output: '));
    const { item } = await completion(document, positionOf(document, 'Output: ', 8), '{% $total %}');
    const text = item.insertText;
    equal(typeof text === 'object' ? text.value : text, '"{% \\$total %\\}"');
  });
});
