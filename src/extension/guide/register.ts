import * as vscode from 'vscode';
import { OPEN_GUIDE_COMMAND, type Place } from '../../protocol/guide';
import { CREATE_SCAFFOLD_COMMAND } from '../../protocol/scaffold';
import type { Session } from '../session';
import { workloadInHand } from '../workload';
import { GuideContents } from './contents';
import { GuidePanel } from './panel';

/** The guide's panel, its command and its table of contents in the activity bar. */
export function registerGuide(context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const panel = new GuidePanel(context, {
    scaffold: (id, how) => vscode.commands.executeCommand(CREATE_SCAFFOLD_COMMAND, { id, how }),
    workload: () => workloadInHand(session),
  });
  return vscode.Disposable.from(
    panel,
    new GuideContents(panel),
    vscode.commands.registerCommand(OPEN_GUIDE_COMMAND, (place?: Place) => panel.show(place)),
  );
}
