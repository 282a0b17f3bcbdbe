import { TreeEditor, type TextEdit } from '../../syntax/edit';
import type { StringNode, Tree } from '../../syntax/tree';

/** Writes another text in the place of one, without quotes where the old one has none and the new one needs none. */
export function rewrite(node: StringNode, text: string, tree: Tree): TextEdit | undefined {
  const { span, value } = node;
  const { source } = tree;
  const isPlain = source.text.slice(source.fromHost(span.start), source.fromHost(span.end)) === value;
  const needsQuotes = !/^[A-Za-z]/.test(text) || /[,[\]{}]|: | #/.test(text);
  return isPlain && !needsQuotes ? { span, newText: text } : new TreeEditor(tree).replace(node, text);
}
