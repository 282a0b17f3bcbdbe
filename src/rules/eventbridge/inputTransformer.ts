import { eventRulesOf, type EventRule } from '../../model/resources/eventRules';
import { nearest } from '../../expressions/nearest';
import { get, getObject, property } from '../../syntax/navigate';
import type { ObjectNode, StringNode, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';
import { missingInEvents } from './eventPath';

/** Names that every template may use. "Amazon EventBridge input transformation", 2026. */
const GIVEN: ReadonlySet<string> = new Set([
  'aws.events.rule-arn',
  'aws.events.rule-name',
  'aws.events.event.ingestion-time',
  'aws.events.event',
  'aws.events.event.json',
]);

export default defineRule({
  id: 'eventbridge/input-transformer',
  subject: 'template',
  severity: 'warning',
  summary: 'The placeholders of an input transformer are among its paths, and its paths are in the event.',
  why: 'A placeholder without a path is refused, or reaches the target as it is written. A path that the event does not have gives nothing, and a target takes its input in one way only.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          Arn: !Ref Alert
          InputTransformer:
            InputPathsMap: { job: $.detail.jobName, state: «detail.state» }
            InputTemplate: '"The job «<jobName>» is <state>."'
`,
    },
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail-type: [Glue Job State Change], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          Arn: !Ref Alert
          InputTransformer:
            InputPathsMap: { job: «$.detail.jobNames», kind: «$.detailType», at: $.time }
            InputTemplate: '"<job> <kind> <at>"'
        - Id: other
          Arn: !Ref Alert
          InputPath: «$.details»
        - Id: third
          Arn: !Ref Alert
          InputPath: $.detail
          «Input»: '{}'
`,
    },
  ],
  good: [
    `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          Arn: !Ref Alert
          InputTransformer:
            InputPathsMap: { job: $.detail.jobName }
            InputTemplate: '{ "text": "<job> failed at <aws.events.event.ingestion-time>" }'
        - Id: other
          Arn: !Ref Alert
          InputTransformer: { InputPathsMap: !Ref Paths, InputTemplate: '"<job>"' }
`,
  ],

  *check({ located }) {
    for (const rule of eventRulesOf(located)) {
      const { targets, properties, event } = rule;
      const holders = event ? [properties] : targets.flatMap(({ node }) => node ?? []);
      for (const holder of holders) {
        yield* exclusive(holder);
        const path = get(holder, 'InputPath');
        if (path) yield* judgePath(path, rule);
        const transformer = getObject(holder, 'InputTransformer');
        if (transformer) yield* judge(transformer, rule);
      }
    }
  },
});

const WAYS = ['InputTransformer', 'InputPath', 'Input'];

/** AWS takes one way to say what a target gets. */
function* exclusive(holder: ObjectNode): Iterable<Finding> {
  const [first, second] = WAYS.flatMap((name) => property(holder, name) ?? []);
  if (!first || !second) return;
  yield {
    span: second.key.span,
    message: `The target has "${first.name}" and "${second.name}", and takes its input in one way only.`,
  };
}

/** Paths of one transformer. "Amazon EventBridge quotas", 2026. */
const MOST_PATHS = 100;

function* judge(transformer: ObjectNode, rule: EventRule): Iterable<Finding> {
  const paths = get(transformer, 'InputPathsMap');
  if (paths && paths.kind !== 'object') return;
  const names = paths?.properties.map(({ name }) => name) ?? [];
  for (const { value } of paths?.properties ?? []) if (value) yield* judgePath(value, rule);
  const tooMany = paths?.properties[MOST_PATHS];
  if (tooMany)
    yield {
      span: tooMany.key.span,
      message: `The transformer has ${names.length} paths, and AWS takes ${MOST_PATHS}.`,
    };
  const template = get(transformer, 'InputTemplate');
  if (template?.kind === 'string') yield* placeholders(template, names);
}

function* judgePath(node: TreeNode, rule: EventRule): Iterable<Finding> {
  if (node.kind !== 'string' || node.dynamic) return;
  const { span, value } = node;
  const message = value.startsWith('$')
    ? missingInEvents(value, rule)
    : `"${value}" is no JSONPath: a path into the event begins with "$".`;
  if (message !== undefined) yield { span, message };
}

function* placeholders({ value, mapped }: StringNode, names: readonly string[]): Iterable<Finding> {
  for (const { 0: written, 1: name, index } of value.matchAll(/<([A-Za-z][\w.-]*)>/g)) {
    // A text that also closes what it opens is markup.
    if (names.includes(name) || GIVEN.has(name) || value.includes(`</${name}>`)) continue;
    const near = nearest(name, names);
    yield {
      span: { start: mapped.toHost(index), end: mapped.toHost(index + written.length) },
      message: `"${name}" is not among the paths of the transformer${near ? `; "${near}" is` : ''}.`,
    };
  }
}
