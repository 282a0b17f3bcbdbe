import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  type Connection,
} from 'vscode-languageserver';
import { codeActions, fixAll } from '../language/codeActions';
import { convert } from '../language/convert';
import { documentKind } from '../language/documentKind';
import { hover } from '../language/hover';
import { references } from '../language/references';
import { scheduleActions } from '../language/scheduleActions';
import { selectionRanges } from '../language/selectionRanges';
import { symbols } from '../language/symbols';
import {
  DOCUMENT_KIND,
  RULE_PAGE,
  type DocumentKindParams,
  type RulePageParams,
  CONVERT,
  type ConvertParams,
  type ConvertResult,
} from '../protocol/requests';
import { rulePage } from '../rules/page';
import { rules } from '../rules/registry.generated';
import { FIX_ALL } from './capabilities';
import {
  toCodeAction,
  toDiagnostic,
  toDocumentSymbol,
  toRange,
  toSelectionRange,
  toSpan,
  type RangeOf,
} from './convert';
import type { OpenDocuments } from './documents';
import { linkOnPage, noteActions, noteLinks } from './noteLinks';
import { answerRefactorings, refactorActions } from './refactoring';

/** Answers the editor's requests, each by one language feature. */
export function answer(connection: Connection, open: OpenDocuments, userZone?: string): void {
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const diagnostics = await open.diagnostics(textDocument.uri);
    const text = open.text(textDocument.uri);
    const rangeOf: RangeOf = (uri, span) => open.rangeOf(uri, span);
    const items = text ? diagnostics.map((diagnostic) => toDiagnostic(text, diagnostic, rangeOf)) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return null;
    const offset = text.offsetAt(position);
    const found = hover(document, offset, userZone);
    const links = noteLinks(await open.diagnostics(textDocument.uri), { start: offset, end: offset });
    const value = [found?.markdown, links].filter(Boolean).join('\n\n');
    return value
      ? { contents: { kind: 'markdown', value }, range: found && toRange(text, found.span) }
      : null;
  });

  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    return references(document, text.offsetAt(position)).map(({ role, span }) => ({
      range: toRange(text, span),
      kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    return document && text ? symbols(document).map((symbol) => toDocumentSymbol(text, symbol)) : [];
  });

  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    return positions.map((position) =>
      toSelectionRange(text, position, selectionRanges(document, text.offsetAt(position))),
    );
  });

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = await open.get(textDocument.uri);
    const diagnostics = await open.diagnostics(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    const wants = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const span = toSpan(text, range);
    const mends = wants(CodeActionKind.QuickFix);
    const actions = mends ? codeActions(document, diagnostics, span) : [];
    const rewrites = wants(CodeActionKind.RefactorRewrite)
      ? scheduleActions(document, span, { userZone })
      : [];
    const all = context.only && wants(FIX_ALL) ? fixAll(diagnostics) : undefined;
    const edits = [...actions, ...rewrites, ...(all ? [all] : [])].map((action) =>
      toCodeAction(text, action),
    );
    const changes = refactorActions(document, text, span, context);
    return [...edits, ...changes, ...(mends ? noteActions(diagnostics, span) : [])];
  });
  answerRefactorings(connection, open);

  connection.onRequest(RULE_PAGE, ({ rule: id, guide }: RulePageParams) => {
    const rule = rules.find((candidate) => candidate.id === id);
    return rule ? rulePage(rule, linkOnPage(guide)) : null;
  });

  connection.onRequest(CONVERT, async ({ uri }: ConvertParams): Promise<ConvertResult | null> => {
    const document = await open.get(uri);
    return (document && convert(document)) ?? null;
  });

  connection.onRequest(DOCUMENT_KIND, async ({ uri }: DocumentKindParams) => {
    const document = await open.get(uri);
    return (document && documentKind(document)) ?? null;
  });
}
