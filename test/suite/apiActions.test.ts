import * as vscode from 'vscode';
import { equal, eventually, ok } from './assert';
import { findings, openText, positionOf, ruleOf } from './editor';

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

  it('are checked, and a missing parameter is added by a quick fix', async () => {
    const { document } = await openText('asl', MACHINE);
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
    const list = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          positionOf(document, '"Bucket"'),
        ),
      ({ items }) => items.some(({ label }) => label === 'Key'),
    );
    ok(list.items.some(({ label }) => label === 'VersionId.$'));
  });
});
