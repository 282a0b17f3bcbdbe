import { asksAfterJob, isAwsCall, type RemoteCall } from '../../model/code';
import { defineRule } from '../rule';
import { tasksOf, toTasks } from './callers';

export default defineRule({
  id: 'lambda/poll-loop',
  subject: 'code',
  severity: 'warning',
  summary: 'A handler does not wait for a job to end.',
  why: 'A function that asks for a status and sleeps is billed for waiting and stops after 15 minutes, whether the job is done or not. A state with ".sync" waits for it at no cost, or a Wait state and a Choice ask again.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  note: 'lambda#an-orchestrator-in-disguise',
  bad: [
    {
      text: `import time
import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    run = glue.start_job_run(JobName="load")
    «while True»:
        status = glue.get_job_run(JobName="load", RunId=run["JobRunId"])["JobRun"]["JobRunState"]
        if status in ("SUCCEEDED", "FAILED"):
            return status
        time.sleep(30)
`,
    },
    {
      text: `import { AthenaClient, GetQueryExecutionCommand } from '@aws-sdk/client-athena';

const athena = new AthenaClient({});

export const handler = async (event: { id: string }) => {
  let state = 'RUNNING';
  «while (state === 'RUNNING')» {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const answer = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: event.id }));
    state = answer.QueryExecution.Status.State;
  }
  return state;
};
`,
    },
  ],
  good: [
    // Pages are read slowly; nothing is waited for.
    `import time
import boto3

logs = boto3.client("logs")

def lambda_handler(event, context):
    token = None
    while True:
        page = logs.describe_log_groups(limit=50)
        token = page.get("nextToken")
        if not token:
            break
        time.sleep(0.2)
`,
    // A provider has to wait: CloudFormation asks only once.
    `import time
import boto3

acm = boto3.client("acm")

def handler(event, context):
    if event["RequestType"] == "Delete":
        return
    while acm.describe_certificate(CertificateArn=event["Arn"])["Certificate"]["Status"] != "ISSUED":
        time.sleep(10)
`,
  ],

  *check(code, context) {
    for (const { kind, by, head, place, calls, seconds, isBusy } of code.repetitions) {
      const handler = code.handlerOf(place.unit);
      if (kind !== 'poll' || !handler || handler.isDurable || handler.source === 'customResource') continue;
      if (seconds !== undefined && seconds < 5) continue;
      const [call] = calls;
      yield {
        span: head,
        message: `${by} asks "${call.name}" again and again${isBusy ? '' : ' and waits in between'}, which is billed and ends after 15 minutes; ${instead(call)}.`,
        related: toTasks(tasksOf(code, place.unit, context)),
      };
    }
  },
});

function instead(call: RemoteCall): string {
  return isAwsCall(call) && asksAfterJob(call)
    ? 'a state with ".sync" waits for it'
    : 'a Wait state with a Choice behind it asks for nothing meanwhile';
}
