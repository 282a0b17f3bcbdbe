import { isAwsCall } from '../../model/code';
import { defineRule } from '../rule';
import { chiefOf } from './attempt';
import { tasksOf, toTasks } from './callers';

export default defineRule({
  id: 'lambda/handrolled-retry',
  subject: 'code',
  severity: 'warning',
  summary: 'A handler does not wait between attempts of its own; the SDK or its caller retries.',
  why: 'A handler that sleeps between attempts is billed while it waits, can reach its timeout with the attempts lost, and multiplies the retries that the SDK makes anyway. A "Retry" on the state waits for nothing, with backoff and jitter, for hours if need be.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: `import time
import boto3

s3 = boto3.client("s3")

def lambda_handler(event, context):
    «for attempt in range(3)»:
        try:
            s3.put_bucket_policy(Bucket=event["bucket"], Policy=event["policy"])
            break
        except Exception:
            time.sleep(2 ** attempt)
`,
    },
    {
      text: `const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');

const client = new DynamoDBClient({});
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  let attempts = 0;
  «while (attempts < 5)» {
    try {
      return await client.send(new PutItemCommand({ TableName: 'orders', Item: event.item }));
    } catch (error) {
      attempts += 1;
      await sleep(1000 * attempts);
    }
  }
};
`,
    },
  ],
  good: [
    // Items one by one, slowly.
    `import time
import boto3

ses = boto3.client("ses")

def lambda_handler(event, context):
    for address in event["addresses"]:
        try:
            ses.send_email(Source="a@example.com", Destination={"ToAddresses": [address]}, Message={})
        except ses.exceptions.MessageRejected as error:
            print(error)
        time.sleep(0.1)
`,
    `import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(retries={"mode": "standard", "max_attempts": 5}))

def lambda_handler(event, context):
    s3.put_bucket_policy(Bucket=event["bucket"], Policy=event["policy"])
`,
  ],

  *check(code, context) {
    for (const { kind, by, head, place, calls, byLibrary } of code.repetitions) {
      const handler = code.handlerOf(place.unit);
      if (kind !== 'retry' || !handler || handler.isDurable) continue;
      const tasks = tasksOf(code, place.unit, context);
      // CloudFormation asks a provider only once, and what was just created is often not seen at once. What is
      // not AWS has no SDK that retries, and a package does it well.
      const isForeign = byLibrary === true && !calls.some(isAwsCall) && tasks.length === 0;
      const isDefensible = handler.source === 'customResource' || isForeign;
      yield {
        span: head,
        severity: isDefensible ? 'info' : undefined,
        message: `${by} retries "${(chiefOf(calls) ?? calls[0]).name}" and sleeps in between, which is billed and ends with the function's timeout; a state's "Retry" or the retries of the SDK do neither.`,
        related: toTasks(tasks),
      };
    }
  },
});
