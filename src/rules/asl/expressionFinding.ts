import type { ExpressionProblem } from '../../expressions/problem';
import { TreeEditor, type TextEdit } from '../../syntax/edit';
import type { Span, StringNode, Tree } from '../../syntax/tree';
import type { Finding, Fix } from '../rule';

/** A part of a text as a span of the file; all of the text where the part is empty. */
export function spanIn({ mapped, span }: StringNode, start: number, end: number): Span {
  return start < end ? { start: mapped.toHost(start), end: mapped.toHost(end) } : span;
}

/** A problem in an expression as a finding at its characters, with the fix that it suggests. */
export function findingIn(tree: Tree, node: StringNode, problem: ExpressionProblem, safe = false): Finding {
  const { start, end, message } = problem;
  return { span: spanIn(node, start, end), message, fixes: suggested(tree, node, problem, safe) };
}

/** Several of them; `undefined` where there are none, as for nearly all expressions of a machine. */
export function findingsIn(
  tree: Tree,
  node: StringNode,
  problems: readonly ExpressionProblem[],
  safe = false,
): Finding[] | undefined {
  if (problems.length === 0) return undefined;
  return problems.map((problem) => findingIn(tree, node, problem, safe));
}

function suggested(
  tree: Tree,
  node: StringNode,
  problem: ExpressionProblem,
  safe: boolean,
): Fix[] | undefined {
  const { start, end, suggestion } = problem;
  if (suggestion === undefined) return undefined;
  const written = node.value.slice(start, end);
  const blank = written.includes('\n') ? 'the line break' : 'the blank';
  const removed = written.trim() === '' ? blank : `"${written}"`;
  const title = suggestion === '' ? `Remove ${removed}` : `Change to "${suggestion}"`;
  return [{ title, edits: [replacement(tree, node, suggestion, start, end)], safe }];
}

/** The part alone, or the whole text where its quoting would not bear the part's new characters. */
function replacement(
  tree: Tree,
  node: StringNode,
  text: string,
  start: number,
  end: number,
): TextEdit | undefined {
  const { mapped, value } = node;
  if (end === value.length && value.endsWith('\n')) return withoutLineBreak(tree, node, start, text);
  const newText = mapped.encode(text, start, end);
  if (newText === undefined) {
    return new TreeEditor(tree).replace(node, value.slice(0, start) + text + value.slice(end));
  }
  return { span: { start: mapped.toHost(start), end: mapped.toHost(end) }, newText };
}

/** The line break at the end of a block of YAML is no character that could be taken out: the block's head asks for it. */
function withoutLineBreak(tree: Tree, node: StringNode, end: number, text: string): TextEdit | undefined {
  const { start } = node.span;
  const head = /^[|>]\d?[+]?(?=[ \t]*\r?\n)/.exec(tree.source.text.slice(start, start + 40))?.[0];
  const alone = text === '' && /^\n+$/.test(node.value.slice(end));
  if (alone && tree.format === 'yaml' && head !== undefined && tree.source.toHost(start) === start)
    return { span: { start, end: start + head.length }, newText: `${head.replace('+', '')}-` };
  return new TreeEditor(tree).replace(node, node.value.slice(0, end) + text);
}
