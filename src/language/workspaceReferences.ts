import type { GraphEdge, PlacedPart, WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { LanguageDocument } from './document';
import type { WorkspacePlace } from './workspacePlace';

/**
 * Every place that calls, starts or runs what is declared or named at an offset: a function, its handler, a
 * machine, a job, a script; and every gap that a substitution fills in a file of its own.
 */
export function workspaceReferences(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): WorkspacePlace[] {
  const { path } = document;
  const declared = graph.partsOf(path).find(({ id, span }) => id !== '' && contains(span, offset));
  const step = graph.writtenIn(path).find(({ link }) => contains(link.span, offset));
  const part = declared ?? step?.to;
  if (part)
    return distinct(uses(graph, part).map(({ path: file, link }) => ({ path: file, span: link.span })));
  return gapsFilledAt(path, graph, offset);
}

/** Steps to a part, to what runs it, and to what it runs: a function and its handler are one. */
function uses(graph: WorkspaceGraph, part: PlacedPart): GraphEdge[] {
  const same = [part, ...graph.runnersOf(part), ...graph.ranBy(part)];
  return same.flatMap((one) => graph.into(one));
}

function gapsFilledAt(path: string, graph: WorkspaceGraph, offset: number): WorkspacePlace[] {
  return graph.partsOf(path).flatMap((part) => {
    const filled = part.substitutions?.find(({ span }) => contains(span, offset));
    if (!filled) return [];
    return graph
      .ranBy(part)
      .flatMap(({ path: file, gaps = [] }) =>
        gaps
          .filter(({ name }) => name === filled.name)
          .map(({ span }): WorkspacePlace => ({ path: file, span })),
      );
  });
}

function distinct(places: readonly WorkspacePlace[]): WorkspacePlace[] {
  return [...new Map(places.map((place) => [`${place.path}#${place.span.start}`, place])).values()];
}
