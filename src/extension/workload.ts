import * as vscode from 'vscode';
import { WORKLOAD, type WorkloadParams, type WorkloadResult } from '../protocol/pick';
import type { Session } from './session';

/** What the active file and the workspace show of the workload; asked anew each time. */
export async function workloadInHand(session: Session): Promise<WorkloadResult | undefined> {
  const client = await session.client();
  const params: WorkloadParams = { uri: vscode.window.activeTextEditor?.document.uri.toString() };
  return (await client.sendRequest<WorkloadResult | null>(WORKLOAD, params)) ?? undefined;
}
