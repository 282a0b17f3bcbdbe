import { nearest } from '../../expressions/nearest';
import type { ObjectNode, StringNode, TreeNode } from '../../syntax/tree';
import { addressDigits, readCidr } from './address';
import { readAnythingBut } from './anythingBut';
import { comparableNumber } from './comparableNumber';
import { readNumericOperand } from './numericOperand';
import { isUnknown, kindOf, numberText, readWildcardOperand, refuse, type Report } from './operand';
import type { ValueTest } from './valueTest';

/** The operators of a field's value, in the order in which documentation lists them. */
export const OPERATORS = [
  'prefix',
  'suffix',
  'equals-ignore-case',
  'wildcard',
  'anything-but',
  'numeric',
  'cidr',
  'exists',
  'exactly',
] as const;

const ONE_KEY = 'Only one key allowed in match expression';
const ONE_KEY_NUMERIC = 'Too many elements in numeric expression';

/** Reads one item of the list that is a field's value. */
export function readFieldValue(item: TreeNode, report: Report): ValueTest | undefined {
  const { span } = item;
  if (isUnknown(item)) return { kind: 'unknown', span };
  switch (item.kind) {
    case 'object':
      return readOperator(item, report);
    case 'string': {
      const digits = addressDigits(item.value);
      if (digits === undefined) return { kind: 'text', text: item.value, span };
      return { kind: 'address', source: item.value, range: { bottom: digits, top: digits }, span };
    }
    case 'number': {
      const raw = numberText(item);
      return { kind: 'number', raw, value: comparableNumber(raw), span };
    }
    case 'boolean':
    case 'null':
      return { kind: 'literal', value: item.value as boolean | null, span };
    default:
      return refuse(
        report,
        'nested-array',
        span,
        'A list stands inside of the list of values.',
        'Match value must be String, number, true, false, or null',
      );
  }
}

function readOperator(node: ObjectNode, report: Report): ValueTest | undefined {
  const [first, second] = node.properties;
  if (!first) {
    const message = 'The object names no operator.';
    return refuse(report, 'empty-operator', node.span, message, 'Match expression name not found');
  }
  const name = first.name;
  if (!isOperator(name)) {
    const meant = nearest(name, OPERATORS);
    const message = `"${name}" is no operator${meant ? `; "${meant}" is` : ''}.`;
    return refuse(report, 'unknown-operator', first.key.span, message, `Unrecognized match type ${name}`);
  }
  if (!first.value) return undefined;
  const test = readOperand(name, first.value, report);
  if (test && second) {
    const message = `An operator stands alone in its object; "${second.name}" is a second one.`;
    const awsMessage = name === 'numeric' || name === 'anything-but' ? ONE_KEY_NUMERIC : ONE_KEY;
    return refuse(report, 'several-operators', second.span, message, awsMessage);
  }
  return test && { ...test, span: node.span };
}

function isOperator(name: string): name is (typeof OPERATORS)[number] {
  return (OPERATORS as readonly string[]).includes(name);
}

function readOperand(
  name: (typeof OPERATORS)[number],
  node: TreeNode,
  report: Report,
): ValueTest | undefined {
  const { span } = node;
  if (node.kind === 'dynamic') return { kind: 'unknown', span };
  switch (name) {
    case 'anything-but':
      return readAnythingBut(node, report);
    case 'numeric':
      if (node.kind === 'array') return readNumericOperand(node, report);
      return wrongType(
        'numeric',
        'a list of comparisons and numbers',
        node,
        'Value of numeric must be an array.',
        report,
      );
    case 'exists':
      if (node.kind === 'boolean') return { kind: 'exists', exists: node.value === true, span };
      return wrongType(
        'exists',
        'true or false',
        node,
        'exists match pattern must be either true or false.',
        report,
      );
    case 'prefix':
    case 'suffix':
      if (node.kind === 'object') return readCaseless(name, node, report);
      if (node.kind !== 'string') return wrongString(name, node, report);
      return node.dynamic
        ? { kind: 'unknown', span }
        : { kind: name, text: node.value, ignoreCase: false, span };
    default:
      if (node.kind !== 'string') return wrongString(name, node, report);
      return node.dynamic ? { kind: 'unknown', span } : readText(name, node, report);
  }
}

function readText(
  name: 'equals-ignore-case' | 'wildcard' | 'cidr' | 'exactly',
  node: StringNode,
  report: Report,
): ValueTest | undefined {
  const { value: text, span } = node;
  if (name === 'wildcard') return readWildcardOperand(node, report);
  if (name === 'exactly') return { kind: 'text', text, span };
  if (name === 'equals-ignore-case') return { kind: 'equalsIgnoreCase', text, span };
  const read = readCidr(text);
  if ('range' in read) return { kind: 'address', source: text, range: read.range, span };
  const message = `"${text}" is not an IP range such as 10.0.0.0/8 (up to /31) or 2001:db8::/32 (up to /127).`;
  return refuse(report, 'cidr', span, message, read.error);
}

function readCaseless(name: 'prefix' | 'suffix', node: ObjectNode, report: Report): ValueTest | undefined {
  const [first, second] = node.properties;
  if (!first) {
    const message = `The object in "${name}" names no operator.`;
    const awsMessage = `${name === 'prefix' ? 'Prefix' : 'Suffix'} expression name not found`;
    return refuse(report, 'empty-operator', node.span, message, awsMessage);
  }
  const inner = first.name;
  if (inner !== 'equals-ignore-case') {
    const message = `"${inner}" cannot stand inside of "${name}"; only "equals-ignore-case" can.`;
    return refuse(
      report,
      'nested-operator',
      first.key.span,
      message,
      `Unsupported ${name} pattern: ${inner}`,
    );
  }
  if (!first.value) return undefined;
  if (isUnknown(first.value)) return { kind: 'unknown', span: node.span };
  if (first.value.kind !== 'string') return wrongString('equals-ignore-case', first.value, report);
  if (second) {
    const message = `"equals-ignore-case" stands alone in its object; "${second.name}" is a second key.`;
    return refuse(report, 'several-operators', second.span, message, ONE_KEY);
  }
  return { kind: name, text: first.value.value, ignoreCase: true, span: node.span };
}

/** AWS's own slip: what it says of a `cidr` speaks of a prefix, and it calls `exactly` "exact". */
const AWS_NAMES: Readonly<Record<string, string>> = { cidr: 'prefix', exactly: 'exact' };

function wrongString(name: string, node: TreeNode, report: Report): undefined {
  return wrongType(
    name,
    'a string',
    node,
    `${AWS_NAMES[name] ?? name} match pattern must be a string`,
    report,
  );
}

function wrongType(
  name: string,
  wanted: string,
  node: TreeNode,
  awsMessage: string,
  report: Report,
): undefined {
  return refuse(
    report,
    'operand-type',
    node.span,
    `"${name}" takes ${wanted}, and not ${kindOf(node)}.`,
    awsMessage,
  );
}
