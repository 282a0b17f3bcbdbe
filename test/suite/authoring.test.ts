import * as vscode from 'vscode';
import { deepEqual, equal, eventually, ok } from './assert';
import { completion, openText, positionOf } from './editor';

/** Opens a file of the suite's workspace. */
async function open(path: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no workspace folder');
  const document = await vscode.workspace.openTextDocument(
    vscode.Uri.joinPath(folder.uri, ...path.split('/')),
  );
  await vscode.window.showTextDocument(document);
  return document;
}

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** Runs a provider until it says something that is accepted; the workspace is read in the background. */
function ask<T>(accept: (answer: T) => unknown, command: string, ...words: unknown[]): Promise<T> {
  return eventually(() => vscode.commands.executeCommand<T>(command, ...words), accept);
}

const PACK = 'shop/flows/pack.asl.json';

describe('navigation', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes from a task to the handler of its function and to the resource', async () => {
    const document = await open(PACK);
    const links = await ask<(vscode.Location | vscode.LocationLink)[]>(
      (found) => found.length >= 2,
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'CheckStockArn', 3),
    );
    const files = links.map((link) => nameOf('targetUri' in link ? link.targetUri : link.uri));
    deepEqual(files.sort(), ['stock.py', 'template.yaml']);
  });

  it('finds the tasks that call a handler', async () => {
    const document = await open('shop/src/stock.py');
    const found = await ask<vscode.Location[]>(
      (places) => places.some(({ uri }) => nameOf(uri) === 'pack.asl.json'),
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'handler', 2),
    );
    ok(found.some(({ uri }) => nameOf(uri) === 'template.yaml'));
  });

  it('finds what names a resource of a template, each place once', async () => {
    const { document } = await openText(
      'yaml',
      'Resources:\n  Work:\n    Type: AWS::Lambda::Function\n    Properties: { Handler: a.b }\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A: { Type: Task, Resource: !GetAtt Work.Arn, End: true }\nOutputs:\n  Name: { Value: !Ref Work }\n',
    );
    const found = await ask<vscode.Location[]>(
      (places) => places.length >= 3,
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'Work:', 1),
    );
    deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['Work', 'Work.Arn', 'Work'],
    );
  });

  it('links a template to the definition in a file', async () => {
    const document = await open('shop/template.yaml');
    const links = await ask<vscode.DocumentLink[]>(
      (found) => found.some(({ target }) => target && nameOf(target) === 'pack.asl.json'),
      'vscode.executeLinkProvider',
      document.uri,
    );
    const link = links.find(({ target }) => target && nameOf(target) === 'pack.asl.json');
    equal(document.getText(link?.range), 'flows/pack.asl.json');
  });

  it('shows who starts a machine', async () => {
    const document = await open(PACK);
    const [item] = await ask<vscode.CallHierarchyItem[]>(
      (found) => found.length > 0,
      'vscode.prepareCallHierarchy',
      document.uri,
      positionOf(document, 'StartAt'),
    );
    equal(item.name, 'Pack');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    deepEqual(
      calls.map(({ from }) => from.name),
      ['Ship'],
    );
  });

  it('goes from a call of the AWS SDK to the machine that it starts', async () => {
    const { document } = await openText(
      'yaml',
      'Resources:\n  Outer:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: Start\n        States:\n          Start:\n            Type: Task\n            Resource: arn:aws:states:::aws-sdk:sfn:startExecution\n            Parameters:\n              StateMachineArn: !Ref Inner\n            End: true\n  Inner:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: inner.asl.json\n',
    );
    const item = await ask<vscode.CallHierarchyItem[]>(
      (found) => found.length > 0,
      'vscode.prepareCallHierarchy',
      document.uri,
      positionOf(document, 'StartAt', 2),
    );
    const calls = await ask<vscode.CallHierarchyOutgoingCall[]>(
      (found) => found.length > 0,
      'vscode.provideOutgoingCalls',
      item[0],
    );
    deepEqual(
      calls.map(({ to }) => to.name),
      ['Inner'],
    );
  });

  it('finds states of the whole workspace by name', async () => {
    await open(PACK);
    const symbols = await ask<vscode.SymbolInformation[]>(
      (found) => found.some(({ name }) => name === 'Wait for a box'),
      'vscode.executeWorkspaceSymbolProvider',
      'waitforabox',
    );
    ok(symbols.some(({ location }) => nameOf(location.uri) === 'pack.asl.json'));
  });
});

describe('reading aids', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('count transitions and fill gaps in as hints', async () => {
    const document = await open(PACK);
    const label = ({ label: text }: vscode.InlayHint): string =>
      typeof text === 'string' ? text : text.map(({ value }) => value).join('');
    const hints = await ask<vscode.InlayHint[]>(
      (found) => found.some((hint) => label(hint) === '= CheckStock.Arn'),
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    ok(
      hints.some((hint) => label(hint) === '3 transitions'),
      hints.map(label).join(', '),
    );
  });

  it('say above a machine who starts it, unless they are switched off', async () => {
    const document = await open(PACK);
    const titles = async (): Promise<string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        20,
      );
      return lenses.map(({ command }) => command?.title ?? '');
    };
    await eventually(titles, (found) => found.includes('Started by Ship'));
    const settings = vscode.workspace.getConfiguration('orchestrationLens');
    await settings.update('codeLenses', { callers: false }, vscode.ConfigurationTarget.Global);
    try {
      const left = await eventually(titles, (found) => !found.includes('Started by Ship'));
      ok(left.includes('1 transition leads here'), left.join(', '));
    } finally {
      await settings.update('codeLenses', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('colour names of states in a template', async () => {
    const document = await open('shop/template.yaml');
    const tokens = await ask<vscode.SemanticTokens | undefined>(
      (found) => (found?.data.length ?? 0) > 0,
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const [line, start, length] = tokens?.data ?? [];
    equal(document.getText(new vscode.Range(line, start, line, start + length)), 'Pack first');
  });

  it('fold the states inside a template', async () => {
    const document = await open('shop/template.yaml');
    const { line } = positionOf(document, 'Pack first:');
    await ask<vscode.FoldingRange[]>(
      (found) => found.some(({ start }) => start === line),
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
  });
});

describe('typing', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('shows the parameters of an intrinsic function', async () => {
    const document = await open(PACK);
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
    const document = await open(PACK);
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
    const edits = await ask<vscode.TextEdit[] | undefined>(
      (found) => (found?.length ?? 0) > 0,
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      new vscode.Position(2, 0),
      '\n',
      { tabSize: 2, insertSpaces: true },
    );
    equal(edits?.[0].newText, ' ');
  });

  it('lays out what a bracket closes, behind another bracket too', async () => {
    const { document } = await openText('asl', '{\n  "States": {"A":{"Type": "Succeed"}}\n}\n');
    const edits = await ask<vscode.TextEdit[] | undefined>(
      (found) => (found?.length ?? 0) > 0,
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      document.lineAt(1).range.end,
      '}',
      { tabSize: 2, insertSpaces: true },
    );
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
    const document = await open(PACK);
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
