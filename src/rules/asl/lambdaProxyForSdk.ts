import { AWS_SDK_SERVICES } from '../../catalog/integrationsAwsSdk';
import { integrationAction } from '../../catalog/integrations';
import { isAwsCall, type AwsCall, type CodeFile, type LambdaHandler } from '../../model/code';
import { INTEGRATION_NAMES } from '../../model/code/job';
import { dottedName, walkBlock } from '../../syntax/code/walk';
import { defineRule } from '../rule';
import { tasksOf, toTasks } from '../lambda/callers';

/** Lines of a handler that does nothing but one call, by the catalogue of rules. */
const SHORT = 25;

export default defineRule({
  id: 'asl/lambda-proxy-for-sdk',
  subject: 'code',
  severity: 'info',
  summary: 'A state calls AWS by itself; a function between them does something of its own.',
  why: 'A state can call over 200 services directly. A function that only passes the call on adds a cold start, a price, a role and a runtime to look after, and hides the service behind its own errors.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  note: 'lambda#one-function',
  bad: [
    {
      text: `import os
import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

def lambda_handler(event, context):
    «table.put_item»(Item={"id": event["orderId"], "status": "PAID"})
    return {"orderId": event["orderId"]}
`,
    },
    {
      text: `import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';

const sns = new SNSClient({});

export const handler = async (event: { text: string }) => {
  console.log('publishing');
  return «sns.send»(new PublishCommand({ TopicArn: process.env.TOPIC, Message: event.text }));
};
`,
    },
  ],
  good: [
    // It works something out.
    `import boto3

table = boto3.resource("dynamodb").Table("orders")

def lambda_handler(event, context):
    total = sum(line["price"] * line["count"] for line in event["lines"])
    table.put_item(Item={"id": event["orderId"], "total": total})
`,
    // A secret has no place in the data of an execution.
    `import boto3

secrets = boto3.client("secretsmanager")

def lambda_handler(event, context):
    return secrets.get_secret_value(SecretId=event["name"])["SecretString"]
`,
  ],

  *check(code, context) {
    for (const handler of code.handlers) {
      const call = onlyCall(code, handler);
      const integration = call && integrationOf(call);
      if (!call || !integration) continue;
      const tasks = tasksOf(code, handler.unit, context);
      // Who else calls it may need the function.
      const starters = context.workspace?.startersOf(context.path, handler.name) ?? [];
      const isSeen = context.workspace !== undefined;
      if (isSeen ? tasks.length === 0 || starters.length > 0 : handler.source !== 'direct') continue;
      const where = tasks.length > 0 ? `the state "${tasks[0].state.name}"` : 'a state';
      yield {
        span: call.head,
        severity: isSeen ? undefined : 'hint',
        message: `All that the function does is "${call.name}", which ${where} does without a function by "arn:aws:states:::${integration}".`,
        related: toTasks(tasks),
      };
    }
  },
});

/** The one call of a handler that has no logic of its own. */
function onlyCall(code: CodeFile, handler: LambdaHandler): AwsCall | undefined {
  const { unit, reaches, isDurable } = handler;
  if (isDurable || reaches.size > 1) return undefined;
  if (code.program.text.slice(unit.span.start, unit.span.end).split('\n').length > SHORT) return undefined;
  const calls = [...code.remoteCallsOf(undefined), ...code.remoteCallsOf(unit)];
  const [call] = calls;
  return calls.length === 1 && isAwsCall(call) && call.kind === 'aws' && call.unit && isPlain(handler, call)
    ? call
    : undefined;
}

/** Calls that only log, read the environment or change the form in which data is written. */
const PLAIN =
  /^(?:print|str|int|float|dict|json\.(?:dumps|loads)|JSON\.(?:stringify|parse)|String|Number|console\.\w+|(?:\w+\.)*(?:logger|log|logging)\.\w+|os\.(?:getenv|environ\.get)|boto3\.(?:client|resource)|(?:\w+\.)*(?:get|Table|promise|isoformat))$/i;

function isPlain({ unit }: LambdaHandler, { call }: AwsCall): boolean {
  let plain = true;
  walkBlock(unit.body, {
    statement: ({ kind }) => {
      if (/^(?:if|loop|try|with|function|class|raise)$/.test(kind)) plain = false;
    },
    expression: (part) => {
      if (part.kind === 'functionValue' || (part.kind === 'other' && part.operators.length > 0))
        plain = false;
      if (part.kind === 'call' && part !== call && !part.isNew && !PLAIN.test(dottedName(part.callee) ?? ''))
        plain = false;
    },
  });
  return plain;
}

/** Services whose answers have no place in the data of an execution, or that hand over files. */
const KEPT_OUT = /^(?:secretsmanager|ssm|sts|kms|lambda|cognitoidentityprovider|bedrock\w*)$/;
const FILES = /^s3:(?:getObject|putObject|upload|download)/;

/** The action of Step Functions that does the same, behind `arn:aws:states:::`. */
function integrationOf({ service, action }: AwsCall): string | undefined {
  if (KEPT_OUT.test(service) || FILES.test(`${service}:${action}`)) return undefined;
  const name = INTEGRATION_NAMES[service] ?? service;
  if (integrationAction(name, action)) return `${name}:${action}`;
  const sdk = service === 'events' ? 'eventbridge' : service;
  return AWS_SDK_SERVICES.has(sdk) ? `aws-sdk:${sdk}:${action}` : undefined;
}
