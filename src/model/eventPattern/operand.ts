import type { ScalarNode, Span, StringNode, TreeNode } from '../../syntax/tree';
import { comparableNumber } from './comparableNumber';
import type { EventPatternProblem, PatternProblemCode } from './problem';
import { readWildcard } from './wildcard';
import type { ValueTest } from './valueTest';

export type Report = (problem: EventPatternProblem) => void;

/** Reports an error at a place, with AWS's words for it. */
export function refuse(
  report: Report,
  code: PatternProblemCode,
  span: Span,
  message: string,
  awsMessage: string,
): undefined {
  report({ code, severity: 'error', span, message, awsMessage });
  return undefined;
}

/** What a value is called in a sentence. */
export function kindOf(node: TreeNode | undefined): string {
  switch (node?.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return 'a string';
    case 'number':
      return `the number ${node.raw}`;
    case 'boolean':
    case 'null':
      return String(node.value);
    default:
      return 'nothing';
  }
}

/** A value that something outside of the file fills in, wholly or in part. */
export function isUnknown(node: TreeNode | undefined): boolean {
  return node?.kind === 'dynamic' || (node?.kind === 'string' && node.dynamic === true);
}

/** A number as it reaches AWS, in JSON's notation also where the file is YAML. */
export function numberText(node: ScalarNode): string {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(node.raw) ? node.raw : String(node.value);
}

/** A number that AWS has to be able to compare. */
export function readNumber(node: ScalarNode, report: Report): number | undefined {
  const raw = numberText(node);
  const value = comparableNumber(raw);
  if (value !== undefined) return value;
  return refuse(
    report,
    'number-not-comparable',
    node.span,
    `The number ${raw} cannot be compared: it has more digits, or is larger or smaller, than a double holds.`,
    `Cannot compare number : ${raw}`,
  );
}

/** A wildcard's text; unknown where it is filled in from outside. */
export function readWildcardOperand(node: StringNode, report: Report): ValueTest | undefined {
  const { span } = node;
  if (node.dynamic) return { kind: 'unknown', span };
  const read = readWildcard(node.value);
  if ('parts' in read) return { kind: 'wildcard', text: node.value, parts: read.parts, span };
  const place = { start: node.mapped.toHost(read.start), end: node.mapped.toHost(read.end) };
  const message =
    read.code === 'wildcard-repeated'
      ? `The wildcard "${node.value}" has asterisks side by side; one already stands for any text.`
      : `The wildcard "${node.value}" has a backslash that does not stand before an asterisk or a backslash.`;
  return refuse(report, read.code, place, message, read.awsMessage);
}
