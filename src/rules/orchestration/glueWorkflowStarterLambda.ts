import { isAwsCall, type AwsCall } from '../../model/code';
import { defineRule, side } from '../rule';
import { bucketStartsGlue } from './bucketStartsGlue';

export default defineRule({
  id: 'orchestration/glue-workflow-starter-lambda',
  subject: 'code',
  severity: 'info',
  summary: 'A Glue workflow that objects of S3 start, starts by a trigger of its own.',
  why: 'An EVENT trigger of Glue takes the events of a bucket from EventBridge, up to 100 of them or 15 minutes at once. The function between starts one run for each object and is one thing more to look after.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/starting-workflow-eventbridge.html',
  note: 'glue-workflows#starting-by-an-event',
  bad: [
    {
      text: `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    print(key)
    «glue.start_workflow_run»(Name="nightly")
`,
    },
    {
      text: `Resources:
  «Start»:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{ Statement: [{ Effect: Allow, Action: glue:StartWorkflowRun, Resource: !Ref WorkflowArn }] }]
      Events:
        Uploaded: { Type: S3, Properties: { Bucket: !Ref Landing, Events: s3:ObjectCreated:* } }
`,
    },
  ],
  good: [
    // The run gets what an event trigger would not give it.
    `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    glue.start_workflow_run(Name="nightly", RunProperties={"key": key})
`,
  ],

  *check(code) {
    for (const handler of code.handlers) {
      if (handler.source !== 's3' || handler.isDurable) continue;
      const calls = code.remoteCalls.filter(({ unit }) => unit !== undefined && handler.reaches.has(unit));
      const starts = calls.filter(isAwsCall).filter(isPlainStart);
      if (starts.length !== 1 || calls.length !== 1) continue;
      const [call] = starts;
      yield {
        span: call.head,
        message: `All that the function does for an object is "${call.name}", which an EVENT trigger of Glue does by itself.`,
      };
    }
  },

  sides: [side('template', bucketStartsGlue)],
});

function isPlainStart(call: AwsCall): boolean {
  if (call.service !== 'glue' || !/^start(?:Workflow|Job)Run$/.test(call.action) || call.opaque) return false;
  return !call.argument('RunProperties') && !call.argument('Arguments');
}
