import { isAwsCall, type AwsCall, type CodeFile, type LambdaHandler } from '../../model/code';
import { decides, isTriggerShim } from '../lambda/shim';
import { defineRule, type RuleContext } from '../rule';

export default defineRule({
  id: 'orchestration/pipe-instead-of-lambda',
  subject: 'code',
  severity: 'hint',
  summary: 'A function behind a queue or stream does something with the records.',
  why: 'A pipe reads the queue or stream, filters, reshapes each record and hands it to a state machine, a bus or another queue, with batches and a dead-letter queue of its own. A function that does no more is code, a role and a runtime to look after.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
  note: 'lambda#one-function',
  bad: [
    {
      text: `import json
import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    for record in event["Records"]:
        if record["eventName"] == "INSERT":
            «sfn.start_execution»(stateMachineArn="arn", input=json.dumps(record["dynamodb"]["NewImage"]))
`,
    },
    {
      text: `import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";

const client = new EventBridgeClient({});

export const handler = async (event) => {
  const Entries = event.Records.map(({ body }) => ({ Source: "orders", DetailType: "placed", Detail: body }));
  await «client.send»(new PutEventsCommand({ Entries }));
};
`,
      beside: {
        'template.yaml': `Resources:
  Forward: { Type: AWS::Lambda::Function, Properties: { Handler: example.handler } }
  Orders:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Forward, EventSourceArn: !GetAtt Queue.Arn }
`,
      },
    },
  ],
  good: [
    // It looks something up.
    `import json
import boto3

sfn = boto3.client("stepfunctions")
table = boto3.resource("dynamodb").Table("customers")

def lambda_handler(event, context):
    for record in event["Records"]:
        customer = table.get_item(Key={"id": record["dynamodb"]["Keys"]["id"]["S"]})["Item"]
        sfn.start_execution(stateMachineArn="arn", input=json.dumps(customer))
`,
    // It makes one of many.
    `import json
import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    total = sum(float(record["dynamodb"]["NewImage"]["amount"]["N"]) for record in event["Records"])
    sfn.start_execution(stateMachineArn="arn", input=json.dumps({"total": total}))
`,
  ],

  *check(code, context) {
    for (const handler of code.handlers) {
      const source = sourceOf(handler, context);
      const call = source === undefined ? undefined : forwardOf(code, handler);
      // That is "lambda/trigger-shim", which says the same.
      if (!call || (isTriggerShim(code, handler) && !decides(handler))) continue;
      yield {
        span: call.head,
        message: `All that the function does with a record of ${source} is "${call.name}", which a pipe does without a function.`,
      };
    }
  },
});

const SOURCES: Partial<Record<LambdaHandler['source'], string>> = {
  sqs: 'the queue',
  kinesis: 'the stream',
  dynamodb: 'the stream',
};

/** What the records come from, by the code or by an event source mapping of the workspace. */
function sourceOf(
  { source, name, isDurable }: LambdaHandler,
  { path, workspace }: RuleContext,
): string | undefined {
  if (isDurable) return undefined;
  if (source !== 'records' && source !== 'elsewhere') return SOURCES[source];
  const mapped = workspace?.startersOf(path, name).some(({ kind }) => kind === 'eventSource');
  return mapped ? 'its source' : undefined;
}

/** What a pipe can hand a record to. */
const TARGETS =
  /^(?:sfn:start(?:Sync)?Execution|events:putEvents|sqs:sendMessage(?:Batch)?|sns:publish(?:Batch)?|kinesis:putRecords?|firehose:putRecord(?:Batch)?|ecs:runTask|batch:submitJob)$/;
const MANY_AT_ONCE = /^(?:putEvents|sendMessageBatch|publishBatch|putRecords|putRecordBatch)$/;

/** Lines of a handler that does little more than one call, with its errors logged. */
const SHORT = 40;

/** The one call of a handler that hands each record on as it is, or with other names. */
function forwardOf(code: CodeFile, { unit, reaches }: LambdaHandler): AwsCall | undefined {
  const { text } = code.program;
  if (text.slice(unit.span.start, unit.span.end).split('\n').length > SHORT || computes(code))
    return undefined;
  const [call, ...others] = [...reaches].flatMap((each) => code.remoteCallsOf(each));
  if (!call || others.length > 0 || !isAwsCall(call) || !TARGETS.test(`${call.service}:${call.action}`))
    return undefined;
  return MANY_AT_ONCE.test(call.action) || isPerRecord(call) ? call : undefined;
}

/** True in a loop, or in a function that is called for each. */
function isPerRecord({ place }: AwsCall): boolean {
  for (let at: typeof place | undefined = place; at; at = at.outer) {
    if (at.of?.kind === 'loop' || at.passedTo) return true;
  }
  return false;
}

/** Modules by which a record is read, written and logged; what needs others is no matter of other names. */
const PLAIN =
  /^(?:json|os|sys|logging|base64|uuid|time|datetime|typing|decimal|boto3(?:\..+)?|botocore(?:\..+)?|aws_lambda_powertools(?:\..+)?|aws_xray_sdk(?:\..+)?|(?:node:)?crypto|uuid|aws-lambda|aws-sdk|@aws-sdk\/.+|@aws-lambda-powertools\/.+|\.{1,2}\/.*)$/;

function computes({ names }: CodeFile): boolean {
  return [...names.imports.values()].some(({ module }) => !PLAIN.test(module));
}
