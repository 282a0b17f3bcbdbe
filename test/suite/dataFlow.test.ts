import * as vscode from 'vscode';
import { eventually, ok } from './assert';
import { completion, openText, positionOf } from './editor';

const MACHINE = `{
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Pass", "Result": { "id": 7 }, "ResultPath": "$.order", "Next": "Ship" },
    "Ship": { "Type": "Pass", "InputPath": "$.order.", "End": true }
  }
}
`;

describe('data flow', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is told on a state and completes a path', async () => {
    const { document } = await openText('asl', MACHINE);
    const hovers = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          positionOf(document, '"Ship": {', 2),
        ),
      (found) => found.length > 0,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((each) => (each as vscode.MarkdownString).value),
    );
    ok(text.join('\n').includes('What reaches it'), text.join('\n'));
    await completion(document, positionOf(document, '$.order.', 8), '$.order.id');
  });
});
