import * as vscode from 'vscode';
import { eventually, ok } from './assert';
import { completion } from './editor';

const WEEK = 'orchestrationLens.showWeek';

describe('the schedules of the week', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open as a panel, once', async () => {
    const tabs = (): vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ label }) => label === 'Schedules of the Week');
    await vscode.commands.executeCommand(WEEK);
    await eventually(() => Promise.resolve(tabs().length === 1));
    await vscode.commands.executeCommand(WEEK);
    ok(tabs().length === 1, 'It is there twice.');
  });
});

describe('a schedule in a template', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const open = (expression: string): Thenable<vscode.TextEditor> =>
    vscode.workspace
      .openTextDocument({
        language: 'yaml',
        content: `Resources:\n  Nightly:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: ${expression}\n`,
      })
      .then((document) => vscode.window.showTextDocument(document));

  it('says when it fires next', async () => {
    const { document } = await open('cron(0 3 ? * MON *)');
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(4, 30),
      );
      const text = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === 'string' ? one : one.value)),
      );
      return text.some((one) => one.includes('At 03:00') && (one.match(/^Mon /gm)?.length ?? 0) === 10);
    });
  });

  it('is completed field by field', async () => {
    const { document } = await open('cron(0 3 ');
    await completion(document, document.lineAt(4).range.end, '15W');
  });

  it('is moved to Scheduler', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'yaml',
      content:
        'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        Nightly:\n          Type: Schedule\n          Properties:\n            Schedule: cron(0 3 * * ? *)\n',
    });
    await vscode.window.showTextDocument(document);
    await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(8, 30, 8, 30),
      );
      return actions.some(({ title }) => title.startsWith('Convert to a schedule of EventBridge Scheduler'));
    });
  });
});
