import { eventRulesOf } from '../../model/resources/eventRules';
import { nearest } from '../../expressions/nearest';
import { get, getObject } from '../../syntax/navigate';
import type { ObjectNode, StringNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

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
  summary: 'The placeholders of an input transformer are among its paths.',
  why: 'A placeholder without a path is refused, or reaches the target as it is written. A path that is no JSONPath gives nothing.',
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
    for (const { targets, properties, event } of eventRulesOf(located)) {
      const holders = event ? [properties] : targets.flatMap(({ node }) => node ?? []);
      for (const holder of holders) {
        const transformer = getObject(holder, 'InputTransformer');
        if (transformer) yield* judge(transformer);
      }
    }
  },
});

function* judge(transformer: ObjectNode): Iterable<Finding> {
  const paths = get(transformer, 'InputPathsMap');
  if (paths && paths.kind !== 'object') return;
  const names = paths?.properties.map(({ key }) => key.value) ?? [];
  for (const { value } of paths?.properties ?? []) {
    if (value?.kind !== 'string' || value.dynamic || value.value.startsWith('$')) continue;
    yield {
      span: value.span,
      message: `"${value.value}" is no JSONPath: a path into the event begins with "$".`,
    };
  }
  const template = get(transformer, 'InputTemplate');
  if (template?.kind === 'string') yield* placeholders(template, names);
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
