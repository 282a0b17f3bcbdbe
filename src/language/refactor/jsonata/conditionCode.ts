import { CHOICE_OPERATORS } from '../../../catalog/choiceOperators';
import { getString } from '../../../syntax/navigate';
import type { ObjectNode, Property } from '../../../syntax/tree';
import { literal, operand, quoted, Unsure, type Code } from './code';
import type { Names } from './names';
import { pathTextCode, type Roots } from './pathCode';

/** The fields of a rule that say when it is true; the others belong to the rule. */
export function isConditionField(name: string): boolean {
  return CHOICE_OPERATORS.has(name) || ['Variable', 'And', 'Or', 'Not'].includes(name);
}

/**
 * The condition of a choice rule. A comparison with a value of another type is false there and may
 * fail here, so orders ask for the type first, in a conditional: not every JSONata leaves the right
 * side of `and` alone.
 */
export function conditionCode(rule: ObjectNode, roots: Roots): Code {
  const fields = rule.properties.filter(({ name }) => isConditionField(name));
  const composite = fields.find(({ name }) => ['And', 'Or', 'Not'].includes(name));
  if (composite) {
    if (fields.length > 1) throw new Unsure(`"${composite.name}" stands beside another condition`);
    return compositeCode(composite, roots);
  }
  const variable = getString(rule, 'Variable');
  const comparison = fields.find(({ name }) => name !== 'Variable');
  if (!variable || variable.dynamic || !comparison || fields.length !== 2)
    throw new Unsure('a rule is no single comparison');
  if (comparison.name !== 'IsPresent')
    roots.names.remarks.add('A comparison is false where its path leads nowhere; JSONPath failed there.');
  return comparisonCode(pathTextCode(variable.value, roots), comparison, roots);
}

function compositeCode({ name, value }: Property, roots: Roots): Code {
  if (name === 'Not') {
    if (value?.kind !== 'object') throw new Unsure('"Not" holds no condition');
    return { text: `${roots.names.call('not')}(${conditionCode(value, roots).text})`, shape: 'boolean' };
  }
  const conditions = value?.kind === 'array' ? value.items : [];
  if (conditions.length === 0) throw new Unsure(`"${name}" holds no conditions`);
  const codes = conditions.map((condition) => {
    if (condition.kind !== 'object') throw new Unsure(`"${name}" holds something that is no condition`);
    return conditionCode(condition, roots);
  });
  if (codes.length === 1) return codes[0];
  const text = codes.map(operand).join(` ${name.toLowerCase()} `);
  return { text, shape: 'boolean', loose: true };
}

const SIGNS: readonly (readonly [suffix: string, sign: string])[] = [
  ['LessThanEquals', '<='],
  ['GreaterThanEquals', '>='],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['Equals', '='],
];

const TYPES: Readonly<Record<string, string>> = {
  String: 'string',
  Numeric: 'number',
  Boolean: 'boolean',
  Timestamp: 'timestamp',
};

function comparisonCode(variable: Code, { key, value }: Property, roots: Roots): Code {
  const { names } = roots;
  const name = key.value;
  if (name.startsWith('Is'))
    return testCode(variable, name, value?.kind === 'boolean' && value.value === true, names);
  if (name === 'StringMatches')
    return matchCode(variable, value?.kind === 'string' ? value.value : undefined, names);
  const byPath = name.endsWith('Path');
  const plain = byPath ? name.slice(0, -4) : name;
  const [suffix, sign] = SIGNS.find(([ending]) => plain.endsWith(ending)) ?? [];
  const type = suffix && TYPES[plain.slice(0, -suffix.length)];
  if (
    !suffix ||
    !sign ||
    !type ||
    !value ||
    value.kind === 'dynamic' ||
    (value.kind === 'string' && value.dynamic)
  )
    throw new Unsure(`"${name}" has no counterpart in JSONata`);
  if (byPath && value.kind !== 'string') throw new Unsure(`"${name}" holds no path`);
  const other =
    byPath && value.kind === 'string'
      ? pathTextCode(value.value, roots)
      : ({ text: literal('value' in value ? value.value : null), shape: 'unknown' } satisfies Code);
  if (type === 'timestamp') return timestampCode(variable, sign, other, byPath, names);
  const isType = (code: Code) => `${names.call('type')}(${code.text}) = '${type}'`;
  if (sign === '=') {
    const equal = `${operand(variable)} = ${operand(other)}`;
    return { text: byPath ? `${isType(variable)} and ${equal}` : equal, shape: 'boolean', loose: true };
  }
  const test = byPath ? `${isType(variable)} and ${isType(other)}` : isType(variable);
  const text = `${test} ? ${operand(variable)} ${sign} ${operand(other)} : false`;
  return { text, shape: 'boolean', loose: true };
}

function testCode(variable: Code, name: string, yes: boolean, names: Names): Code {
  const type = (wanted: string): Code => ({
    text: `${names.call('type')}(${variable.text}) ${yes ? '=' : '!='} '${wanted}'`,
    shape: 'boolean',
    loose: true,
  });
  const either = (text: string): Code => ({
    text: yes ? text : `${names.call('not')}(${text})`,
    shape: 'boolean',
  });
  switch (name) {
    case 'IsPresent':
      return either(`${names.call('exists')}(${variable.text})`);
    case 'IsNull':
      return type('null');
    case 'IsString':
      return type('string');
    case 'IsNumeric':
      return type('number');
    case 'IsBoolean':
      return type('boolean');
    case 'IsTimestamp': {
      const test = isTimestamp(variable, names);
      return yes ? { text: test, shape: 'boolean', loose: true } : either(test);
    }
    default:
      throw new Unsure(`"${name}" has no counterpart in JSONata`);
  }
}

/** RFC 3339, as far as the form says; hours and days that do not exist are not among it. */
const TIMESTAMP = String.raw`/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/`;

function isTimestamp({ text }: Code, names: Names): string {
  return `${names.call('type')}(${text}) = 'string' ? ${names.call('contains')}(${text}, ${TIMESTAMP}) : false`;
}

function timestampCode(variable: Code, sign: string, other: Code, byPath: boolean, names: Names): Code {
  const at = (code: Code) => `${names.call('toMillis')}(${code.text})`;
  const compared = `${at(variable)} ${sign} ${at(other)}`;
  const test = `(${isTimestamp(variable, names)})`;
  const tests = byPath ? `${test} and (${isTimestamp(other, names)})` : test;
  return { text: `${tests} ? ${compared} : false`, shape: 'boolean', loose: true };
}

function matchCode(variable: Code, pattern: string | undefined, names: Names): Code {
  if (pattern === undefined || pattern.includes('${'))
    throw new Unsure('"StringMatches" holds no fixed pattern');
  let regex = '';
  let plain = '';
  let isPlain = true;
  for (const { 0: found } of pattern.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (found === '*') {
      isPlain = false;
      regex += String.raw`[\s\S]*`;
    } else {
      const character = found.length > 1 ? found.slice(1) : found;
      plain += character;
      regex += escaped(character);
    }
  }
  if (isPlain) return { text: `${operand(variable)} = ${quoted(plain)}`, shape: 'boolean', loose: true };
  const contains = `${names.call('contains')}(${variable.text}, /^${regex}$/)`;
  const text = `${names.call('type')}(${variable.text}) = 'string' ? ${contains} : false`;
  return { text, shape: 'boolean', loose: true };
}

function escaped(character: string): string {
  if (character === '\n') return String.raw`\n`;
  // JSONata takes the bracket of a set behind two backslashes for escaped, and misses the end of the pattern.
  if (character === '\\') return String.raw`\x5c`;
  return /[\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
