import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
  type CodeAction as LspCodeAction,
  type CompletionItem,
  type Diagnostic as LspDiagnostic,
  type DocumentSymbol,
  type Position,
  type Range,
  type SelectionRange,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from '../language/codeActions';
import type { Item, ItemKind } from '../language/completion';
import type { OutlineSymbol } from '../language/symbols';
import { DIAGNOSTIC_SOURCE, SHOW_RULE_COMMAND } from '../protocol/requests';
import type { Severity } from '../rules/rule';
import type { Diagnostic } from '../rules/run';
import type { TextEdit } from '../syntax/edit';
import type { Span } from '../syntax/tree';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const SYMBOLS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  state: SymbolKind.Function,
  terminal: SymbolKind.Event,
  choice: SymbolKind.Enum,
  container: SymbolKind.Module,
  level: SymbolKind.Namespace,
};

/** Offsets to lines and characters. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Lines and characters to offsets. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Where a span of another file is; `undefined` where that is not known. */
export type RangeOf = (uri: string, span: Span) => Range | undefined;

/** A diagnostic as LSP has it; the link behind its code opens the rule's page without a network. */
export function toDiagnostic(
  document: TextDocument,
  diagnostic: Diagnostic,
  rangeOf?: RangeOf,
): LspDiagnostic {
  const { rule, message, severity, span, tag, related } = diagnostic;
  const page = encodeURIComponent(JSON.stringify([rule]));
  return {
    range: toRange(document, span),
    severity: SEVERITIES[severity],
    source: DIAGNOSTIC_SOURCE,
    code: rule,
    codeDescription: { href: `command:${SHOW_RULE_COMMAND}?${page}` },
    message,
    tags: tag && [tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary],
    relatedInformation: related?.flatMap(({ uri = document.uri, span: place, message: words }) => {
      const there = uri === document.uri ? toRange(document, place) : rangeOf?.(uri, place);
      return there ? [{ location: { uri, range: there }, message: words }] : [];
    }),
  };
}

/** A change as LSP has it, as an edit of one version of one document. */
export function toCodeAction(document: TextDocument, action: CodeAction): LspCodeAction {
  return {
    title: action.title,
    kind: action.kind === 'quickfix' ? CodeActionKind.QuickFix : action.kind,
    isPreferred: action.preferred,
    diagnostics: action.diagnostic && [toDiagnostic(document, action.diagnostic)],
    edit: toWorkspaceEdit(document, action.edits),
  };
}

/** Edits of one version of one document. */
export function toWorkspaceEdit(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const textDocument = { uri: document.uri, version: document.version };
  return { documentChanges: [{ textDocument, edits: toTextEdits(document, edits) }] };
}

/** Edits with lines and characters. */
export function toTextEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
}

/** Spans inside out as nested ranges; without any, the place itself. */
export function toSelectionRange(
  document: TextDocument,
  position: Position,
  spans: readonly Span[],
): SelectionRange {
  const outermost = spans[spans.length - 1];
  if (!outermost) return { range: { start: position, end: position } };
  return spans
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, span) => ({ range: toRange(document, span), parent }), {
      range: toRange(document, outermost),
    });
}

/** The outline as LSP has it. */
export function toDocumentSymbol(document: TextDocument, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOLS[symbol.kind],
    range: toRange(document, symbol.span),
    selectionRange: toRange(document, symbol.nameSpan),
    children: symbol.children.map((child) => toDocumentSymbol(document, child)),
  };
}

const ITEM_KINDS: Readonly<Record<ItemKind, CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  state: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
  error: CompletionItemKind.Event,
  resource: CompletionItemKind.Interface,
  parameter: CompletionItemKind.Property,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  snippet: CompletionItemKind.Snippet,
};

/** Completions as LSP has them; the order is ours. */
export function toCompletionItems(document: TextDocument, items: readonly Item[]): CompletionItem[] {
  const ranges = new Map<Span, Range>();
  // Most items of a list replace the same part.
  const rangeOf = (span: Span): Range => {
    let range = ranges.get(span);
    if (!range) ranges.set(span, (range = toRange(document, span)));
    return range;
  };
  return items.map((item, index) => toCompletionItem(item, index, rangeOf));
}

function toCompletionItem(item: Item, index: number, rangeOf: (span: Span) => Range): CompletionItem {
  return {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    detail: item.detail,
    documentation:
      item.documentation === undefined ? undefined : { kind: 'markdown', value: item.documentation },
    filterText: item.filter,
    sortText: String(index).padStart(4, '0'),
    insertTextFormat: InsertTextFormat.Snippet,
    // The indentation of every line is written already.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: rangeOf(item.replace), newText: item.newText },
    additionalTextEdits: item.also?.map(({ span, newText }) => ({ range: rangeOf(span), newText })),
    command: item.asksOn ? { title: 'Go on', command: 'editor.action.triggerSuggest' } : undefined,
  };
}
