import { ErrorCodes, ResponseError, type Connection, type WorkspaceEdit } from 'vscode-languageserver';
import { symbolAt } from '../language/occurrences';
import { rename, renameTarget } from '../language/rename';
import { substitutionPlaces } from '../language/substitutionPlaces';
import type { WorkspacePlace } from '../language/workspacePlace';
import { workspaceRename, workspaceRenameTarget } from '../language/workspaceRename';
import type { LanguageDocument } from '../language/document';
import type { WorkspaceGraph } from '../model/workspace';
import { toRange, toWorkspaceEdit } from './convert';
import type { OpenDocuments } from './documents';
import { FileTexts } from './fileTexts';
import type { WorkspaceFiles } from './workspaceFiles';

/** A rename has to be whole, so the workspace is waited for longer than for an answer that may be partial. */
const LONGEST_WAIT = 10_000;

/** Answers renames: of states and variables within a definition, of substitutions over the files that share them. */
export function answerRenames(connection: Connection, open: OpenDocuments, files: WorkspaceFiles): void {
  /** The graph with what other editors show, saved or not. */
  async function graphAsTyped(
    document: LanguageDocument,
    offset: number,
  ): Promise<WorkspaceGraph | undefined> {
    const graph = await files.graphWith(document, LONGEST_WAIT);
    const found = graph && substitutionPlaces(document, graph, offset);
    for (const { path } of [...(found?.declared ?? []), ...(found?.used ?? [])]) {
      const other = path === document.path ? undefined : await open.get(path);
      if (other) files.update(other);
    }
    return files.graph;
  }

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return null;
    const offset = text.offsetAt(position);
    const here = renameTarget(document, offset);
    const graph = here ? undefined : await files.graphWith(document, LONGEST_WAIT);
    const target = here ?? (graph && workspaceRenameTarget(document, graph, offset));
    return target ? { range: toRange(text, target.span), placeholder: target.name } : null;
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return null;
    const offset = text.offsetAt(position);
    // States and variables are a matter of one file.
    const isLocal = (symbolAt(document, offset)?.kind ?? 'substitution') !== 'substitution';
    const graph = isLocal ? undefined : await graphAsTyped(document, offset);
    const across = graph && workspaceRename(document, graph, offset, newName);
    const result = across ?? rename(document, offset, newName);
    if (!result) return null;
    if ('refusal' in result) return new ResponseError(ErrorCodes.InvalidRequest, result.refusal);
    if ('edits' in result) return toWorkspaceEdit(text, result.edits);
    return editOf(result.places, newName);
  });

  /** A new name at places of several files; a file that is open is changed in the version that is known. */
  async function editOf(places: readonly WorkspacePlace[], newText: string): Promise<WorkspaceEdit> {
    const texts = new FileTexts(connection, open);
    const byFile = new Map<string, WorkspacePlace[]>();
    for (const place of places) byFile.set(place.path, [...(byFile.get(place.path) ?? []), place]);
    const documentChanges = [];
    for (const [uri, inFile] of byFile) {
      const ranges = await Promise.all(inFile.map((place) => texts.range(place)));
      const edits = ranges.flatMap((range) => (range ? [{ range, newText }] : []));
      documentChanges.push({ textDocument: { uri, version: open.text(uri)?.version ?? null }, edits });
    }
    return { documentChanges };
  }
}
