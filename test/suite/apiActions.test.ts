import * as vscode from 'vscode';
import { equal, eventually, ok } from './assert';
import { completion, findings, openText, positionOf, ruleOf, type } from './editor';

const MACHINE = `{
  "StartAt": "Fetch",
  "States": {
    "Fetch": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
      "Parameters": { "Bucket": "b" },
      "End": true
    }
  }
}
`;

describe('API actions', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are checked, and a quick fix adds what is missing and changes what is misspelt', async () => {
    const editor = await openText('asl', MACHINE);
    const { document } = editor;
    const found = await findings(document, (all) =>
      all.some((one) => ruleOf(one) === 'asl/missing-api-parameter'),
    );
    const missing = found.find((one) => ruleOf(one) === 'asl/missing-api-parameter');
    ok(missing, 'nothing was found');
    equal(missing.severity, vscode.DiagnosticSeverity.Warning);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      missing.range,
    );
    const fix = actions.find(({ title }) => title === 'Add "Key"');
    ok(fix?.edit, 'no quick fix');
    ok(await vscode.workspace.applyEdit(fix.edit));
    ok(document.getText().includes('"Parameters": { "Bucket": "b", "Key": "" }'));

    await type(editor, '"Key": ""', '"Key": "k", "RequestPAYER": "requestr"');
    for (const [rule, title] of [
      ['asl/unknown-api-value', 'Change to "requester"'],
      ['asl/unknown-api-parameter', 'Rename to "RequestPayer"'],
    ]) {
      const others = await findings(document, (all) => all.some((one) => ruleOf(one) === rule));
      const range = others.find((one) => ruleOf(one) === rule)?.range;
      ok(range, rule);
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      const change = offered.find((action) => action.title === title);
      ok(change?.edit, title);
      ok(await vscode.workspace.applyEdit(change.edit));
    }
    ok(document.getText().includes('"RequestPayer": "requester"'), document.getText());
  });

  it('are explained on their resource, with the day of the catalogue', async () => {
    const { document } = await openText('asl', MACHINE);
    const hovers = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          positionOf(document, 'getObject'),
        ),
      (all) => all.length > 0,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (part as vscode.MarkdownString).value),
    );
    ok(/Requires `Bucket`, `Key`\.[^]*API models of 20\d\d-/.test(text.join('\n')), text.join('\n'));
  });

  it('are completed with their parameters', async () => {
    const { document } = await openText('asl', MACHINE);
    const { labels } = await completion(document, positionOf(document, '"Bucket"'), 'Key');
    ok(labels.includes('VersionId.$'), labels.join(' '));
  });
});
