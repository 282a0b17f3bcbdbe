import type { ArrayNode, ObjectNode, Property, StringNode, TreeNode } from '../../syntax/tree';
import {
  isUnknown,
  kindOf,
  numberText,
  readNumber,
  readWildcardOperand,
  refuse,
  type Report,
} from './operand';
import type { ValueTest } from './valueTest';

const INNER = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'] as const;
type Inner = (typeof INNER)[number];

const WRONG_TYPE: Readonly<Record<Inner, string>> = {
  prefix: 'prefix/suffix match pattern must be a string',
  suffix: 'prefix/suffix match pattern must be a string',
  'equals-ignore-case':
    'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
  wildcard: 'wildcard match pattern must be a string',
};
const NOT_A_VALUE = 'Value of anything-but must be an array or single string/number value.';

/** Reads the operand of `anything-but`: a string, a number, a list of either, or an operator with strings. */
export function readAnythingBut(node: TreeNode, report: Report): ValueTest | undefined {
  const { span } = node;
  if (isUnknown(node)) return { kind: 'unknown', span };
  let not: ValueTest[] | undefined;
  if (node.kind === 'object') not = readInner(node, report);
  else if (node.kind === 'array') not = readList(node, report);
  else if (node.kind === 'string') not = [{ kind: 'text', text: node.value, span }];
  else if (node.kind === 'number') {
    const value = readNumber(node, report);
    if (value === undefined) return undefined;
    not = [{ kind: 'number', raw: numberText(node), value, span }];
  } else {
    const message = `"anything-but" takes a string, a number or a list of them, and not ${kindOf(node)}.`;
    return refuse(report, 'operand-type', span, message, NOT_A_VALUE);
  }
  return not && { kind: 'anythingBut', not, span };
}

function readList({ items, span }: ArrayNode, report: Report): ValueTest[] | undefined {
  const tests: ValueTest[] = [];
  for (const item of items) {
    if (isUnknown(item)) {
      tests.push({ kind: 'unknown', span: item.span });
    } else if (item.kind === 'string') {
      tests.push({ kind: 'text', text: item.value, span: item.span });
    } else if (item.kind === 'number') {
      const value = readNumber(item, report);
      if (value === undefined) return undefined;
      tests.push({ kind: 'number', raw: numberText(item), value, span: item.span });
    } else {
      const message = `A list of "anything-but" holds strings or numbers, and not ${kindOf(item)}.`;
      const awsMessage = 'Inside anything but list, start|null|boolean is not supported.';
      return refuse(report, 'operand-type', item.span, message, awsMessage);
    }
  }
  const kinds = new Set(tests.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'));
  if (items.length === 0 || kinds.size > 1) {
    const message =
      items.length === 0
        ? 'The list of "anything-but" is empty.'
        : 'The list of "anything-but" mixes strings and numbers.';
    const awsMessage =
      'Inside anything but list, either all values are number or string, mixed type is not supported';
    return refuse(report, 'mixed-list', span, message, awsMessage);
  }
  return tests;
}

function readInner(node: ObjectNode, report: Report): ValueTest[] | undefined {
  const [first, second] = node.properties;
  if (!first) {
    const message = 'The object in "anything-but" names no operator.';
    return refuse(report, 'empty-operator', node.span, message, 'Anything-But expression name not found');
  }
  const name = first.name;
  const operator = INNER.find((inner) => inner === name);
  if (!operator) {
    const message = `"${name}" cannot stand inside of "anything-but"; prefix, suffix, equals-ignore-case and wildcard can.`;
    return refuse(
      report,
      'nested-operator',
      first.key.span,
      message,
      `Unsupported anything-but pattern: ${name}`,
    );
  }
  const tests = first.value ? readInnerOperand(operator, first, first.value, report) : [];
  if (tests && second) {
    const message = `An operator stands alone in its object; "${second.name}" is a second one.`;
    return refuse(
      report,
      'several-operators',
      second.span,
      message,
      'Too many elements in numeric expression',
    );
  }
  return tests;
}

function readInnerOperand(
  operator: Inner,
  property: Property,
  operand: TreeNode,
  report: Report,
): ValueTest[] | undefined {
  if (operand.kind === 'dynamic') return [{ kind: 'unknown', span: operand.span }];
  if (operand.kind !== 'array' && operand.kind !== 'string' && operand.kind !== 'number') {
    const message = `"${operator}" in "anything-but" takes a string or a list of strings, and not ${kindOf(operand)}.`;
    return refuse(report, 'operand-type', operand.span, message, NOT_A_VALUE);
  }
  if (operand.kind === 'array' && operand.items.length === 0) {
    report({
      code: 'empty-operand',
      severity: 'warning',
      span: operand.span,
      message: `The list of "${property.name}" is empty; AWS's open-source matcher reads it and then fails.`,
    });
  }
  const tests: ValueTest[] = [];
  for (const item of operand.kind === 'array' ? operand.items : [operand]) {
    const test = readInnerItem(operator, item, report);
    if (!test) return undefined;
    tests.push(test);
  }
  return tests;
}

function readInnerItem(operator: Inner, item: TreeNode, report: Report): ValueTest | undefined {
  const { span } = item;
  if (isUnknown(item)) return { kind: 'unknown', span };
  if (item.kind !== 'string') {
    const message = `"${operator}" in "anything-but" compares with strings, and not with ${kindOf(item)}.`;
    return refuse(report, 'operand-type', span, message, WRONG_TYPE[operator]);
  }
  return textTest(operator, item, report);
}

function textTest(operator: Inner, item: StringNode, report: Report): ValueTest | undefined {
  const { value: text, span } = item;
  switch (operator) {
    case 'prefix':
    case 'suffix':
      if (text === '') {
        const message = `The ${operator} in "anything-but" is empty, and every string has it.`;
        return refuse(report, 'empty-operand', span, message, 'Null prefix/suffix not allowed');
      }
      return { kind: operator, text, ignoreCase: false, span };
    case 'equals-ignore-case':
      return { kind: 'equalsIgnoreCase', text, span };
    case 'wildcard':
      return readWildcardOperand(item, report);
  }
}
