import { getObject, getString, nodeAt } from '../syntax/navigate';
import { TreeEditor, type TextEdit } from '../syntax/edit';
import type { Diagnostic } from '../rules/run';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { lineStart } from '../syntax/lines';

/** A change that can be chosen at a place in the text. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite' | 'source.fixAll.orchestrationLens';
  readonly edits: readonly TextEdit[];
  /** What it mends; absent where it mends many. */
  readonly diagnostic?: Diagnostic;
  readonly preferred?: boolean;
}

/** Fixes of the findings that touch a span, then the ways to switch each of them off here. */
export function codeActions(
  document: LanguageDocument,
  diagnostics: readonly Diagnostic[],
  { start, end }: Span,
): CodeAction[] {
  const touched = diagnostics.filter(({ span }) => span.start <= end && span.end >= start);
  const fixes = touched.flatMap((diagnostic) =>
    diagnostic.fixes.map(({ title, edits, safe }): CodeAction => {
      const preferred = safe && diagnostic.fixes.filter((fix) => fix.safe).length === 1;
      return { title, kind: 'quickfix', edits: known(edits), diagnostic, preferred };
    }),
  );
  const suppressions = touched.flatMap((diagnostic) => suppress(document, diagnostic) ?? []);
  return [...fixes, ...suppressions];
}

/** All fixes that are surely right, in one step; of two that overlap only the first. */
export function fixAll(diagnostics: readonly Diagnostic[]): CodeAction | undefined {
  const edits: TextEdit[] = [];
  for (const { fixes } of diagnostics) {
    const fix = fixes.find(({ safe }) => safe);
    const wanted = known(fix?.edits ?? []);
    if (wanted.some((edit) => edits.some(({ span }) => overlaps(span, edit.span)))) continue;
    edits.push(...wanted);
  }
  if (edits.length === 0) return undefined;
  return { title: 'Fix all that is surely right', kind: 'source.fixAll.orchestrationLens', edits };
}

function suppress(document: LanguageDocument, diagnostic: Diagnostic): CodeAction | undefined {
  const { tree: host, stateMachines, isDefinition, code } = document.located;
  if (code) return suppressLine(document, diagnostic, code.program.language === 'python' ? '#' : '//');
  if (!host || diagnostic.rule === 'asl/syntax') return undefined;
  const around = stateMachines.find(({ root }) => covers(root.span, diagnostic.span));
  const machine = around ?? (isDefinition ? stateMachines[0] : undefined);
  const tree = around?.tree ?? host;
  // A line more in a text that the host holds as a string would be part of the definition.
  if (tree.format !== 'json') return suppressLine(document, diagnostic);
  if (!machine) return suppressResource(document, diagnostic);
  const directive = `orchestration-lens-disable ${diagnostic.rule}`;
  // The innermost state is the last one in document order that holds the finding.
  const state = machine.states.filter(({ property }) => covers(property.span, diagnostic.span)).pop();
  const holder = state?.node ?? machine.root;
  const comment = getString(holder, 'Comment');
  const editor = new TreeEditor(tree);
  const edit = comment
    ? editor.replace(comment, `${comment.value} ${directive}`)
    : editor.add(holder, 'Comment', directive);
  if (!edit) return undefined;
  const where = state ? `the state "${state.name}"` : 'this state machine';
  return {
    title: `Switch "${diagnostic.rule}" off for ${where}`,
    kind: 'quickfix',
    edits: [edit],
    diagnostic,
  };
}

/** JSON has no comments, and a resource's "Metadata" takes any text. */
function suppressResource({ located }: LanguageDocument, diagnostic: Diagnostic): CodeAction | undefined {
  const { tree, template } = located;
  const resource = template?.resources.find(
    ({ key, node }) => key.start <= diagnostic.span.start && diagnostic.span.start <= node.span.end,
  );
  if (!tree || !resource) return undefined;
  const directive = `orchestration-lens-disable ${diagnostic.rule}`;
  const editor = new TreeEditor(tree);
  const metadata = getObject(resource.node, 'Metadata');
  const comment = getString(metadata, 'Comment');
  const edit = comment
    ? editor.replace(comment, `${comment.value} ${directive}`)
    : metadata
      ? editor.add(metadata, 'Comment', directive)
      : editor.add(resource.node, 'Metadata', { Comment: directive });
  const title = `Switch "${diagnostic.rule}" off for the resource "${resource.id}"`;
  return edit && { title, kind: 'quickfix', edits: [edit], diagnostic };
}

function suppressLine(
  { text, located }: LanguageDocument,
  diagnostic: Diagnostic,
  sign = '#',
): CodeAction | undefined {
  const { rule, span } = diagnostic;
  const start = lineStart(text, span.start);
  const node = located.tree && nodeAt(located.tree, span.start);
  // A line more in a text of several lines would be part of the text.
  if (node?.kind === 'string' && node.span.start < start) return undefined;
  // A line that goes on by a backslash takes no comment.
  if (/\\\r?\n$/.test(text.slice(0, start))) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const newText = `${indent}${sign} orchestration-lens-disable-next-line ${rule}\n`;
  const edits = [{ span: { start, end: start }, newText }];
  return { title: `Switch "${rule}" off for this line`, kind: 'quickfix', edits, diagnostic };
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start <= outer.end;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start && a.end === b.end;
}

function known(edits: readonly (TextEdit | undefined)[]): TextEdit[] {
  return edits.filter((edit) => edit !== undefined);
}
