import type { EventSource, LambdaHandler, RemoteCall } from '../../model/code';
import type { tasksOf } from './callers';

const CALLERS: Partial<Record<EventSource, string>> = {
  sqs: 'SQS',
  sns: 'SNS',
  s3: 'the event of S3',
  kinesis: 'the stream',
  dynamodb: 'the stream',
  records: 'the event source',
  eventbridge: 'EventBridge',
  direct: 'Step Functions, or whoever calls it,',
};

/** The sentence on a failure that nobody hears of: who takes it for a success. */
export function swallows(
  word: string,
  { name }: RemoteCall,
  tasks: ReturnType<typeof tasksOf>,
  { source }: LambdaHandler,
): string {
  const caller = tasks.length > 0 ? `the state "${tasks[0].state.name}"` : (CALLERS[source] ?? 'its caller');
  return `The ${word} "${name}" swallows the failure, so ${caller} sees a success.`;
}
