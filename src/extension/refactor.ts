import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { REFACTOR, SHOW_REMARKS_COMMAND, type RefactorResult } from '../protocol/requests';
import type { Session } from './session';

/** Changes of a definition by command: what the light bulb offers too. */
export function registerRefactoring(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('orchestrationLens.convertToJsonata', () =>
      refactor(session, 'machineToJsonata', 'No state machine in this file has states in JSONPath.'),
    ),
    vscode.commands.registerCommand('orchestrationLens.removeUnreachableStates', () =>
      refactor(session, 'removeUnreachable', 'No state of a machine in this file is surely unreachable.'),
    ),
    vscode.commands.registerCommand('orchestrationLens.sortStates', () =>
      refactor(
        session,
        'sortStates',
        'No machine in this file has states in another order than that of the flow.',
      ),
    ),
    vscode.commands.registerCommand('orchestrationLens.formatDefinition', () =>
      refactor(
        session,
        'formatDefinition',
        'No template in this file has a definition that stands in lines of its own.',
      ),
    ),
    vscode.commands.registerCommand(SHOW_REMARKS_COMMAND, (remarks: readonly string[]) =>
      showRemarks(session, remarks),
    ),
  );
}

async function refactor(session: Session, id: string, nothing: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const client = await session.client();
  const result = await client.sendRequest<RefactorResult | null>(REFACTOR, {
    uri: editor.document.uri.toString(),
    range: client.code2ProtocolConverter.asRange(editor.selection),
    id,
  });
  if (!result || 'refusal' in result) {
    await vscode.window.showInformationMessage(result?.refusal ?? nothing);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit as WorkspaceEdit);
  if (await vscode.workspace.applyEdit(edit)) showRemarks(session, result.remarks);
}

/** The first remark at once, all of them in the log: a message is read while it is short. */
function showRemarks({ output }: Session, remarks: readonly string[]): void {
  if (remarks.length === 0) return;
  for (const remark of remarks) output.info(remark);
  const more =
    remarks.length > 1
      ? ` There ${remarks.length === 2 ? 'is 1 more remark' : `are ${remarks.length - 1} more remarks`}.`
      : '';
  void vscode.window.showInformationMessage(`${remarks[0]}${more}`, 'Show all').then((choice) => {
    if (choice) output.show();
  });
}
