import type { PlacedPart, WorkspaceGraph } from '../model/workspace';
import type { Span } from '../syntax/tree';

/** A place in any file of the workspace. */
export interface WorkspacePlace {
  /** The file as the graph names it: a path or a URI. */
  readonly path: string;
  readonly span: Span;
}

/** Where a part is declared; of a file that is a definition, its beginning. */
export function placeOf({ path, id, span }: PlacedPart): WorkspacePlace {
  return { path, span: id === '' ? { start: span.start, end: span.start } : span };
}

/** What does a part's work — a function's handler, a machine's definition, a job's script — and the part itself. */
export function workOf(graph: WorkspaceGraph, part: PlacedPart): PlacedPart[] {
  return [...graph.ranBy(part), part];
}
