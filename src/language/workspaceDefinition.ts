import { gapsOf } from '../model/gaps';
import type { WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { machineAt } from './machineAt';
import { placeOf, workOf, type WorkspacePlace } from './workspacePlace';

/** Where in the workspace the name under the cursor leads. */
export interface WorkspaceLink {
  /** What was asked for. */
  readonly from: Span;
  readonly targets: readonly WorkspacePlace[];
}

/**
 * What the text at an offset calls, starts or runs — the handler of a function, the definition of a machine,
 * the script of a job, then the resource — or where a template fills in the gap of a definition.
 */
export function workspaceDefinition(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): WorkspaceLink | undefined {
  return (
    calledAt(document, graph, offset) ?? filledAt(document, graph, offset) ?? ranAt(document, graph, offset)
  );
}

function calledAt(
  { path }: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): WorkspaceLink | undefined {
  const steps = graph.writtenIn(path).filter(({ link }) => contains(link.span, offset));
  const targets = steps.flatMap(({ kind, to }) => (kind === 'runs' ? [to] : workOf(graph, to)));
  const [first] = steps;
  return first && { from: first.link.span, targets: distinct(targets.map(placeOf)) };
}

/** From `${Name}` in a definition to the template that has the name. */
function filledAt(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): WorkspaceLink | undefined {
  const machine = machineAt(document, offset);
  const gap = machine && gapsOf(machine).find(({ whole }) => contains(whole, offset));
  const file = gap && graph.part(document.path, '');
  if (!file) return undefined;
  const targets = graph
    .runnersOf(file)
    .flatMap(({ path, substitutions = [] }) =>
      substitutions
        .filter(({ name }) => name === gap.name)
        .map(({ span }): WorkspacePlace => ({ path, span })),
    );
  return targets.length > 0 ? { from: gap.whole, targets } : undefined;
}

/** From the name of a resource to what does its work. */
function ranAt({ path }: LanguageDocument, graph: WorkspaceGraph, offset: number): WorkspaceLink | undefined {
  const part = graph.partsOf(path).find(({ id, span }) => id !== '' && contains(span, offset));
  if (!part) return undefined;
  const targets = workOf(graph, part).filter((one) => one !== part);
  return targets.length > 0 ? { from: part.span, targets: targets.map(placeOf) } : undefined;
}

function distinct(places: readonly WorkspacePlace[]): WorkspacePlace[] {
  return [...new Map(places.map((place) => [`${place.path}#${place.span.start}`, place])).values()];
}
