import { get, toValue } from '../syntax/navigate';
import type { ObjectNode } from '../syntax/tree';

/**
 * True where the rules plainly leave nothing over: two of them are each other's opposite, or one is
 * always true. Values of another type than the rules compare are not thought of.
 */
export function coversEverything(rules: readonly ObjectNode[]): boolean {
  const conditions = rules.map(conditionOf);
  if (conditions.some((condition) => condition === ALWAYS)) return true;
  const all = new Set(conditions.map((condition) => JSON.stringify(condition)));
  return conditions.some((condition) =>
    oppositesOf(condition).some((group) => group.every((opposite) => all.has(JSON.stringify(opposite)))),
  );
}

type Condition = Readonly<Record<string, unknown>>;

const ALWAYS: Condition = {};

/** What decides, with its keys in order and without what happens then. */
function conditionOf(rule: ObjectNode): Condition {
  const entries = rule.properties
    .filter(({ name }) => !CONSEQUENCES.has(name))
    .map(({ name, value }): [string, unknown] => [
      name,
      value?.kind === 'object' ? conditionOf(value) : toValue(value),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const condition = get(rule, 'Condition');
  if (condition?.kind === 'boolean' && condition.value === true) return ALWAYS;
  if (condition?.kind !== 'string') return Object.fromEntries(entries);
  const text = condition.value.replace(/^\{%\s*|\s*%\}$/g, '');
  return text === 'true' ? ALWAYS : { Condition: text };
}

const CONSEQUENCES: ReadonlySet<string> = new Set(['Next', 'Comment', 'Assign', 'Output']);

/** Groups of conditions of which one group closes the gap that a condition leaves. */
function oppositesOf(condition: Condition): Condition[][] {
  const groups: Condition[][] = [[{ Not: condition }]];
  const { Variable, Condition: text, ...rest } = condition;
  if (typeof text === 'string') groups.push([{ Condition: `$not(${text})` }]);
  const [[operator, operand] = ['', undefined]] = Object.entries(rest);
  if (Variable === undefined) return groups;
  const comparison = (name: string, value: unknown): Condition =>
    Object.fromEntries(
      [
        ['Variable', Variable],
        [name, value],
      ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  if (typeof operand === 'boolean') groups.push([comparison(operator, !operand)]);
  const order = /^(String|Numeric|Timestamp)(LessThan|LessThanEquals)(Path)?$/.exec(operator);
  if (order) {
    const [, family, relation, path = ''] = order;
    const greater = `${family}GreaterThan`;
    if (relation === 'LessThanEquals') groups.push([comparison(`${greater}${path}`, operand)]);
    else
      groups.push(
        [comparison(`${greater}Equals${path}`, operand)],
        [comparison(`${family}Equals${path}`, operand), comparison(`${greater}${path}`, operand)],
      );
  }
  return groups;
}
