import type { AwsCall, CodeFile } from '../../model/code';
import type { Expression } from '../../syntax/code/ast';
import { defineRule } from '../rule';
import { tasksOf, toTasks } from './callers';

export default defineRule({
  id: 'lambda/sync-invoke',
  subject: 'code',
  severity: 'warning',
  summary: 'A handler does not call another function and wait for it.',
  why: 'Two functions are billed while one of them only waits, and a timeout or throttle of the second becomes one of the first. As two states, or with a queue between them, each is run, billed and retried by itself.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html',
  note: 'lambda#an-orchestrator-in-disguise',
  bad: [
    {
      text: `import json
import boto3

client = boto3.client("lambda")

def lambda_handler(event, context):
    answer = «client.invoke»(FunctionName="resize", Payload=json.dumps(event["image"]))
    return json.load(answer["Payload"])
`,
    },
    {
      text: `import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';

const client = new LambdaClient({});

export const handler = async (event: { image: string }) => {
  await «client.send»(new InvokeCommand({ FunctionName: 'resize', InvocationType: 'RequestResponse', Payload: event.image }));
};
`,
    },
  ],
  good: [
    `import boto3

client = boto3.client("lambda")

def lambda_handler(event, context):
    client.invoke(FunctionName="resize", InvocationType="Event", Payload=event["image"])
`,
  ],

  *check(code, context) {
    for (const call of code.awsCalls) {
      const handler = code.handlerOf(call.unit);
      if (call.service !== 'lambda' || call.action !== 'invoke' || !handler || handler.isDurable) continue;
      if (handler.source === 'authorizer' || handler.source === 'customResource' || !waits(code, call))
        continue;
      yield {
        span: call.head,
        message: `"${call.name}" waits for another function, so both are billed and one's timeout is the other's.`,
        related: toTasks(tasksOf(code, call.unit, context)),
      };
    }
  },
});

function waits({ names }: CodeFile, call: AwsCall): boolean {
  const given = call.argument('InvocationType');
  if (!given) return !call.opaque;
  const types = given.kind === 'name' ? valuesOf(names, given.name, call) : [given];
  // A function of the file that is asked for both waits where it is asked to.
  return types.some(isRequestResponse);
}

/** What a name stands for, or where it is a parameter, what is passed for it. */
function valuesOf(names: CodeFile['names'], name: string, { unit }: AwsCall): readonly Expression[] {
  const values = names.valuesOf(name, unit);
  if (values.length > 0) return values.length === 1 ? values : [];
  return names.passedAs(name, unit).map(({ value }) => value);
}

function isRequestResponse(type: Expression): boolean {
  // `event.type || 'RequestResponse'` waits unless it is told not to.
  if (type.kind === 'other' && type.operators.some((operator) => /^(?:\|\||\?\?|or)$/.test(operator)))
    return type.parts.some(isRequestResponse);
  // `InvocationType.RequestResponse` of the SDK's own names.
  return type.kind === 'member'
    ? type.name === 'RequestResponse'
    : type.kind === 'string' && type.value === 'RequestResponse';
}
