import { parseJsonPath } from '../../../src/expressions/jsonPath';
import { runtimeFailure } from './failure';
import { asList, asObject, type Json, type JsonObject } from './json';
import { lookUp, readPath, type PathRoots } from './paths';

/** True where a JSONPath choice rule is. */
export function ruleHolds(rule: JsonObject, roots: PathRoots): boolean {
  if ('And' in rule) return asList(rule.And).every((each) => ruleHolds(asObject(each), roots));
  if ('Or' in rule) return asList(rule.Or).some((each) => ruleHolds(asObject(each), roots));
  if ('Not' in rule) return !ruleHolds(asObject(rule.Not), roots);
  const operator = Object.keys(rule).find((key) => /^(String|Numeric|Boolean|Timestamp|Is)/.test(key)) ?? '';
  const operand = rule[operator];
  const variable = String(rule.Variable);
  const { path } = parseJsonPath(variable);
  const value = path && lookUp(path, roots);
  if (operator === 'IsPresent') return (value !== undefined) === operand;
  if (value === undefined) throw runtimeFailure(`"${variable}" leads to nothing`);
  if (operator.startsWith('Is')) return isOf(operator, value) === operand;
  if (operator === 'StringMatches') return typeof value === 'string' && matches(value, String(operand));
  const byPath = operator.endsWith('Path');
  const other = byPath ? readPath(String(operand), roots) : operand;
  return compare(byPath ? operator.slice(0, -4) : operator, value, other);
}

function isOf(operator: string, value: Json): boolean {
  switch (operator) {
    case 'IsNull':
      return value === null;
    case 'IsString':
      return typeof value === 'string';
    case 'IsNumeric':
      return typeof value === 'number';
    case 'IsBoolean':
      return typeof value === 'boolean';
    default:
      return timestamp(value) !== undefined;
  }
}

function compare(operator: string, left: Json, right: Json): boolean {
  const [, type, relation] = /^(String|Numeric|Boolean|Timestamp)(\w+)$/.exec(operator) ?? [];
  const read = (value: Json): string | number | boolean | undefined => {
    if (type === 'Timestamp') return timestamp(value);
    const wanted = type === 'String' ? 'string' : type === 'Numeric' ? 'number' : 'boolean';
    return typeof value === wanted ? (value as string | number | boolean) : undefined;
  };
  const a = read(left);
  const b = read(right);
  if (a === undefined || b === undefined) return false;
  switch (relation) {
    case 'Equals':
      return a === b;
    case 'LessThan':
      return a < b;
    case 'LessThanEquals':
      return a <= b;
    case 'GreaterThan':
      return a > b;
    default:
      return a >= b;
  }
}

/** Milliseconds of an RFC 3339 timestamp, `undefined` for anything else. */
export function timestamp(value: Json | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  const millis = Date.parse(value.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(millis) ? undefined : millis;
}

function matches(value: string, pattern: string): boolean {
  const source = pattern.replace(/\\([\s\S])|\*|[\s\S]/g, (found, escaped: string | undefined) =>
    found === '*' ? '[\\s\\S]*' : (escaped ?? found).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  return new RegExp(`^${source}$`).test(value);
}
