import * as vscode from 'vscode';
import { CREATE_SCAFFOLD_COMMAND, OPEN_GUIDE_COMMAND, type Place, type Workload } from '../../protocol/guide';
import { WORKLOAD, type WorkloadParams, type WorkloadResult } from '../../protocol/pick';
import type { Session } from '../session';
import { GuideContents } from './contents';
import { GuidePanel } from './panel';

/** The guide's panel, its command and its table of contents in the activity bar. */
export function registerGuide(context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const panel = new GuidePanel(context, {
    scaffold: (id, how) => vscode.commands.executeCommand(CREATE_SCAFFOLD_COMMAND, { id, how }),
    workload: () => workload(session),
  });
  return vscode.Disposable.from(
    panel,
    new GuideContents(panel),
    vscode.commands.registerCommand(OPEN_GUIDE_COMMAND, (place?: Place) => panel.show(place)),
  );
}

async function workload(session: Session): Promise<Workload | undefined> {
  const client = await session.client();
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const params: WorkloadParams = { uri };
  return (await client.sendRequest<WorkloadResult | null>(WORKLOAD, params)) ?? undefined;
}
