import { SemanticTokensBuilder, type Connection, type SemanticTokens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageDocument } from '../language/document';
import { folding } from '../language/folding';
import { inlayHints } from '../language/inlayHints';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../language/semanticTokens';
import type { Span } from '../syntax/tree';
import { toRange, toSpan } from './convert';
import type { OpenDocuments } from './documents';
import type { WorkspaceFiles } from './workspaceFiles';

/** Answers what is shown in a text beside its characters. */
export function answerReading(
  connection: Connection,
  open: OpenDocuments,
  files: WorkspaceFiles,
  userZone?: string,
): void {
  connection.onFoldingRanges(async ({ textDocument }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const spans = document && text && folding(document);
    // No answer leaves the editor its own way; an empty one would take it away.
    if (!spans) return null;
    return spans
      .map((span) => toRange(text, span))
      .filter(({ start, end }) => end.line > start.line)
      .map(({ start, end }) => ({
        startLine: start.line,
        endLine: end.character === 0 ? end.line - 1 : end.line,
      }));
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    const hints = inlayHints(document, toSpan(text, range), userZone, new Date(), files.graph);
    return hints.map(({ offset, label, tooltip }) => ({
      position: text.positionAt(offset),
      label,
      tooltip,
      paddingLeft: true,
    }));
  });

  const tokens = async (uri: string, visible?: (text: TextDocument) => Span): Promise<SemanticTokens> => {
    const document = await open.get(uri);
    const text = open.text(uri);
    return document && text ? encode(document, text, visible?.(text)) : { data: [] };
  };
  connection.languages.semanticTokens.on(({ textDocument }) => tokens(textDocument.uri));
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    tokens(textDocument.uri, (text) => toSpan(text, range)),
  );
}

function encode(document: LanguageDocument, text: TextDocument, visible?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifier } of semanticTokens(document)) {
    if (visible && (span.end < visible.start || span.start > visible.end)) continue;
    const { start, end } = toRange(text, span);
    // A name that a string folds over two lines has no colour: tokens stand on one.
    if (start.line !== end.line) continue;
    const modifiers = modifier ? 1 << TOKEN_MODIFIERS.indexOf(modifier) : 0;
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      TOKEN_TYPES.indexOf(type),
      modifiers,
    );
  }
  return builder.build();
}
