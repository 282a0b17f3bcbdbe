import type { AwsCall, CodeFile } from '../../model/code';
import { defineRule } from '../rule';

export default defineRule({
  id: 'lambda/put-events-unchecked',
  subject: 'code',
  severity: 'warning',
  summary: 'Who calls PutEvents reads "FailedEntryCount" of the answer.',
  why: 'PutEvents answers with 200 although some of its entries were not taken, and throws nothing. Without a look at "FailedEntryCount" those events are lost, and nobody hears of it.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
  note: 'eventbridge',
  bad: [
    {
      text: `import boto3

events = boto3.client("events")

def lambda_handler(event, context):
    response = «events.put_events»(Entries=[{"Source": "shop", "DetailType": "order", "Detail": "{}"}])
    print(response)
`,
    },
    {
      text: `import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

export const handler = async (event: { id: string }) => {
  await «client.send»(new PutEventsCommand({ Entries: [{ Source: 'shop', DetailType: 'order', Detail: event.id }] }));
};
`,
    },
  ],
  good: [
    `import boto3

events = boto3.client("events")

def lambda_handler(event, context):
    response = events.put_events(Entries=[{"Source": "shop", "DetailType": "order", "Detail": "{}"}])
    if response["FailedEntryCount"]:
        raise RuntimeError(response["Entries"])
`,
    // Its caller looks.
    `import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

export async function put(entries) {
  return client.send(new PutEventsCommand({ Entries: entries }));
}
`,
  ],

  *check(code) {
    const isChecked = code.program.text.includes('FailedEntryCount');
    if (isChecked) return;
    for (const call of code.awsCalls) {
      if (call.service !== 'events' || call.action !== 'putEvents' || isHandedOn(code, call)) continue;
      yield {
        span: call.head,
        message: `"${call.name}" throws nothing for entries that EventBridge did not take, and "FailedEntryCount" is not read in this file.`,
      };
    }
  },
});

/** True where another module gets the answer and may look at it. */
function isHandedOn(code: CodeFile, { statement, unit, resultNames }: AwsCall): boolean {
  if (!unit || code.handlers.length > 0) return false;
  if (statement.kind === 'return') return true;
  return code.names
    .returnsOf(unit)
    .some((value) => value.kind === 'name' && resultNames.includes(value.name));
}
