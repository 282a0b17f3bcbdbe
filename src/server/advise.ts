import type { Connection } from 'vscode-languageserver';
import { describe } from '../advisor/decide/describe';
import { workload } from '../language/workload';
import { PICK, WORKLOAD, type PickParams, type WorkloadParams, type WorkloadResult } from '../protocol/pick';
import type { OpenDocuments } from './documents';
import { pick } from './pick';
import type { WorkspaceFiles } from './workspaceFiles';

/** A large workspace is not worth more of a person's time than this before the first question. */
const LONGEST_WAIT = 1_500;

/** Answers what the service picker asks. */
export function advise(connection: Connection, open: OpenDocuments, files: WorkspaceFiles): void {
  connection.onRequest(PICK, (params: PickParams) => pick(params));

  connection.onRequest(WORKLOAD, async ({ uri }: WorkloadParams): Promise<WorkloadResult | null> => {
    const graph = await files.graphWithin(LONGEST_WAIT);
    const shown = workload(uri === undefined ? undefined : await open.get(uri), graph);
    return shown ? { ...shown, answers: { ...shown.answers }, words: describe(shown.answers) } : null;
  });
}
