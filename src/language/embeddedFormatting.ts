import { format } from 'jsonc-parser';
import type { EmbeddedDefinition, EmbeddedPattern } from '../model/locate';
import { lineEnd, lineStart } from '../syntax/lines';
import { maskPlaceholders } from '../syntax/placeholders';
import type { TextEdit } from '../syntax/edit';
import type { Span, Tree } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { formatJson, layOutYaml, type FormatOptions } from './layout';
import { pairedLines } from './pairedLines';

type Embedded = EmbeddedDefinition | EmbeddedPattern;

/**
 * Lays the definitions and event patterns out that a template holds: text in a block scalar or heredoc, and objects;
 * all else of the template stays. What stands in quotes on one line has no lines, and an object of Terraform is
 * `terraform fmt`'s.
 */
export function formatEmbedded(document: LanguageDocument, options: FormatOptions, range?: Span): TextEdit[] {
  const { text, located } = document;
  const { tree, definitions, eventPatterns } = located;
  if (!tree || tree.problems.some(({ harmless }) => !harmless)) return [];
  const edits = [...definitions, ...eventPatterns].flatMap((embedded) =>
    embeddedEdits(embedded, document, options, range),
  );
  if (!range) return edits;
  const lines = { start: lineStart(text, range.start), end: lineEnd(text, range.end) };
  return edits.flatMap((edit) => keptTo(lines, edit, text));
}

/** What of a change to blanks concerns the lines: in front of them, the indentation of the first one. */
function keptTo(lines: Span, { span, newText }: TextEdit, text: string): TextEdit[] {
  if (span.end > lines.end || span.end < lines.start) return [];
  if (span.start >= lines.start) return [{ span, newText }];
  if (!newText.includes('\n')) return [];
  const indentation = newText.slice(newText.lastIndexOf('\n') + 1);
  const before = text.slice(lines.start, span.end);
  if (before.includes('\n') || before === indentation) return [];
  return [{ span: { start: lines.start, end: span.end }, newText: indentation }];
}

/** True for what stands in lines: the text of a block scalar or a heredoc, and an object over several lines. */
export function takesLines(
  { node, text: inner }: Embedded,
  { text, located: { tree } }: LanguageDocument,
): boolean {
  if (inner) {
    const written = node.kind === 'dynamic' && node.inner?.kind === 'array' ? node.inner.items[0] : node;
    return /^(?:[|>]|<<)/.test(text.slice(written.span.start, written.span.start + 2));
  }
  const spread = node.kind === 'object' && text.slice(node.span.start, node.span.end).includes('\n');
  return spread && (tree?.format === 'json' || (tree?.format === 'yaml' && text[node.span.start] !== '{'));
}

/** The changes that lay one definition or pattern out. */
export function embeddedEdits(
  embedded: Embedded,
  document: LanguageDocument,
  options: FormatOptions,
  range?: Span,
): TextEdit[] {
  if (!takesLines(embedded, document)) return [];
  const { node, text: inner } = embedded;
  const { text, located } = document;
  if (inner) return inText(inner, options);
  if (located.tree?.format === 'yaml') return inLines(node.span, text, options, range);
  return within(node.span, formatJson(text, options, node.span));
}

/** JSON in a text: blanks between its parts change, nothing else. */
function inText({ source, root, problems }: Tree, { tabSize, insertSpaces }: FormatOptions): TextEdit[] {
  if (!root || problems.some(({ harmless }) => !harmless)) return [];
  const { text } = maskPlaceholders(source.text);
  const changes = format(text, undefined, { tabSize, insertSpaces, eol: '\n', insertFinalNewline: false });
  const first = text.search(/\S/);
  const last = text.trimEnd().length;
  return changes.flatMap(({ offset, length, content }) => {
    const end = offset + length;
    if (offset < first || end > last) return [];
    const newText = source.encode(content, offset, end);
    const span = { start: source.toHost(offset), end: source.toHost(end) };
    return newText === undefined ? [] : [{ span, newText }];
  });
}

/** An object in lines of YAML, as if it stood at the left margin. */
function inLines({ start, end }: Span, text: string, options: FormatOptions, range?: Span): TextEdit[] {
  const from = lineStart(text, start);
  const margin = text.slice(from, start);
  const to = start + text.slice(start, end).trimEnd().length;
  const lines = text.slice(from, to).split('\n');
  // A comment may stand farther out.
  if (margin.trim() !== '' || lines.some((line) => line.trim() !== '' && !line.startsWith(margin))) return [];
  const flush = lines.map((line) => line.slice(margin.length)).join('\n');
  const laidOut = layOutYaml(flush, options)?.trimEnd();
  if (laidOut === undefined) return [];
  const newText = laidOut.replace(/^(?=.*\S)/gm, margin);
  const before = text.slice(from, to);
  if (newText === before) return [];
  if (!range) return [{ span: { start: from, end: to }, newText }];
  const inner = { start: range.start - from, end: range.end - from };
  return pairedLines(before, newText, inner).map((edit) => ({
    ...edit,
    span: { start: edit.span.start + from, end: edit.span.end + from },
  }));
}

function within({ start, end }: Span, edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter(({ span }) => start <= span.start && span.end <= end);
}
