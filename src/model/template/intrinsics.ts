import { LazyString } from '../../syntax/lazyString';
import type { ArrayNode, DynamicNode, ObjectNode, Property, StringNode, TreeNode } from '../../syntax/tree';

/** Where a function may leave a value out altogether. */
export const NO_VALUE = 'AWS::NoValue';

/** `Fn::ForEach::Name` stands among properties and gives several of them; it is no value. */
const FUNCTION = /^(?:Ref|Fn::(?!ForEach\b).+)$/;

/**
 * Turns the long forms of CloudFormation's functions (`{ "Fn::GetAtt": [ … ] }`) into what the short
 * forms are read as, in place: `Fn::Sub` of a text is a string with gaps, every other one is a dynamic node.
 */
export function readLongForms(node: TreeNode | undefined): void {
  if (node?.kind === 'object') {
    for (const property of node.properties) {
      readLongForms(property.value);
      if (property.value) property.value = hang(property, functionOf(property.value));
    }
  } else if (node?.kind === 'array') {
    node.items.forEach((item, index) => {
      readLongForms(item);
      node.items[index] = hang(node, functionOf(item));
    });
  } else if (node?.kind === 'dynamic') readLongForms(node.inner);
}

function hang(parent: Property | ArrayNode, node: TreeNode): TreeNode {
  node.parent = parent;
  return node;
}

/** The name of the function that an object stands for. */
function functionName({ properties }: ObjectNode): string | undefined {
  const [only] = properties;
  return properties.length === 1 && FUNCTION.test(only.name) ? only.name : undefined;
}

function functionOf(node: TreeNode): TreeNode {
  if (node.kind === 'dynamic') {
    const { span, names, tag, inner } = node;
    return inner ? named({ kind: 'dynamic', span, names, tag, inner: functionOf(inner) }) : node;
  }
  const name = node.kind === 'object' ? functionName(node) : undefined;
  if (name === undefined || node.kind !== 'object') return node;
  const inner = node.properties[0].value;
  const tag = name.replace(/^Fn::/, '');
  if (tag === 'Sub' && inner?.kind === 'string') return subText(inner);
  return named({ kind: 'dynamic', span: node.span, names: [], tag, inner });
}

function subText(text: StringNode): StringNode {
  return new LazyString(text.value, text.span, () => text.mapped, true, 'Sub');
}

/** Gives `Ref` and `GetAtt` the name that they stand for, in whichever form they are written. */
function named({ kind, span, names, tag, inner }: DynamicNode): DynamicNode {
  const parts = tag === 'GetAtt' && inner?.kind === 'array' ? inner.items : inner ? [inner] : [];
  const texts = parts.map((part) => (part.kind === 'string' ? part.value : '*'));
  const known = inner?.kind === 'string' || (tag === 'GetAtt' && texts.length > 0);
  return { kind, span, names: known ? [texts.join('.')] : names, tag, inner };
}
