import type { Answers } from '../../advisor/decide/answers';
import type { CodeFile, EventSource } from '../../model/code';
import { touchedBy } from './touched';

const STARTED_BY: Readonly<Partial<Record<EventSource, Pick<Answers, 'trigger' | 'source'>>>> = {
  http: { trigger: 'api' },
  sqs: { trigger: 'stream', source: 'sqs' },
  kinesis: { trigger: 'stream', source: 'kinesis' },
  dynamodb: { trigger: 'stream', source: 'dynamodb-stream' },
  s3: { trigger: 'event', source: 's3' },
  eventbridge: { trigger: 'event' },
};

/** What a Lambda handler or a Glue script says of the work; `undefined` for other programs. */
export function programWorkload({ role, handlers, awsCalls, remoteCalls }: CodeFile): Answers | undefined {
  if (role !== 'glueScript' && role !== 'lambdaHandler') return undefined;
  const called = awsCalls.map(({ service, action }) => touchedBy(service, action));
  const asksOutside = remoteCalls.some(({ kind }) => kind === 'http');
  const services = new Set([
    role === 'glueScript' ? ('glue' as const) : ('lambda' as const),
    ...called,
    ...(asksOutside ? (['external-api'] as const) : []),
  ]);
  const [handler] = handlers;
  return {
    ...(handler && STARTED_BY[handler.source]),
    services: [...services],
  };
}
