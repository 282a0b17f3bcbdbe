import { ENVELOPE } from '../../catalog/events/envelope';
import { RECORD_TYPES } from '../../catalog/events/records';
import { nearest } from '../../expressions/nearest';
import type { PatternField } from '../../model/eventPattern/eventPattern';
import { patternFields, patternOf, treeOfPattern } from '../../model/resources/patterns';
import { TreeEditor } from '../../syntax/edit';
import type { Property, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';
import { namedEvents } from './knownEvents';
import { changeTo, plain, unknownDetail } from './unknownDetail';

/** All that an event has beside its `detail`. */
const NAMES: readonly string[] = ENVELOPE.map(({ name }) => name);

/** The fields of records of all queues and streams, by their outermost name. */
const RECORD_FIELDS: ReadonlySet<string> = new Set(
  RECORD_TYPES.flatMap(({ fields }) => fields.map(({ path }) => path.split('.')[0])),
);

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
      text: '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { «"jobname"»: ["load"], "state": ["FAILED"] } }',
      fixed:
        '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "jobName": ["load"], "state": ["FAILED"] } }',
    },
    {
      text: '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { «"status"»: ["FAILED"] } }',
      fixed:
        '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": ["FAILED"] } }',
    },
    {
      text: '{ "source": ["aws.emr"], "detail-type": ["EMR Step Status Change"], "detail": { "state": [«{ "prefix": "Fail" }»] } }',
    },
    {
      text: '{ "source": ["aws.s3"], "detail-type": [«"Object Create"»], "region": [«"US-EAST-1"»] }',
      fixed: '{ "source": ["aws.s3"], "detail-type": ["Object Created"], "region": ["us-east-1"] }',
    },
    {
      text: `resource "aws_cloudwatch_event_rule" "failed" {
  event_pattern = jsonencode({
    source      = ["aws.batch"]
    detail-type = ["Batch Job State Change"]
    detail      = { status = [«"Failed"»] }
  })
}
`,
      fixed: `resource "aws_cloudwatch_event_rule" "failed" {
  event_pattern = jsonencode({
    source      = ["aws.batch"]
    detail-type = ["Batch Job State Change"]
    detail      = { status = ["FAILED"] }
  })
}
`,
    },
    { text: '{ "source": [«{ "exists": false }»], "account": [«"12345678901"»] }' },
    {
      text: '{ "source": [«"aws.stepfunctions"»], "detail-type": ["Step Functions Execution Status Change"], "detail": { "status": ["FAILED"] } }',
      fixed:
        '{ "source": ["aws.states"], "detail-type": ["Step Functions Execution Status Change"], "detail": { "status": ["FAILED"] } }',
    },
    {
      text: `Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters:
        FilterCriteria: { Filters: [{ Pattern: '{«"Body"»: {"kind": ["order"]}}' }] }
`,
      fixed: `Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters:
        FilterCriteria: { Filters: [{ Pattern: '{"body": {"kind": ["order"]}}' }] }
`,
    },
  ],
  good: [
    '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": ["FAILED"] } }',
    '{ "replay-name": [{ "exists": false }], "sequence": [{ "exists": false }], "source": ["shop"] }',
    `Resources:
  Orders:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FilterCriteria: { Filters: [{ Pattern: '{"body": {"Body": ["order"]}, "messageAttributes": {"Key": ["a"]}}' }] }
`,
    '{ "$or": [{ "source": ["shop"] }, { "account": ["123456789012"] }] }',
    '{ "source": ["shop.glue", "aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "State": ["DONE"] } }',
    '{ "source": ["shop"], "detail-type": ["object created"], "detail": { "state": ["Done"] } }',
    '{ "source": ["aws.ecs"], "detail-type": ["ECS Service Action"], "detail": { "eventType": ["ERROR"] } }',
    '{ "source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": { "state": [{ "wildcard": "*ED" }], "error": [{ "exists": false }] } }',
  ],

  *check(subject) {
    const host = treeOfPattern(subject, subject.template);
    const pattern = patternOf(subject);
    if (!host || pattern.node?.kind !== 'object') return;
    // The pattern may be what a function of Terraform is given, which is no part of the file's tree.
    const tree: Tree = { ...host, root: pattern.node };
    if (subject.resource && (subject.dialect === 'pipe' || subject.dialect === 'lambda'))
      yield* otherCase(pattern.node.properties, tree);
    if (subject.dialect !== 'bus') return;
    // What reads a pattern in a file of its own is not said: it may be a filter of a pipe or of Lambda.
    const isKnown = subject.resource !== undefined || hasEnvelope(pattern.node);
    if (isKnown) yield* unknownFields(pattern.node, tree);
    const fields = patternFields(pattern);
    yield* unknownDetail(fields, namedEvents(fields), tree);
    yield* impossibleEnvelope(fields, tree);
  },
});

