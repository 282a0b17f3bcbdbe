import type { Answers } from '../../advisor/decide/answers';
import type { PlacedPart, WorkspaceGraph } from '../../model/workspace';
import type { LanguageDocument } from '../document';
import { dagWorkload } from './dag';
import { machineWorkload } from './machine';
import { programWorkload } from './program';
import { startBy, startOf } from './start';
import { templateWorkload, zoneOf } from './template';

/** What is known of a workload before the first question. */
export interface Workload {
  /** The file, or the workspace, that shows it. */
  readonly from: string;
  readonly answers: Answers;
}

/**
 * What the file in hand and the files around it say of the work; `undefined` where they say nothing. A fact that
 * cannot be seen is left out, not assumed.
 */
export function workload(
  document: LanguageDocument | undefined,
  graph: WorkspaceGraph | undefined,
): Workload | undefined {
  const hasDags = graph?.parts.some(({ kind }) => kind === 'dag') ?? false;
  const shown = document && { ...(graph && startIn(graph, document)), ...ofDocument(document) };
  if (!document || !shown || Object.keys(shown).length === 0)
    return hasDags ? { from: 'the workspace', answers: { existingAirflow: true } } : undefined;
  const from = document.path.slice(document.path.lastIndexOf('/') + 1);
  return { from, answers: shown };
}

function ofDocument({ located }: LanguageDocument): Answers | undefined {
  const { template, stateMachines, dagFile, code } = located;
  if (template) return templateWorkload(template, located);
  const [machine] = stateMachines;
  if (machine) return machineWorkload(machine);
  return dagFile && dagFile.dags.length > 0 ? dagWorkload(dagFile) : code && programWorkload(code);
}

/** Who starts what the file is about: found among the files for a definition or program, in a template itself. */
function startIn(graph: WorkspaceGraph, { path, located }: LanguageDocument): Answers {
  const own = graph.parts.filter((part) => part.path === path);
  const { template } = located;
  if (template) {
    const [start] = own.filter(({ kind }) => kind === 'schedule' || kind === 'rule' || kind === 'pipe');
    if (!start) return {};
    const zone = start.kind === 'schedule' ? zoneOf(template, located) : undefined;
    return { ...startBy(start), ...(zone !== undefined && { timezone: zone }) };
  }
  return own.map((part) => ofPart(graph, part)).find(({ trigger }) => trigger) ?? {};
}

/** A function or job stands between a program and what starts it. */
function ofPart(graph: WorkspaceGraph, part: PlacedPart): Answers {
  const around = [part, ...graph.into(part).map(({ from }) => from)];
  return around.map((each) => startOf(graph, each)).find(({ trigger }) => trigger) ?? {};
}
