import { AT_LEAST_ONCE } from '../../model/code';
import { defineRule } from '../rule';

export default defineRule({
  id: 'lambda/start-execution-no-name',
  subject: 'code',
  severity: 'info',
  summary: 'An execution that an event starts has a name that is made of the event.',
  why: 'Event sources deliver an event again now and then. StartExecution with the same name and input answers with the execution that is there already; without a name a second one starts.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html',
  note: 'errors#idempotence',
  bad: [
    {
      text: `import json
import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    for record in event["Records"]:
        «sfn.start_execution»(stateMachineArn="arn", input=json.dumps(record["s3"]))
`,
    },
  ],
  good: [
    `import json
import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    for record in event["Records"]:
        name = record["s3"]["object"]["sequencer"]
        sfn.start_execution(stateMachineArn="arn", name=name, input=json.dumps(record["s3"]))
`,
    // Somebody pressed a button.
    `import boto3

sfn = boto3.client("stepfunctions")

def lambda_handler(event, context):
    sfn.start_execution(stateMachineArn="arn", input=event["body"])
`,
  ],

  *check(code) {
    // The name of an Express execution keeps nothing from starting twice.
    if (/express/i.test(code.path) || /express/i.test(code.program.text)) return;
    for (const call of code.awsCalls) {
      const handler = code.handlerOf(call.unit);
      if (call.service !== 'sfn' || call.action !== 'startExecution') continue;
      if (!handler || !AT_LEAST_ONCE.has(handler.source) || handler.isDurable) continue;
      if (call.opaque || call.argument('name')) continue;
      yield {
        span: call.head,
        message: `"${call.name}" is given no name, so an event that is delivered twice starts two executions.`,
      };
    }
  },
});
