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
  const title = suggestion === '' ? `Remove "${written}"` : `Change to "${suggestion}"`;
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
  const newText = mapped.encode(text, start, end);
  if (newText === undefined) {
    return new TreeEditor(tree).replace(node, value.slice(0, start) + text + value.slice(end));
  }
  return { span: { start: mapped.toHost(start), end: mapped.toHost(end) }, newText };
}
