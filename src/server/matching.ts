import { CodeLensRefreshRequest, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { patternAt } from '../language/match/patterns';
import { patternById, runPattern } from '../language/match/run';
import { RUN_PATTERN, type PatternRun, type RunPatternParams } from '../protocol/match';
import { toRange } from './convert';
import type { OpenDocuments } from './documents';
import { SampleEvents } from './sampleEvents';

/** Answers what a pattern says to events: in lenses by a count, on demand in full. */
export function answerMatching(
  connection: Connection,
  open: OpenDocuments,
  { capabilities }: InitializeParams,
): SampleEvents {
  const refreshes = capabilities.workspace?.codeLens?.refreshSupport === true;
  const events = new SampleEvents(
    connection,
    (uri) => open.text(uri)?.getText(),
    () => {
      if (refreshes) void connection.sendRequest(CodeLensRefreshRequest.type);
    },
  );

  connection.onRequest(
    RUN_PATTERN,
    async ({ uri, pattern, only }: RunPatternParams): Promise<PatternRun | null> => {
      const given = only ? [] : await events.all();
      const document = await open.get(uri);
      const text = open.text(uri);
      if (!document || !text) return null;
      const named =
        typeof pattern === 'string'
          ? patternById(document, pattern)
          : patternAt(document.located, text.offsetAt(pattern));
      return named ? withRanges(text, runPattern(document, named, given, only)) : null;
    },
  );
  return events;
}

function withRanges(
  text: TextDocument,
  { span, results, ...run }: ReturnType<typeof runPattern>,
): PatternRun {
  return {
    ...run,
    range: toRange(text, span),
    results: results.map(({ rows, ...result }) => ({
      ...result,
      rows: rows.map(({ span: at, ...row }) => ({ ...row, range: toRange(text, at) })),
    })),
  };
}
