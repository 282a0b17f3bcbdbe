import type { ArrayNode, TreeNode } from '../../syntax/tree';
import { isUnknown, kindOf, readNumber, refuse, type Report } from './operand';
import type { NumericBound, ValueTest } from './valueTest';

const ORDER = '"numeric" takes a comparison and a number, or a lower bound followed by an upper bound';

/** Reads `[">", 0, "<=", 5]`. */
export function readNumericOperand(node: ArrayNode, report: Report): ValueTest | undefined {
  const { items, span } = node;
  if (items.some(isUnknown)) return { kind: 'unknown', span };
  const [sign, operand, secondSign, secondOperand] = items;
  if (sign?.kind !== 'string') {
    const message = `${ORDER}; this list begins with ${kindOf(sign)}.`;
    return refuse(
      report,
      'numeric-form',
      sign?.span ?? span,
      message,
      `Invalid member in numeric match: ${tokenOf(sign)}`,
    );
  }
  const comparison = sign.value;
  if (!['=', '<', '<=', '>', '>='].includes(comparison)) {
    const message = `"${comparison}" is no comparison of numbers; there are =, <, <=, > and >=.`;
    return refuse(
      report,
      'numeric-form',
      sign.span,
      message,
      `Unrecognized numeric range operator: ${comparison}`,
    );
  }
  if (operand?.kind !== 'number') {
    const message = `"${comparison}" compares with a number, and ${kindOf(operand)} follows it.`;
    const name = comparison === '=' ? 'equals' : comparison;
    return refuse(
      report,
      'numeric-form',
      operand?.span ?? sign.span,
      message,
      `Value of ${name} must be numeric`,
    );
  }
  const isLower = comparison.startsWith('>');
  if (!isLower && items.length > 2) {
    const message = `${ORDER}; nothing can follow "${comparison}" and its number.`;
    return refuse(report, 'numeric-form', items[2].span, message, 'Too many elements in numeric expression');
  }
  if (items.length > 2) {
    if (secondSign.kind !== 'string') {
      const message = `${ORDER}; ${kindOf(secondSign)} stands where "<" or "<=" belongs.`;
      return refuse(
        report,
        'numeric-form',
        secondSign.span,
        message,
        `Bad value in numeric range: ${tokenOf(secondSign)}`,
      );
    }
    if (secondSign.value !== '<' && secondSign.value !== '<=') {
      const message = `${ORDER}; "${secondSign.value}" is no upper bound.`;
      return refuse(
        report,
        'numeric-form',
        secondSign.span,
        message,
        `Bad numeric range operator: ${secondSign.value}`,
      );
    }
    if (secondOperand?.kind !== 'number') {
      const message = `"${secondSign.value}" compares with a number, and ${kindOf(secondOperand)} follows it.`;
      const place = secondOperand?.span ?? secondSign.span;
      return refuse(report, 'numeric-form', place, message, `Value of ${secondSign.value} must be numeric`);
    }
    if (items.length > 4) {
      const message = `${ORDER}; nothing can follow the two bounds.`;
      return refuse(
        report,
        'numeric-form',
        items[4].span,
        message,
        'Too many terms in numeric range expression',
      );
    }
  }
  const first = readNumber(operand, report);
  if (first === undefined) return undefined;
  if (comparison === '=') return { kind: 'number', raw: String(first), value: first, span };
  const inclusive = comparison.endsWith('=');
  const bound: NumericBound = { value: first, inclusive };
  if (!isLower) return { kind: 'range', to: bound, span };
  if (items.length === 2 || secondSign.kind !== 'string' || secondOperand?.kind !== 'number') {
    return { kind: 'range', from: bound, span };
  }
  const second = readNumber(secondOperand, report);
  if (second === undefined) return undefined;
  if (first >= second) {
    const message = `The lower bound ${first} is not below the upper bound ${second}.`;
    const place = { start: operand.span.start, end: secondOperand.span.end };
    return refuse(report, 'numeric-order', place, message, 'Bottom must be less than top');
  }
  return { kind: 'range', from: bound, to: { value: second, inclusive: secondSign.value === '<=' }, span };
}

/** The text of the token with which a value begins, as AWS quotes it. */
function tokenOf(node: TreeNode | undefined): string {
  if (!node) return ']';
  switch (node.kind) {
    case 'object':
      return '{';
    case 'array':
      return '[';
    case 'string':
      return node.value;
    case 'dynamic':
      return '';
    default:
      return node.raw;
  }
}
