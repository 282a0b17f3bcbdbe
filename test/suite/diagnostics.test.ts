import * as vscode from 'vscode';
import { deepEqual, equal, eventually, ok } from './assert';
import { completion, findings, openText, positionOf, ruleOf, type } from './editor';

const MACHINE = `{
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Wait", "Seconds": 9, "Next": "Save" },
    "Save": { "Type": "Succeed" }
  }
}
`;

const YAML = 'StartAt: Load\nStates:\n  Load:\n    Type: Pass\n    End: true\n';

describe('findings', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('appear when a target is broken and go when it is mended', async () => {
    const editor = await openText('asl', MACHINE);
    await type(editor, '"Save" }', '"Sace" }');
    const [found] = await findings(editor.document);
    equal(ruleOf(found), 'asl/unknown-target');
    equal(editor.document.getText(found.range), '"Sace"');
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    await type(editor, '"Sace" }', '"Save" }');
    await findings(editor.document, (left) => left.length === 0);
  });

  it('are not told twice where another extension tells of an error, unless both are wanted', async () => {
    const { document } = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    const [found] = await findings(document);
    const others = vscode.languages.createDiagnosticCollection('another extension');
    const settings = vscode.workspace.getConfiguration('orchestrationLens');
    const hide = (value?: boolean) =>
      settings.update('hideDuplicates', value, vscode.ConfigurationTarget.Global);
    try {
      const error = new vscode.Diagnostic(found.range, 'There is no such state.');
      error.source = 'another extension';
      others.set(document.uri, [error]);
      await findings(document, (left) => left.length === 0);
      await hide(false);
      equal(ruleOf((await findings(document))[0]), 'asl/unknown-target');
    } finally {
      await hide(undefined);
      others.dispose();
    }
    equal(ruleOf((await findings(document))[0]), 'asl/unknown-target');
  });

  it('are mended by a quick fix in one step that can be undone', async () => {
    const editor = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    const { document } = editor;
    const [found] = await findings(document);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to "Save"');
    ok(fix?.edit, 'no quick fix');
    equal(fix.isPreferred, true);
    ok(await vscode.workspace.applyEdit(fix.edit));
    ok(document.getText().includes('"Next": "Save"'));
    await vscode.commands.executeCommand('undo');
    ok(document.getText().includes('"Next": "Sace"'));
  });

  it('are found in any JSON file that is visibly a state machine', async () => {
    const { document } = await openText('json', MACHINE.replace('"StartAt": "Load"', '"StartAt": "Lod"'));
    equal(ruleOf((await findings(document))[0]), 'asl/unknown-target');
  });

  it('are found in the requirements of an Airflow environment', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder.uri, 'requirements.txt'),
    );
    await vscode.window.showTextDocument(document);
    const [found] = await findings(document);
    equal(ruleOf(found), 'mwaa/requirements-unpinned');
    equal(document.getText(found.range), 'apache-airflow-providers-snowflake');
  });

  it('are switched off by the settings', async () => {
    const { document } = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    await findings(document);
    const settings = vscode.workspace.getConfiguration('orchestrationLens');
    await settings.update('rules', { 'asl/unknown-target': 'off' }, vscode.ConfigurationTarget.Global);
    try {
      await findings(document, (left) => left.length === 0);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await findings(document);
  });

  it('are not repeated where another extension reports an error', async () => {
    const { document } = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    const [found] = await findings(document);
    const others = vscode.languages.createDiagnosticCollection('another');
    try {
      const twin = new vscode.Diagnostic(
        found.range,
        'Nothing is called "Sace".',
        vscode.DiagnosticSeverity.Error,
      );
      others.set(document.uri, [twin]);
      await findings(document, (left) => left.length === 0);
    } finally {
      others.dispose();
    }
    await findings(document);
  });

  it('lead to the page of their rule', async () => {
    const { document } = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    const [{ code }] = await findings(document);
    const target = typeof code === 'object' ? code.target : undefined;
    equal(target?.scheme, 'command');
    await vscode.commands.executeCommand('orchestrationLens.showRule', 'asl/unknown-target');
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await eventually(tabs, (labels) => labels.some((label) => label.includes('unknown-target')));
  });

  it('come back after a restart of the server', async () => {
    const { document } = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    await findings(document);
    await vscode.commands.executeCommand('orchestrationLens.restartServer');
    await findings(document);
  });

  it('stay away from files that are none of ours', async () => {
    const { document } = await openText('json', '{ "name": "x", "States": [1, 2] }');
    const other = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": "Sace"'));
    await findings(other.document);
    await findings(document, (left) => left.length === 0);
  });
});

describe('reading a definition', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('explains what is under the cursor', async () => {
    const { document } = await openText('asl-yaml', YAML);
    const hovers = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          positionOf(document, 'Type', 1),
        ),
      (found) => found.length > 0,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
      .join('\n');
    ok(text.startsWith('**Type** ·'), text);
  });

  it('goes to the state that a target names', async () => {
    const { document } = await openText('asl', MACHINE);
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '"Save" }', 2),
    );
    const [link] = links;
    const range = 'targetUri' in link ? (link.targetSelectionRange ?? link.targetRange) : link.range;
    equal(document.getText(range), '"Save"');
  });

  it('shows the states in the outline', async () => {
    const { document } = await openText('asl', MACHINE);
    const symbols = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      // Another provider, that of JSON, may know the file as well.
      (found) => found?.some(({ detail }) => detail === 'Wait'),
    );
    deepEqual(
      symbols?.filter(({ detail }) => detail !== '').map(({ name, detail }) => [name, detail]),
      [
        ['Load', 'Wait'],
        ['Save', 'Succeed'],
      ],
    );
  });

  it('folds states', async () => {
    const { document } = await openText('asl', MACHINE);
    const ranges = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        ),
      (found) => (found?.length ?? 0) > 0,
    );
    ok(
      ranges?.some(({ start }) => start === 2),
      JSON.stringify(ranges),
    );
  });

  it('completes fields and targets', async () => {
    const { document } = await openText('asl', MACHINE.replace('"Next": "Save"', '"Next": ""'));
    const { labels } = await completion(document, positionOf(document, '"Next": ""', 9), 'Save');
    ok(!labels.includes('Load'), labels.join(' '));
    await completion(document, positionOf(document, '"Type": "Succeed"'), 'OutputPath');
  });

  it('renames a state everywhere', async () => {
    const { document } = await openText('asl', MACHINE);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, '"Save" }', 2),
      'Store',
    );
    ok(await vscode.workspace.applyEdit(edit));
    ok(
      document.getText().includes('"Next": "Store"') && document.getText().includes('"Store": {'),
      document.getText(),
    );
  });

  it('opens a definition in the other format', async () => {
    await openText('asl', `// loads and saves\n${MACHINE}`);
    await vscode.commands.executeCommand('orchestrationLens.convertFormat');
    const document = await eventually(
      () => vscode.window.activeTextEditor?.document,
      (active) => active?.languageId === 'asl-yaml',
    );
    ok(document?.getText().startsWith('# loads and saves\n\nStartAt: Load\nStates:\n'), document?.getText());
  });

  it('inserts a snippet that is in order', async () => {
    const editor = await openText('asl', '{\n  "StartAt": "Wait",\n  "States": {\n    \n  }\n}\n');
    const position = new vscode.Position(3, 4);
    const { insertText } = (await completion(editor.document, position, 'asl-wait')).item;
    ok(insertText instanceof vscode.SnippetString, 'It is no snippet.');
    await editor.insertSnippet(insertText, position);
    ok(editor.document.getText().includes('"Type": "Wait"'), editor.document.getText());
  });
});
