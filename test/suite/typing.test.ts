import * as vscode from 'vscode';
import { deepEqual, equal, eventually, ok } from './assert';
import { ask, completion, openFile, openText, positionOf } from './editor';

const PACK = 'shop/flows/pack.asl.json';

describe('typing', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('shows the parameters of an intrinsic function', async () => {
    const { document } = await openFile(PACK);
    const help = await ask<vscode.SignatureHelp | undefined>(
      Boolean,
      'vscode.executeSignatureHelpProvider',
      document.uri,
      positionOf(document, ', $.id)', 2),
    );
    ok(help);
    ok(help.signatures[0].label.startsWith('States.Format('), help.signatures[0].label);
    equal(help.activeParameter, 1);
  });

  it('offers the names that the template fills in', async () => {
    const { document } = await openFile(PACK);
    await completion(document, positionOf(document, 'CheckStockArn'), 'CheckStockArn');
  });

  it('lays a definition out, once and for all', async () => {
    const { document } = await openText('asl', '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}');
    const format = (): Thenable<vscode.TextEdit[] | undefined> =>
      vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {
        tabSize: 2,
        insertSpaces: true,
      });
    const edits = await eventually(format, (found) => (found?.length ?? 0) > 0);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits ?? []);
    ok(await vscode.workspace.applyEdit(edit));
    equal(document.lineAt(1).text, '  "StartAt": "A",');
    const again = await format();
    equal(again?.length ?? 0, 0);
  });

  it('lays a line out when it is left', async () => {
    const { document } = await openText('asl', '{\n  "StartAt":"A",\n\n  "States": {}\n}\n');
    const edits = await typed(document, new vscode.Position(2, 0), '\n');
    equal(edits?.[0].newText, ' ');
  });

  it('lays out what a bracket closes, behind another bracket too', async () => {
    const { document } = await openText('asl', '{\n  "States": {"A":{"Type": "Succeed"}}\n}\n');
    const edits = await typed(document, document.lineAt(1).range.end, '}');
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits ?? []);
    ok(await vscode.workspace.applyEdit(edit));
    equal(document.lineAt(1).text, '  "States": { "A": { "Type": "Succeed" } }');
  });

  it('changes a name at every place while it is typed', async () => {
    const { document } = await openText(
      'asl',
      '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Next": "Bee" },\n    "Bee": { "Type": "Succeed" }\n  }\n}\n',
    );
    const { line, character } = positionOf(document, '"Bee": {', 2);
    // The editor has no public command for this provider; its own takes places that count from 1.
    const found = await ask<{ readonly ranges: readonly { readonly startLineNumber: number }[] } | undefined>(
      (answer) => answer?.ranges.length === 2,
      '_executeLinkedEditingProvider',
      document.uri,
      { lineNumber: line + 1, column: character + 1 },
    );
    deepEqual(
      found?.ranges.map(({ startLineNumber }) => startLineNumber),
      [4, 5],
    );
  });

  it('grows a selection over a state', async () => {
    const { document } = await openFile(PACK);
    const [range] = await ask<vscode.SelectionRange[]>(
      (found) => found.length > 0 && found[0].parent !== undefined,
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [positionOf(document, 'CheckStockArn')],
    );
    const grown: string[] = [];
    for (let at: vscode.SelectionRange | undefined = range; at; at = at.parent)
      grown.push(document.getText(at.range));
    ok(
      grown.some((text) => /^"Check stock": \{[^]*\}$/.test(text)),
      grown.join('\n---\n'),
    );
  });
});

/** The edits that follow when a character has been typed before a position. */
function typed(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  character: string,
): Promise<vscode.TextEdit[] | undefined> {
  return ask<vscode.TextEdit[] | undefined>(
    (found) => (found?.length ?? 0) > 0,
    'vscode.executeFormatOnTypeProvider',
    uri,
    position,
    character,
    { tabSize: 2, insertSpaces: true },
  );
}
