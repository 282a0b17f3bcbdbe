import * as vscode from 'vscode';
import { OPEN_GUIDE_COMMAND } from '../../protocol/guide';
import { PICK_SERVICE_COMMAND } from '../../protocol/pick';
import { CREATE_SCAFFOLD_COMMAND } from '../../protocol/scaffold';
import type { Session } from '../session';
import { workloadInHand } from '../workload';
import { ServicePicker } from './picker';
import type { Facts } from './trail';

/** The service picker and its command; facts that are passed to it are not asked for. */
export function registerPicker(session: Session, state: vscode.Memento): vscode.Disposable {
  const picker = new ServicePicker(session, state, {
    openGuide: (place) => vscode.commands.executeCommand(OPEN_GUIDE_COMMAND, place),
    scaffold: (id, how) => vscode.commands.executeCommand(CREATE_SCAFFOLD_COMMAND, { id, how }),
    workload: () => workloadInHand(session),
  });
  return vscode.commands.registerCommand(PICK_SERVICE_COMMAND, (answers?: Facts) => picker.run(answers));
}
