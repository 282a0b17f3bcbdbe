import type { AwsCall, LambdaHandler } from '../../model/code';
import { defineRule } from '../rule';
import { decides, isTriggerShim } from './shim';

export default defineRule({
  id: 'lambda/trigger-shim',
  subject: 'code',
  severity: 'info',
  summary: 'A function between an event and what it starts does something with the event.',
  why: 'A rule of EventBridge, a pipe or a schedule starts state machines, jobs and tasks by itself, with a filter and an input of its own. A function in between is code, a role and a runtime to look after.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
  note: 'lambda#one-function',
  bad: [
    {
      text: `import json
import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    «sfn.start_execution»(stateMachineArn="arn", name=event["id"], input=json.dumps(event["detail"]))
`,
    },
  ],
  good: [
    // It decides.
    `import json
import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    if event["detail"]["size"] > 100:
        sfn.start_execution(stateMachineArn="big", input=json.dumps(event["detail"]))
`,
    `import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    sfn.start_execution(stateMachineArn="arn", input=event["body"])
`,
  ],

  *check(code) {
    for (const handler of code.handlers) {
      const call = isTriggerShim(code, handler);
      if (!call || decides(handler) || isGlueByObject(handler, call)) continue;
      yield {
        span: call.head,
        message: `All that the function does is "${call.name}", which ${MEANS[handler.source] ?? 'a target of EventBridge'} does without a function.`,
      };
    }
  },
});

const MEANS: Partial<Record<LambdaHandler['source'], string>> = {
  s3: "a rule of EventBridge for the bucket's events",
  sqs: 'a pipe behind the queue',
  eventbridge: 'the target of a rule',
};

/** That is `orchestration/glue-workflow-starter-lambda`. */
function isGlueByObject({ source }: LambdaHandler, { service }: AwsCall): boolean {
  return source === 's3' && service === 'glue';
}
