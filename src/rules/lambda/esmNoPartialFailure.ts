import { samEvents } from '../../model/locate/template/samEvents';
import type { Template } from '../../model/template';
import { get, getItems } from '../../syntax/navigate';
import type { ObjectNode, Span } from '../../syntax/tree';
import { defineRule } from '../rule';

interface Mapping {
  readonly name: string;
  readonly key: Span;
  readonly properties: ObjectNode;
}

/** Sources of SAM that hand over batches whose records can fail by themselves. */
const BATCHES: ReadonlySet<string> = new Set(['SQS', 'Kinesis', 'DynamoDB']);

export default defineRule({
  id: 'lambda/esm-no-partial-failure',
  subject: 'template',
  severity: 'info',
  summary: 'A function that takes batches reports which records failed.',
  why: 'Without ReportBatchItemFailures one record that fails brings the whole batch back: records that were done are done again, and a poison record takes the good ones to the dead-letter queue.',
  reference:
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting',
  note: 'lambda',
  bad: [
    {
      text: `Resources:
  «Orders»:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Load
      EventSourceArn: !GetAtt Queue.Arn
  Queue: { Type: AWS::SQS::Queue }
  Read:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        «Stream»: { Type: Kinesis, Properties: { Stream: !GetAtt Stream.Arn, StartingPosition: LATEST } }
`,
    },
  ],
  good: [
    `Resources:
  Read:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Orders: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, FunctionResponseTypes: [ReportBatchItemFailures] } }
        Single: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, BatchSize: 1 } }
  Topic:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Load, Topics: [orders], EventSourceArn: !Ref ClusterArn }
`,
  ],

  *check({ template }) {
    for (const { name, key, properties } of mappings(template)) {
      const types = get(properties, 'FunctionResponseTypes');
      if (types && (types.kind !== 'array' || getItems(properties, 'FunctionResponseTypes').length > 0))
        continue;
      if (template.literal(get(properties, 'BatchSize')) === '1') continue;
      yield {
        span: key,
        message: `A record of "${name}" that fails brings its whole batch back.`,
      };
    }
  },
});

function mappings(template: Template): Mapping[] {
  return template.resources.flatMap((resource) => {
    const { id, key, properties, type } = resource;
    if (type === 'AWS::Lambda::EventSourceMapping') {
      return isBatch(properties, template) ? [{ name: id, key, properties }] : [];
    }
    return samEvents(resource).flatMap((event) =>
      BATCHES.has(event.type)
        ? [{ name: event.name.value, key: event.name.span, properties: event.properties }]
        : [],
    );
  });
}

/** True for a queue or a stream; what another file declares is told by the text of its ARN. */
function isBatch(properties: ObjectNode, template: Template): boolean {
  const source = get(properties, 'EventSourceArn');
  const own = template.reference(source);
  const type = template.byId.get(own?.resource ?? '')?.type;
  if (type) return /^AWS::(?:SQS::Queue|Kinesis::Stream|DynamoDB::Table|Serverless::SimpleTable)$/.test(type);
  return /:(?:sqs|kinesis|dynamodb):/.test(template.literal(source) ?? '');
}
