import { parseJson } from '../../../syntax/json';
import { JoinedText, type Piece } from '../../../syntax/joined';
import type { DynamicNode, StringNode, Tree, TreeNode } from '../../../syntax/tree';

/** Reads the JSON that a value of a template holds as text: a string, `Fn::Sub`, `Fn::Join`. */
export function embeddedJson(node: TreeNode): Tree | undefined {
  if (node.kind === 'string') return hasDirectives(node) ? undefined : parseJson(node.mapped);
  if (node.kind !== 'dynamic' || node.inner?.kind !== 'array') return undefined;
  const { items } = node.inner;
  if (node.tag === 'Sub' && items[0]?.kind === 'string') return parseJson(items[0].mapped);
  const pieces = node.tag === 'Join' ? piecesOf(node) : undefined;
  return pieces && parseJson(new JoinedText(pieces));
}

/** `%{ if … }` of Terraform leaves parts of a text out or repeats them: what it becomes is not known. */
function hasDirectives({ tag, value }: StringNode): boolean {
  return tag === 'Template' && value.includes('%{');
}

/** The parts of `Fn::Join`, with its separator between them. */
function piecesOf({ inner }: DynamicNode): Piece[] | undefined {
  const [separator, list] = inner?.kind === 'array' ? inner.items : [];
  if (separator?.kind !== 'string' || list?.kind !== 'array') return undefined;
  return list.items.flatMap((item, index): Piece[] => {
    const between: Piece[] =
      index > 0 && separator.value !== ''
        ? [{ text: separator.value, span: { start: item.span.start, end: item.span.start } }]
        : [];
    return [...between, ...pieces(item)];
  });
}

function pieces(node: TreeNode): Piece[] {
  if (node.kind === 'string') return [node.mapped];
  if (node.kind === 'dynamic' && node.tag === 'Join') {
    const inner = piecesOf(node);
    if (inner) return inner;
  }
  const name = node.kind === 'dynamic' ? (node.names[0] ?? node.tag) : undefined;
  return [{ text: `\${${name ?? 'Value'}}`, span: node.span }];
}
