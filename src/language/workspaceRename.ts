import type { WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { substitutionRefusal } from './rename';
import { substitutionPlaces } from './substitutionPlaces';
import type { WorkspacePlace } from './workspacePlace';

/** The places in all files where a new name is written, or why it cannot be. */
export type WorkspaceRename = { readonly places: readonly WorkspacePlace[] } | { readonly refusal: string };

/** The name of a substitution at an offset that a template and a definition in a file of its own share. */
export function workspaceRenameTarget(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const found = substitutionPlaces(document, graph, offset);
  const here = [...(found?.declared ?? []), ...(found?.used ?? [])].find(
    ({ path, span }) => path === document.path && contains(span, offset),
  );
  return found && here && { span: here.span, name: found.name };
}

/** Gives a substitution another name in every template that fills it in and every definition that has it. */
export function workspaceRename(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
  name: string,
): WorkspaceRename | undefined {
  const found = substitutionPlaces(document, graph, offset);
  if (!found) return undefined;
  if (name === found.name) return { places: [] };
  const refusal = substitutionRefusal(name, found.others);
  return refusal ? { refusal } : { places: [...found.declared, ...found.used] };
}
