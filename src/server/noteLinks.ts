import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { OPEN_GUIDE_COMMAND, type Place } from '../protocol/guide';
import { noteOf, type Note } from '../rules/notes';
import { rules } from '../rules/registry.generated';
import type { Diagnostic } from '../rules/run';
import type { Span } from '../syntax/tree';

/** Lines of Markdown that lead from the findings at a place to their notes; the editor has to trust the command. */
export function noteLinks(diagnostics: readonly Diagnostic[], span: Span): string {
  return notesAt(diagnostics, span)
    .map((note) => noteLink(note, `command:${OPEN_GUIDE_COMMAND}`, [placeOf(note)]))
    .join('  \n');
}

/** How a rule's page leads to a note, where the guide has an address. */
export function linkOnPage(guide: string | undefined): ((note: Note) => string) | undefined {
  return guide === undefined ? undefined : (note) => noteLink(note, guide, placeOf(note));
}

function noteLink({ title }: Note, address: string, query: unknown): string {
  return `[Read the note “${title}”](${address}?${encodeURIComponent(JSON.stringify(query))})`;
}

/**
 * What opens the notes behind the findings that touch a span. The actions carry no finding: the editor puts those
 * that carry one first, and learning comes after mending.
 */
export function noteActions(diagnostics: readonly Diagnostic[], span: Span): CodeAction[] {
  return notesAt(diagnostics, span).map((note) => {
    const title = `Learn why: ${note.title}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: OPEN_GUIDE_COMMAND, arguments: [placeOf(note)] },
    };
  });
}

function notesAt(diagnostics: readonly Diagnostic[], { start, end }: Span): readonly Note[] {
  const ids = new Set(
    diagnostics.filter(({ span }) => span.start <= end && span.end >= start).map(({ rule }) => rule),
  );
  const notes = rules.filter(({ id }) => ids.has(id)).flatMap((rule) => noteOf(rule) ?? []);
  return [...new Map(notes.map((note) => [note.place, note])).values()];
}

function placeOf({ place }: Note): Place {
  return { tab: 'notes', anchor: place };
}
