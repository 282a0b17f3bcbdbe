import { STATUS_CHANGES, type StatusChange } from '../../catalog/statusChanges';
import { nearest } from '../../expressions/nearest';
import type { PatternField } from '../../model/eventPattern/eventPattern';
import type { ValueTest } from '../../model/eventPattern/valueTest';
import { exactTexts, patternFields, patternOf, treeOfPattern } from '../../model/resources/patterns';
import { TreeEditor } from '../../syntax/edit';
import { nodeAt } from '../../syntax/navigate';
import type { Property, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

/** All that an event has beside its `detail`. "AWS service events: event structure", 2026. */
const ENVELOPE: readonly string[] = [
  'version',
  'id',
  'detail-type',
  'source',
  'account',
  'time',
  'region',
  'resources',
  'detail',
  'replay-name',
];

export default defineRule({
  id: 'eventbridge/never-matches',
  subject: 'eventPattern',
  severity: 'warning',
  summary: 'An event pattern asks for what events have.',
  why: 'A field or value that no event has is no mistake to AWS: the rule is deployed, and never fires. Names and values are compared with their case.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html',
  note: 'eventbridge',
  bad: [
    {
      text: '{ "source": ["aws.glue"], «"detailType"»: ["Glue Job State Change"] }',
      fixed: '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"] }',
    },
    { text: '{ "source": ["shop"], «"order"»: { "paid": [true] } }' },
    {
      text: '{ "source": ["aws.states"], "detail-type": ["Step Functions Execution Status Change"], "detail": { "status": ["FAILED", «"TIMEOUT"»] } }',
      fixed:
        '{ "source": ["aws.states"], "detail-type": ["Step Functions Execution Status Change"], "detail": { "status": ["FAILED", "TIMED_OUT"] } }',
    },
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.glue]
        detail-type: [«Glue job state change»]
        detail: { state: [FAILED] }
`,
      fixed: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.glue]
        detail-type: [Glue Job State Change]
        detail: { state: [FAILED] }
`,
    },
    {
      text: '{ "source": [«"aws.stepfunctions"»], "detail-type": ["Step Functions Execution Status Change"], "detail": { "status": ["FAILED"] } }',
      fixed:
        '{ "source": ["aws.states"], "detail-type": ["Step Functions Execution Status Change"], "detail": { "status": ["FAILED"] } }',
    },
  ],
  good: [
    '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": ["FAILED"] } }',
    '{ "replay-name": [{ "exists": false }], "sequence": [{ "exists": false }], "source": ["shop"] }',
    '{ "$or": [{ "source": ["shop"] }, { "account": ["123456789012"] }] }',
  ],

  *check(subject) {
    const tree = treeOfPattern(subject, subject.template);
    const pattern = patternOf(subject);
    if (subject.dialect !== 'bus' || !tree || pattern.node?.kind !== 'object') return;
    // What reads a pattern in a file of its own is not said: it may be a filter of a pipe or of Lambda.
    const isKnown = subject.resource !== undefined || hasEnvelope(pattern.node);
    if (isKnown) yield* unknownFields(pattern.node, tree);
    yield* unknownValues(patternFields(pattern), tree);
  },
});

function hasEnvelope(node: TreeNode): boolean {
  return node.kind === 'object' && node.properties.some(({ key }) => ENVELOPE.includes(key.value));
}

function* unknownFields(node: TreeNode, tree: Tree): Iterable<Finding> {
  if (node.kind !== 'object') return;
  for (const property of node.properties) {
    const { key, value } = property;
    if (key.value === '$or' && value?.kind === 'array') {
      for (const branch of value.items) yield* unknownFields(branch, tree);
      continue;
    }
    const [name] = key.value.split('.');
    if (ENVELOPE.includes(name) || !value || asksForAbsence(value)) continue;
    const meant = ENVELOPE.find((known) => plain(known) === plain(name)) ?? nearest(name, ENVELOPE);
    yield {
      span: key.span,
      message: `"${key.value}" is no field of an event, so that the pattern never matches${meant ? '' : '; what a source adds is under "detail"'}.`,
      fixes: meant && name === key.value ? [renameTo(property, meant, tree)] : [],
    };
  }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

function renameTo(property: Property, name: string, tree: Tree): Fix {
  return { title: `Change to "${name}"`, edits: [new TreeEditor(tree).rename(property, name)], safe: true };
}

function asksForAbsence(value: TreeNode): boolean {
  if (value.kind !== 'array') return value.kind !== 'object';
  return value.items.some(
    (item) => item.kind === 'object' && item.properties.some(({ key }) => key.value === 'exists'),
  );
}

/** Values of the status changes that AWS documents. */
function* unknownValues(fields: readonly PatternField[], tree: Tree): Iterable<Finding> {
  const types = fields.filter(({ path }) => path === 'detail-type');
  for (const { tests } of types) {
    for (const test of tests) {
      const known = test.kind === 'text' && STATUS_CHANGES.find((change) => isMisspelt(test.text, change));
      if (known)
        yield elsewise(test, `AWS spells the detail type "${known.detailType}"`, known.detailType, tree);
    }
  }
  const [type] = types.length === 1 ? (exactTexts(types[0]) ?? []) : [];
  const change = types[0]?.tests.length === 1 && STATUS_CHANGES.find(({ detailType }) => detailType === type);
  if (change) yield* valuesOf(change, fields, tree);
}

function* valuesOf(change: StatusChange, fields: readonly PatternField[], tree: Tree): Iterable<Finding> {
  const { eventSource, detailType, filters, values } = change;
  for (const { path, tests } of fields) {
    for (const test of tests) {
      if (test.kind !== 'text') continue;
      if (path === 'source' && test.text !== eventSource) {
        yield elsewise(test, `"${detailType}" events come from "${eventSource}"`, eventSource, tree);
      } else if (path === `detail.${filters[0]}` && !values.includes(test.text)) {
        const near =
          values.find((value) => value.toLowerCase() === test.text.toLowerCase()) ??
          nearest(test.text, values) ??
          values.find((value) => plain(value).startsWith(plain(test.text).slice(0, 4)));
        const all = `"${detailType}" events have ${values.join(', ')}`;
        yield elsewise(test, all, near, tree);
      }
    }
  }
}

function isMisspelt(text: string, { detailType }: StatusChange): boolean {
  return text !== detailType && text.toLowerCase() === detailType.toLowerCase();
}

function elsewise(
  test: ValueTest & { readonly kind: 'text' },
  truth: string,
  meant: string | undefined,
  tree: Tree,
): Finding {
  const node = nodeAt(tree, test.span.start);
  const edit =
    meant !== undefined && node?.kind === 'string' ? new TreeEditor(tree).replace(node, meant) : undefined;
  return {
    span: test.span,
    message: `"${test.text}" never matches: ${truth}.`,
    fixes: edit ? [{ title: `Change to "${meant}"`, edits: [edit], safe: true }] : [],
  };
}
