import type { PatternField } from '../../model/eventPattern/eventPattern';
import { fieldTest } from '../../model/eventPattern/leafTest';
import type { ValueTest } from '../../model/eventPattern/valueTest';
import { patternFields, patternOf, treeOfPattern } from '../../model/resources/patterns';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';
import { closedField, namedEvents } from './knownEvents';
import { changeTo, meantValue } from './unknownDetail';

export default defineRule({
  id: 'eventbridge/pattern-without-effect',
  subject: 'eventPattern',
  severity: 'warning',
  summary: 'Every value of an event pattern narrows what it lets through.',
  why: 'The values of a list are alternatives: beside one that lets everything through the others mean nothing, and more events start the target than were meant. What "anything-but" excludes has to be a value that comes.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
  note: 'eventbridge',
  bad: [
    { text: '{ "source": ["shop"], "detail": { "state": ["FAILED", «{ "exists": true }»] } }' },
    { text: '{ "source": ["shop"], "detail": { "state": ["FAILED", «{ "anything-but": ["FAILED"] }»] } }' },
    { text: '{ "source": ["shop"], "detail": { "key": [«{ "wildcard": "*" }», { "suffix": ".json" }] } }' },
    {
      text: '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": [{ "anything-but": [«"SUCCESS"»] }] } }',
      fixed:
        '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": [{ "anything-but": ["SUCCEEDED"] }] } }',
    },
    {
      text: '{ "source": ["aws.glue"], "detail-type": ["Glue Crawler State Change"], "detail": { "state": «["Started", "Succeeded", "Failed"]» } }',
    },
  ],
  good: [
    '{ "source": ["shop"], "detail": { "state": ["FAILED", { "prefix": "TIME" }], "error": [{ "exists": true }], "code": [{ "exists": false }, 0] } }',
    '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": [{ "anything-but": ["SUCCEEDED"] }] } }',
    '{ "source": ["shop"], "detail": { "key": [{ "wildcard": "*" }] } }',
  ],

  *check(subject) {
    const host = treeOfPattern(subject, subject.template);
    const pattern = patternOf(subject);
    const { node, isValid } = pattern;
    if (!host || !isValid || !node) return;
    const fields = patternFields(pattern);
    const { types } = subject.dialect === 'bus' ? namedEvents(fields) : { types: [] };
    for (const field of fields) {
      yield* besideAll(field);
      const known = closedField(field.path.replace(/^detail\./, ''), types);
      if (known) yield* amongKnown(field, known, { ...host, root: node });
    }
  },
});

/** A value that lets everything through makes the others of its list meaningless. */
function* besideAll({ path, tests }: PatternField): Iterable<Finding> {
  if (tests.length < 2) return;
  for (const test of tests) {
    const others = tests.filter((other) => other !== test && !isAbsence(other));
    if (others.length === 0) continue;
    const all =
      isEverything(test) ||
      (test.kind === 'anythingBut' && test.not.every((not) => others.some((other) => isSame(not, other))));
    if (!all) continue;
    yield {
      span: test.span,
      message: `This lets "${path}" have any value, so that the others of its list have no effect.`,
    };
  }
}

function isEverything(test: ValueTest): boolean {
  if (test.kind === 'exists') return test.exists;
  // Texts only, but what is beside them is a text as a rule.
  if (test.kind === 'wildcard') return test.text === '*';
  return (test.kind === 'prefix' || test.kind === 'suffix') && test.text === '';
}

function isAbsence(test: ValueTest): boolean {
  return test.kind === 'exists' && !test.exists;
}

function isSame(a: ValueTest, b: ValueTest): boolean {
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text;
  return a.kind === 'number' && b.kind === 'number' && a.raw === b.raw;
}

/** Values of a field whose values are all known. */
function* amongKnown(
  { path, tests, span }: PatternField,
  known: readonly string[],
  tree: Tree,
): Iterable<Finding> {
  for (const test of tests) {
    for (const not of test.kind === 'anythingBut' ? test.not : []) {
      if (not.kind !== 'text' || known.includes(not.text)) continue;
      yield {
        span: not.span,
        message: `"${not.text}" excludes nothing: "${path}" is ${known.join(', ')}.`,
        fixes: changeTo(not, meantValue(not.text, known), tree),
      };
    }
  }
  const isNamed = tests.length > 1 && tests.every(({ kind }) => kind === 'text');
  if (isNamed && known.every(fieldTest(tests))) {
    const message = `The list has every value of "${path}", so that it lets all of these events through.`;
    yield { span, message, severity: 'info' };
  }
}
