import type { GraphEdge, PlacedPart, WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { LanguageDocument } from './document';
import { substitutionPlaces } from './substitutionPlaces';
import type { WorkspacePlace } from './workspacePlace';

/**
 * Every place that calls, starts or runs what is declared or named at an offset: a function, its handler, a
 * machine, a job, a script; and every gap that a substitution fills in another file.
 */
export function workspaceReferences(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
  withDeclaration = false,
): WorkspacePlace[] {
  const { path } = document;
  const named = namesElsewhere(document, graph, offset, withDeclaration);
  // A name that a template fills in stands inside of the call that reads the definition.
  if (named.length > 0 && document.located.template) return named;
  const declared = graph.partsOf(path).find(({ id, span }) => id !== '' && contains(span, offset));
  const step = graph.writtenIn(path).find(({ link }) => contains(link.span, offset));
  const part = declared ?? step?.to;
  if (part)
    return distinct(uses(graph, part).map(({ path: file, link }) => ({ path: file, span: link.span })));
  return named;
}

/** Steps to a part, to what runs it, and to what it runs: a function and its handler are one. */
function uses(graph: WorkspaceGraph, part: PlacedPart): GraphEdge[] {
  const same = [part, ...graph.runnersOf(part), ...graph.ranBy(part)];
  return same.flatMap((one) => graph.into(one));
}

/** Where a substitution is named in other files; this one's places are known without them. */
function namesElsewhere(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
  withDeclaration: boolean,
): WorkspacePlace[] {
  const found = substitutionPlaces(document, graph, offset);
  if (!found) return [];
  const isTemplate = document.located.template !== undefined;
  const declared = withDeclaration ? found.declared : [];
  const used = isTemplate ? found.used : found.used.filter(({ path }) => path !== document.path);
  return [...declared, ...used];
}

function distinct(places: readonly WorkspacePlace[]): WorkspacePlace[] {
  return [...new Map(places.map((place) => [`${place.path}#${place.span.start}`, place])).values()];
}
