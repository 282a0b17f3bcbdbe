import * as vscode from 'vscode';
import { equal, eventually, ok } from './assert';
import { openText, positionOf } from './editor';

const MACHINE = `{
  "StartAt": "Load",
  "States": {
    "Load": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "FunctionName": "load", "Payload.$": "$.order" },
      "ResultPath": "$.loaded",
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}
`;

/** The refactorings that the light bulb has, worked out. */
function refactorings({ document, selection }: vscode.TextEditor): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    vscode.CodeActionKind.Refactor.value,
    20,
  );
}

/** The items of `Fn::Join`, one of them with a function. */
const TEMPLATE = `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: !Join
        - "\\n"
        - - '{"StartAt": "Load", "States": {'
          - '  "Load": {'
          - '    "Type": "Task",'
          - !Sub '    "Resource": "\${Loader.Arn}",'
          - '    "End": true'
          - '  }'
          - '}}'
`;

async function openAt(place: string, language = 'asl', content = MACHINE): Promise<vscode.TextEditor> {
  const editor = await openText(language, content);
  const at = positionOf(editor.document, place);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

async function chosen(editor: vscode.TextEditor, title: string): Promise<vscode.CodeAction> {
  const actions = await eventually(
    () => refactorings(editor),
    (found) => found.some((action) => action.title === title),
  );
  const action = actions.find((each) => each.title === title);
  ok(action?.edit, `"${title}" has no edit.`);
  return action;
}

describe('refactorings', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('convert a state machine to JSONata by command, in one step that can be undone', async () => {
    const editor = await openAt('"Load"');
    const { document } = editor;
    await vscode.commands.executeCommand('orchestrationLens.convertToJsonata');
    await eventually(
      () => document.getText(),
      (text) => text.includes('"QueryLanguage": "JSONata"'),
    );
    ok(
      document
        .getText()
        .includes('"Arguments": { "FunctionName": "load", "Payload": "{% $states.input.order %}" }'),
    );
    ok(document.getText().includes(`"Output": "{% $merge([$states.input, {'loaded': $states.result}]) %}"`));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), MACHINE);
  });

  it('add "Retry" for the errors of the integration at the cursor', async () => {
    const editor = await openAt('"Resource"');
    const action = await chosen(editor, 'Add "Retry" for passing errors to "Load"');
    ok(await vscode.workspace.applyEdit(action.edit ?? new vscode.WorkspaceEdit()));
    ok(/"Retry": \[[^\]]*"Lambda\.ServiceException"/.test(editor.document.getText()));
  });

  it('wrap a state in a Map and keep what leads to it', async () => {
    const editor = await openAt('"Resource"');
    const action = await chosen(editor, 'Wrap "Load" in a Map');
    ok(await vscode.workspace.applyEdit(action.edit ?? new vscode.WorkspaceEdit()));
    ok(editor.document.getText().includes('"StartAt": "Load for each"'));
  });

  it('extract a nested state machine to a resource beside that of a definition in lines', async () => {
    const editor = await openAt('"Load": {', 'yaml', TEMPLATE);
    const action = await chosen(editor, 'Extract "Load" to a nested state machine');
    ok(await vscode.workspace.applyEdit(action.edit ?? new vscode.WorkspaceEdit()));
    const text = editor.document.getText();
    ok(text.includes(`          - !Sub '      "StateMachineArn": "\${LoadMachine.Arn}",'\n`), text);
    ok(text.includes('\n  LoadMachine:\n    Type: AWS::StepFunctions::StateMachine\n'), text);
    ok(text.includes(`          - !Sub '    "Resource": "\${Loader.Arn}",'\n`), text);
  });
});
