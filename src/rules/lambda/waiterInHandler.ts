import type { AwsCall } from '../../model/code';
import type { Expression } from '../../syntax/code/ast';
import { defineRule } from '../rule';

export default defineRule({
  id: 'lambda/waiter-in-handler',
  subject: 'code',
  severity: 'info',
  summary: 'A handler does not wait minutes in a waiter of the SDK.',
  why: 'A waiter is a loop that asks and sleeps: the function is billed meanwhile and ends after 15 minutes. A state with ".sync", or a Wait state that asks again, costs nothing while it waits.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  note: 'lambda#an-orchestrator-in-disguise',
  bad: [
    {
      text: `import boto3

rds = boto3.client("rds")

def lambda_handler(event, context):
    rds.create_db_snapshot(DBInstanceIdentifier=event["db"], DBSnapshotIdentifier=event["name"])
    «rds.get_waiter("db_snapshot_completed").wait»(DBSnapshotIdentifier=event["name"])
`,
    },
  ],
  good: [
    `import boto3

s3 = boto3.client("s3")

def lambda_handler(event, context):
    waiter = s3.get_waiter("object_exists")
    waiter.wait(Bucket=event["bucket"], Key=event["key"], WaiterConfig={"Delay": 2, "MaxAttempts": 10})
`,
    `import { S3Client, waitUntilObjectExists } from '@aws-sdk/client-s3';

const client = new S3Client({});

export const handler = async (event: { key: string }) => {
  await waitUntilObjectExists({ client, maxWaitTime: 30 }, { Bucket: 'b', Key: event.key });
};
`,
  ],

  *check(code) {
    for (const call of code.awsCalls) {
      const handler = code.handlerOf(call.unit);
      if (call.kind !== 'waiter' || !handler || handler.isDurable) continue;
      if (handler.source === 'customResource' || !isLong(call)) continue;
      yield {
        span: call.head,
        message: `The waiter for "${call.action}" holds the function, which is billed while it waits and ends after 15 minutes.`,
      };
    }
  },
});

/** What a waiter may wait without being worth a state, in seconds. */
const SHORT = 60;

/** True where a waiter's limit is more than a minute or is left to the SDK, whose limits mostly are. */
function isLong(call: AwsCall): boolean {
  const most = numberOf(call.argument('maxWaitTime'));
  if (most !== undefined) return most > SHORT;
  const config = call.argument('WaiterConfig');
  if (config?.kind !== 'object') return config === undefined;
  const [delay, attempts] = ['Delay', 'MaxAttempts'].map((name) =>
    numberOf(config.entries.find(({ key }) => key === name)?.value),
  );
  return delay === undefined || attempts === undefined || delay * attempts > SHORT;
}

function numberOf(value: Expression | undefined): number | undefined {
  return value?.kind === 'number' ? value.value : undefined;
}
