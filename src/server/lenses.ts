import type { CodeLens as LspCodeLens, Command, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses, type CodeLens } from '../language/codeLenses';
import { callerLenses, findingLenses } from '../language/machineLenses';
import { MATCH_EVENTS_COMMAND } from '../protocol/match';
import { SHOW_REFERENCES_COMMAND, type LensKind } from '../protocol/requests';
import { toRange } from './convert';
import type { OpenDocuments } from './documents';
import { FileTexts } from './fileTexts';
import type { SampleEvents } from './sampleEvents';
import type { WorkspaceFiles } from './workspaceFiles';

const FOCUS_PROBLEMS_COMMAND = 'workbench.panel.markers.view.focus';

const KINDS: Readonly<Record<CodeLens['kind'], LensKind>> = {
  references: 'references',
  callers: 'callers',
  findings: 'findings',
  match: 'events',
};

/** Answers with all lenses; the editor leaves those out that the user does not want, by their kind. */
export function answerLenses(
  connection: Connection,
  open: OpenDocuments,
  files: WorkspaceFiles,
  events: SampleEvents,
): void {
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const document = await open.get(uri);
    if (!document || !open.text(uri)) return [];
    const given = document.located.eventPatterns.length > 0 ? events.known : [];
    const diagnostics = await open.diagnostics(uri);
    const lenses = [
      ...callerLenses(document, files.graph),
      ...findingLenses(document, diagnostics),
      ...codeLenses(document, given),
    ];
    const text = open.text(uri);
    const texts = new FileTexts(connection, open);
    return text ? Promise.all(lenses.map((lens) => toCodeLens(text, texts, lens))) : [];
  });
}

async function toCodeLens(text: TextDocument, texts: FileTexts, lens: CodeLens): Promise<LspCodeLens> {
  const range = toRange(text, lens.span);
  return { range, command: await commandOf(text, texts, lens), data: KINDS[lens.kind] };
}

async function commandOf(text: TextDocument, texts: FileTexts, lens: CodeLens): Promise<Command> {
  const { title } = lens;
  switch (lens.kind) {
    case 'match':
      return { title, command: MATCH_EVENTS_COMMAND, arguments: [text.uri, lens.pattern, lens.asks] };
    case 'findings':
      return { title, command: FOCUS_PROBLEMS_COMMAND };
    case 'references':
    case 'callers': {
      const places =
        lens.kind === 'callers' ? lens.places : lens.references.map((span) => ({ path: text.uri, span }));
      const ranges = await Promise.all(places.map((place) => texts.range(place)));
      const locations = places.flatMap(({ path }, index) => {
        const range = ranges[index];
        return range ? [{ uri: path, range }] : [];
      });
      const at = text.positionAt(lens.span.start);
      return { title, command: SHOW_REFERENCES_COMMAND, arguments: [text.uri, at, locations] };
    }
  }
}