/** Fields of the envelope that ask for what no event has there. */
function* impossibleEnvelope(fields: readonly PatternField[], tree: Tree): Iterable<Finding> {
  for (const { path, key, tests } of fields) {
    const known = ENVELOPE.find(({ name }) => name === path);
    const [only] = tests;
    if (known?.always && tests.length === 1 && only?.kind === 'exists' && !only.exists) {
      yield {
        span: only.span,
        message: `Every event has "${key.value}", so that the pattern never matches.`,
      };
    }
    for (const test of tests) {
      if (test.kind !== 'text') continue;
      if (path === 'account' && /^\d+$/.test(test.text) && test.text.length !== 12) {
        const message = `"${test.text}" never matches: an account has 12 digits, and this has ${test.text.length}.`;
        yield { span: test.span, message };
      }
      const region = test.text.toLowerCase().replaceAll('_', '-');
      if (path === 'region' && region !== test.text && /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region)) {
        const message = `"${test.text}" never matches: the region is "${region}" in events.`;
        yield { span: test.span, message, fixes: changeTo(test, region, tree) };
      }
    }
  }
}

/** Fields of a filter of records whose name records have, but in another case. */
function* otherCase(properties: readonly Property[], tree: Tree): Iterable<Finding> {
  for (const property of properties) {
    const { key, value } = property;
    if (!value || RECORD_FIELDS.has(key.value) || asksForAbsence(value)) continue;
    const meant = [...RECORD_FIELDS].find((name) => name.toLowerCase() === key.value.toLowerCase());
    if (meant === undefined) continue;
    yield {
      span: key.span,
      message: `"${key.value}" is no field of a record, and "${meant}" is, so that the filter never matches.`,
      fixes: [renameTo(property, meant, tree)],
    };
  }
}

function hasEnvelope(node: TreeNode): boolean {
  return node.kind === 'object' && node.properties.some(({ name }) => NAMES.includes(name));
}

function* unknownFields(node: TreeNode, tree: Tree): Iterable<Finding> {
  if (node.kind !== 'object') return;
  for (const property of node.properties) {
    const { key, value } = property;
    if (key.value === '$or') {
      for (const branch of value?.kind === 'array' ? value.items : []) yield* unknownFields(branch, tree);
      continue;
    }
    const [name] = key.value.split('.');
    if (NAMES.includes(name) || !value || asksForAbsence(value)) continue;
    const meant = NAMES.find((known) => plain(known) === plain(name)) ?? nearest(name, NAMES);
    yield {
      span: key.span,
      message: `"${key.value}" is no field of an event, so that the pattern never matches${meant ? '' : '; what a source adds is under "detail"'}.`,
      fixes: meant && name === key.value ? [renameTo(property, meant, tree)] : [],
    };
  }
}

function renameTo(property: Property, name: string, tree: Tree): Fix {
  return { title: `Change to "${name}"`, edits: [new TreeEditor(tree).rename(property, name)], safe: true };
}

function asksForAbsence(value: TreeNode): boolean {
  if (value.kind !== 'array') return value.kind !== 'object';
  return value.items.some(
    (item) => item.kind === 'object' && item.properties.some(({ name }) => name === 'exists'),
  );
}
