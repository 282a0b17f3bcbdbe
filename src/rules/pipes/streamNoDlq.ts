import type { Resource, Template } from '../../model/template';
import { get, getObject, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule, side } from '../rule';
import { streamConstructs } from './streamConstructs';

/** The parameters of a source that is a stream. */
const STREAMS: Readonly<Record<string, string>> = {
  KinesisStreamParameters: 'Kinesis',
  DynamoDBStreamParameters: 'DynamoDB',
};

export default defineRule({
  id: 'pipes/stream-no-dlq',
  subject: 'template',
  severity: 'warning',
  summary: 'A pipe from a stream gives a record up after some tries, and keeps it.',
  why: 'By default a pipe tries a record of a stream for ever: one that always fails holds its shard up until it expires. Without a dead-letter queue a record that is given up is lost.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      Source: !GetAtt Stream.Arn
      SourceParameters:
        «KinesisStreamParameters»: { StartingPosition: LATEST }
`,
    },
    {
      text: `Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      Source: !GetAtt Table.StreamArn
      SourceParameters:
        «DynamoDBStreamParameters»: { StartingPosition: LATEST, MaximumRetryAttempts: 3 }
`,
    },
    {
      text: `import { CfnPipe } from "aws-cdk-lib/aws-pipes";

export function orders(scope, roleArn, source, target) {
  return new CfnPipe(scope, "Orders", {
    roleArn,
    source,
    target,
    sourceParameters: { kinesisStreamParameters: «{ startingPosition: "LATEST", maximumRetryAttempts: -1 }» },
  });
}
`,
    },
    {
      text: `from aws_cdk import aws_pipes as pipes


def orders(scope, role, stream, target):
    pipes.CfnPipe(
        scope,
        "Orders",
        role_arn=role,
        source=stream,
        target=target,
        source_parameters=pipes.CfnPipe.PipeSourceParametersProperty(
            dynamo_db_stream_parameters=«pipes.CfnPipe.PipeSourceDynamoDBStreamParametersProperty(
                starting_position="LATEST", maximum_retry_attempts=3
            )»
        ),
    )
`,
    },
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters:
        KinesisStreamParameters: { MaximumRetryAttempts: 3, DeadLetterConfig: { Arn: !GetAtt Lost.Arn } }
  Small:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters:
        KinesisStreamParameters: { OnPartialBatchItemFailure: AUTOMATIC_BISECT, MaximumRecordAgeInSeconds: 600 }
  Queue:
    Type: AWS::Pipes::Pipe
    Properties: { SourceParameters: { SqsQueueParameters: { BatchSize: 1 } } }
`,
    `import { CfnPipe } from "aws-cdk-lib/aws-pipes";

export function orders(scope, given, queue) {
  new CfnPipe(scope, "Given", { ...given, sourceParameters: { kinesisStreamParameters: { ...given.stream } } });
  new CfnPipe(scope, "Queue", { ...given, sourceParameters: { sqsQueueParameters: { batchSize: 1 } } });
  new CfnPipe(scope, "Careful", {
    ...given,
    sourceParameters: { kinesisStreamParameters: { maximumRetryAttempts: 3, deadLetterConfig: { arn: queue.queueArn } } },
  });
}
`,
  ],

  *check({ template }) {
    for (const pipe of template.ofType('AWS::Pipes::Pipe')) {
      const source = getObject(pipe.properties, 'SourceParameters');
      for (const [key, stream] of Object.entries(STREAMS)) {
        const written = property(source, key);
        if (written?.value?.kind !== 'object') continue;
        const message = judge(pipe, stream, written.value, template);
        if (message) yield { span: written.key.span, message };
      }
    }
  },

  sides: [side('code', streamConstructs)],
});

function judge(
  { id }: Resource,
  stream: string,
  parameters: ObjectNode,
  template: Template,
): string | undefined {
  const isSet = (key: string): boolean => {
    const value = get(parameters, key);
    return value !== undefined && template.literal(value) !== '-1';
  };
  const givesUp = isSet('MaximumRetryAttempts') || isSet('MaximumRecordAgeInSeconds');
  if (!givesUp)
    return `The pipe "${id}" tries a record of ${stream} for ever, and holds its shard up meanwhile.`;
  if (isSet('OnPartialBatchItemFailure') || get(parameters, 'DeadLetterConfig')) return undefined;
  return `The pipe "${id}" drops a record of ${stream} that it gives up: it has no dead-letter queue.`;
}
