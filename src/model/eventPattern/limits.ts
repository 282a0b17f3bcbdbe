import { toValue } from '../../syntax/navigate';
import type { Tree, TreeNode } from '../../syntax/tree';
import { countAlternatives } from './alternatives';
import { DIALECTS, type DialectFacts, type PatternDialect } from './dialects';
import type { Alternative, EventPattern, PatternField, PatternGroup } from './eventPattern';
import type { Report } from './operand';
import type { ValueTest } from './valueTest';
import { wildcardComplexity } from './wildcardComplexity';

/** What is checked: a pattern whose parts have been read. */
type Read = Required<Pick<EventPattern, 'root' | 'alternatives'>>;

/** Checks what a dialect adds to the common grammar: sizes, counts, operators. */
export function checkLimits(
  source: Tree | TreeNode,
  read: Read,
  dialect: PatternDialect,
  report: Report,
): void {
  const facts = DIALECTS[dialect];
  const fields = fieldsOf(read.root);
  checkLength(source, facts, read.root, report);
  checkOperators(fields, facts, report);
  checkCombinations(read.root, facts, report);
  checkComplexity(read.alternatives, facts, report);
  checkPolicy(read.root, fields, facts, report);
}

/** All fields of a group, those of `$or` included, in document order. */
export function fieldsOf(group: PatternGroup): PatternField[] {
  return group.members.flatMap((member) =>
    member.kind === 'field' ? member : member.branches.flatMap(fieldsOf),
  );
}

function checkLength(
  source: Tree | TreeNode,
  { length, name }: DialectFacts,
  root: PatternGroup,
  report: Report,
): void {
  if (!length) return;
  const isJson = !('kind' in source) && source.format === 'json';
  const text = isJson ? source.source.text : JSON.stringify(toValue('kind' in source ? source : source.root));
  const characters = text.length;
  const span = { start: root.span.start, end: root.span.start + 1 };
  const count = characters.toLocaleString('en-US');
  if (characters > length.max) {
    const message = `The pattern has ${count} characters; ${name} takes ${length.max.toLocaleString('en-US')}.`;
    report({ code: 'too-long', severity: 'error', span, message });
  } else if (length.byDefault && characters > length.byDefault) {
    const message = `The pattern has ${count} characters; ${name} takes ${length.byDefault.toLocaleString('en-US')} unless the quota was raised.`;
    report({ code: 'too-long', severity: 'warning', span, message });
  }
}

const OPERATOR_OF: Partial<Record<ValueTest['kind'], string>> = {
  prefix: 'prefix',
  suffix: 'suffix',
  equalsIgnoreCase: 'equals-ignore-case',
  wildcard: 'wildcard',
};

function checkOperators(fields: readonly PatternField[], facts: DialectFacts, report: Report): void {
  const warn = (test: ValueTest, operator: string): void =>
    report({
      code: 'operator-of-other-dialect',
      severity: 'warning',
      span: test.span,
      message: `"${operator}" is not among the operators that are documented for ${facts.name}.`,
    });
  for (const { tests } of fields) {
    for (const test of tests) {
      if (test.kind === 'anythingBut') {
        const operator = test.not.map(({ kind }) => OPERATOR_OF[kind]).find(Boolean);
        if (operator && facts.insideAnythingBut && !facts.insideAnythingBut.includes(operator)) {
          warn(test, `anything-but" with "${operator}`);
        }
      }
      const operator = test.kind === 'address' && test.source.includes('/') ? 'cidr' : OPERATOR_OF[test.kind];
      if (operator && facts.operators && !facts.operators.includes(operator)) warn(test, operator);
      if (facts.largestNumber !== undefined) checkNumber(test, facts, report);
    }
  }
}

function checkNumber(
  test: ValueTest,
  { largestNumber = Infinity, name }: DialectFacts,
  report: Report,
): void {
  const values =
    test.kind === 'number' ? [test.value] : test.kind === 'range' ? [test.from?.value, test.to?.value] : [];
  if (!values.some((value) => value !== undefined && Math.abs(value) > largestNumber)) return;
  const message = `${name[0].toUpperCase()}${name.slice(1)} is documented for numbers up to ${largestNumber.toLocaleString('en-US')} only.`;
  report({ code: 'number-not-comparable', severity: 'warning', span: test.span, message });
}

function checkCombinations(root: PatternGroup, { combinations }: DialectFacts, report: Report): void {
  const count = countAlternatives(root);
  if (!combinations || count <= combinations) return;
  const or = root.members.find(({ kind }) => kind === 'or');
  const message = `The "$or" lists multiply to ${count.toLocaleString('en-US')} ways to match; AWS may read only ${combinations.toLocaleString('en-US')}.`;
  report({ code: 'or-combinations', severity: 'warning', span: or?.span ?? root.span, message });
}

const TOO_COMPLEX =
  'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character';

function checkComplexity(
  alternatives: readonly Alternative[],
  { complexity }: DialectFacts,
  report: Report,
): void {
  if (!complexity) return;
  for (const { value, tests, negated } of wildcardComplexity(alternatives, complexity.max + 1)) {
    if (value <= complexity.seen) continue;
    // AWS was seen to refuse `wildcard` above the limit; nobody asked it about `anything-but`.
    const isCertain = value > complexity.max && !negated;
    report({
      code: 'wildcard-complexity',
      severity: isCertain ? 'error' : 'warning',
      span: tests[0].span,
      message:
        tests.length === 1
          ? `The wildcard can match a text in ${value}${value > complexity.max ? ' or more' : ''} places at once, which ${isCertain ? 'is' : 'may be'} too complex for AWS.`
          : `The ${tests.length} wildcards of this field can match a text in ${value}${value > complexity.max ? ' or more' : ''} places at once, which ${isCertain ? 'is' : 'may be'} too complex for AWS.`,
      ...(isCertain && { awsMessage: TOO_COMPLEX }),
    });
  }
}

function checkPolicy(
  root: PatternGroup,
  fields: readonly PatternField[],
  facts: DialectFacts,
  report: Report,
): void {
  const span = { start: root.span.start, end: root.span.start + 1 };
  const keys = new Set(fields.map(({ path }) => path)).size;
  if (facts.keys !== undefined && keys > facts.keys) {
    const message = `The policy has ${keys} keys; ${facts.name} takes ${facts.keys}.`;
    const awsMessage = `FilterPolicy: Filter policy can not have more than ${facts.keys} keys`;
    report({ code: 'too-many-keys', severity: 'error', span, message, awsMessage });
  }
  if (facts.values !== undefined) {
    const values = fields.reduce(
      (product, { tests, steps }) => product * tests.length * (facts.flat ? 1 : steps.length),
      1,
    );
    if (values > facts.values) {
      const message = `The lists of values multiply to ${values.toLocaleString('en-US')}; ${facts.name} takes ${facts.values}.`;
      report({
        code: 'too-many-values',
        severity: 'error',
        span,
        message,
        awsMessage: 'FilterPolicy: Filter policy is too complex',
      });
    }
  }
  const nested = facts.flat && fields.find(({ steps }) => steps.length > 1);
  if (nested) {
    const message = `"${nested.path}" is nested, and message attributes are not.`;
    const awsMessage =
      'FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy';
    report({ code: 'nested-fields', severity: 'error', span: nested.key.span, message, awsMessage });
  }
}
