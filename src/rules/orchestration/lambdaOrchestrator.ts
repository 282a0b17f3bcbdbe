import { startSequenceOf } from '../../model/code';
import { defineRule } from '../rule';
import { tasksOf, toTasks } from '../lambda/callers';

export default defineRule({
  id: 'orchestration/lambda-orchestrator',
  subject: 'code',
  severity: 'warning',
  summary: 'A handler does one step; what runs after what is said by a state machine.',
  why: 'A function that starts one job, waits and starts the next keeps the order, the retries and the state of a workflow in one process of at most 15 minutes. When it ends halfway, nothing says how far it came and it cannot go on from there.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html',
  note: 'lambda#an-orchestrator-in-disguise',
  bad: [
    {
      text: `import boto3

athena = boto3.client("athena")
glue = boto3.client("glue")

def lambda_handler(event, context):
    query = athena.start_query_execution(QueryString="SELECT 1", WorkGroup="w")
    execution = query["QueryExecutionId"]
    «glue.start_job_run»(JobName="load", Arguments={"--query": execution})
`,
    },
    {
      text: `import time
import boto3

glue = boto3.client("glue")

def start(name):
    glue.start_job_run(JobName=name)
    time.sleep(60)

def lambda_handler(event, context):
    start("extract")
    «glue.start_crawler»(Name="raw")
`,
    },
    {
      text: `import boto3

s3 = boto3.client("s3")
glue = boto3.client("glue")

def lambda_handler(event, context):
    s3.put_object(Bucket="landing", Key="a.json", Body=event["data"])
    glue.start_crawler(Name="landing")
    s3.put_object(Bucket="raw", Key="a.csv", Body=event["data"])
    «glue.start_crawler»(Name="raw")
`,
    },
  ],
  good: [
    // One of two.
    `import boto3

sfn = boto3.client("stepfunctions")
glue = boto3.client("glue")

def lambda_handler(event, context):
    if event["big"]:
        answer = glue.start_job_run(JobName="load")
    else:
        answer = sfn.start_execution(stateMachineArn="arn", input="{}")
    return str(answer)
`,
    // Two that have nothing to do with each other.
    `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    one = glue.start_job_run(JobName="one")
    two = glue.start_job_run(JobName="two")
    return [one["JobRunId"], two["JobRunId"]]
`,
  ],

  *check(code, context) {
    for (const handler of code.handlers) {
      if (handler.isDurable) continue;
      const sequence = startSequenceOf(code, handler);
      if (!sequence) continue;
      const { first, second, before, after } = sequence;
      yield {
        span: after.call.callee.span,
        message: `"${handler.name}" runs "${second.name}" after "${first.name}": an order that no history shows and that cannot be taken up where it broke off.`,
        related: [
          { span: before.call.callee.span, message: 'This comes first.' },
          ...toTasks(tasksOf(code, handler.unit, context)),
        ],
      };
    }
  },
});
