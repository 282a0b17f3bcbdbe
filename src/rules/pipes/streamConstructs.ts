import type { CodeFile } from '../../model/code';
import { camelCase, constructsOf, membersOf } from '../../model/code/constructs';
import type { Expression } from '../../syntax/code/ast';
import type { Finding } from '../rule';

/** The parameters of a source that is a stream. */
const STREAMS: Readonly<Record<string, string>> = {
  kinesisStreamParameters: 'Kinesis',
  dynamoDbStreamParameters: 'DynamoDB',
};

/** Pipes of the CDK from a stream that try a record for ever, or lose it. */
export function* streamConstructs(code: CodeFile): Iterable<Finding> {
  for (const { type, id, properties } of constructsOf(code)) {
    if (type !== 'pipes.CfnPipe') continue;
    const source = knownMembers(properties.get('sourceParameters')?.value);
    for (const [key, stream] of Object.entries(STREAMS)) {
      const value = source?.get(key);
      const parameters = knownMembers(value);
      if (!value || !parameters) continue;
      const message = judge(id, stream, parameters);
      if (message) yield { span: value.span, message };
    }
  }
}

type Members = ReadonlyMap<string, Expression>;

function judge(id: string, stream: string, parameters: Members): string | undefined {
  const isSet = (key: string): boolean => parameters.has(key) && !isEndless(parameters.get(key));
  if (!isSet('maximumRetryAttempts') && !isSet('maximumRecordAgeInSeconds'))
    return `The pipe "${id}" tries a record of ${stream} for ever, and holds its shard up meanwhile.`;
  if (parameters.has('onPartialBatchItemFailure') || parameters.has('deadLetterConfig')) return undefined;
  return `The pipe "${id}" drops a record of ${stream} that it gives up: it has no dead-letter queue.`;
}

/** -1 stands for no limit. */
function isEndless(value: Expression | undefined): boolean {
  return value?.kind === 'number'
    ? value.value < 0
    : value?.kind === 'other' && value.operators.includes('-');
}

/** Members by their names in TypeScript; nothing where a part comes from elsewhere. */
function knownMembers(value: Expression | undefined): Members | undefined {
  if (!value || !isWrittenOut(value)) return undefined;
  return new Map(Array.from(membersOf(value), ([key, member]) => [camelCase(key), member]));
}

function isWrittenOut(value: Expression): boolean {
  if (value.kind === 'object') return value.entries.every(({ key }) => key !== undefined);
  return value.kind === 'call' && value.arguments.every(({ name, spread }) => name && !spread);
}
