import {
  around,
  AT_LEAST_ONCE,
  catchesAnyCall,
  catchesEverything,
  isAwsCall,
  isRead,
  setsWhatIsReadLater,
  testsError,
  within,
  type CodeFile,
  type EventSource,
  type LambdaHandler,
  type PlacedStatement,
  type RemoteCall,
} from '../../model/code';
import type { Expression, TryStatement } from '../../syntax/code/ast';
import { walkBlock, walkExpression } from '../../syntax/code/walk';
import { defineRule, type Finding, type RuleContext } from '../rule';
import { answersItsCaller, tasksOf, toTasks } from './callers';
import { raiseAgain } from './raiseAgain';

export default defineRule({
  id: 'lambda/swallowed-exception',
  subject: 'code',
  severity: 'warning',
  summary: 'What a handler cannot deal with, it lets its caller know by failing.',
  why: 'A function that returns has succeeded, whatever it logged. Step Functions goes on to the next state, and the retries, the dead-letter queue and the alarms of an event source never hear of the failure.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-retries.html',
  note: 'errors#who-handles-what',
  bad: [
    {
      text: `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    try:
        glue.start_job_run(JobName=event["job"])
    «except Exception as error»:
        print(error)
`,
      fixed: `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    try:
        glue.start_job_run(JobName=event["job"])
    except Exception as error:
        print(error)
        raise
`,
    },
    {
      text: `import { SFNClient, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';

const client = new SFNClient({});

export const handler = async (event: { token: string }) => {
  await answer(event.token);
};

async function answer(taskToken: string) {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  } «catch (error)» {
    console.log(error);
  }
}
`,
      fixed: `import { SFNClient, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';

const client = new SFNClient({});

export const handler = async (event: { token: string }) => {
  await answer(event.token);
};

async function answer(taskToken: string) {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  } catch (error) {
    console.log(error);
    throw error;
  }
}
`,
    },
    // No web server reads the status.
    {
      text: `import json
import boto3

sqs = boto3.client("sqs")

def lambda_handler(event, context):
    try:
        for record in event["Records"]:
            sqs.send_message(QueueUrl="https://example.com", MessageBody=record["body"])
    «except Exception»:
        return {"statusCode": 500, "body": json.dumps("failed")}
`,
      fixed: `import json
import boto3

sqs = boto3.client("sqs")

def lambda_handler(event, context):
    try:
        for record in event["Records"]:
            sqs.send_message(QueueUrl="https://example.com", MessageBody=record["body"])
    except Exception:
        raise
`,
    },
  ],
  good: [
    `import boto3

table = boto3.resource("dynamodb").Table("orders")

def lambda_handler(event, context):
    try:
        table.put_item(Item={"id": event["pathParameters"]["id"]})
    except Exception as error:
        return {"statusCode": 500, "body": str(error)}
    return {"statusCode": 200}
`,
    `import boto3

sqs = boto3.client("sqs")

def lambda_handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            sqs.send_message(QueueUrl="https://example.com", MessageBody=record["body"])
        except Exception:
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
`,
    `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    try:
        glue.delete_table(DatabaseName="raw", Name=event["table"])
    except glue.exceptions.EntityNotFoundException:
        print("gone already")
`,
  ],

  *check(code, context) {
    for (const placed of code.placed.statements) {
      if (placed.statement.kind === 'try') yield* judge(code, placed, placed.statement, context);
    }
  },
});

function* judge(
  code: CodeFile,
  placed: PlacedStatement,
  attempt: TryStatement,
  context: RuleContext,
): Iterable<Finding> {
  const { unit } = placed.place;
  const handler = code.handlerOf(unit);
  if (!handler || answersItsCaller(handler) || handler.isDurable || isAside(placed)) return;
  const calls = code.failures.remoteIn(attempt.body).filter((each) => !isTelemetry(each));
  const [call] = calls;
  if (!call || setsWhatIsReadLater(code, placed) || isInPausingLoop(code, attempt)) return;
  if (isAskedForLater(code, placed, attempt)) return;
  const onlyReads = calls.every(isRead);
  for (const caught of attempt.handlers) {
    if (!catchesAnyCall(caught) || testsError(caught)) continue;
    // Whoever names the errors of a service around a look at something knows that it may not be there.
    if (onlyReads && !catchesEverything(caught)) continue;
    const { outcome, values } = code.failures.outcomeOf(caught, unit);
    const answers =
      outcome === 'returned' && unit === handler.unit && values.every((value) => isLost(value, handler));
    if (outcome !== 'swallowed' && !answers) continue;
    const tasks = tasksOf(code, unit, context);
    const word = code.program.language === 'python' ? 'except' : 'catch';
    const caller = tasks.length > 0 ? `the state "${tasks[0].state.name}"` : CALLERS[handler.source];
    yield {
      span: caught.head,
      // That the other items go on may well be meant.
      severity: isItem(placed) ? 'info' : undefined,
      message: `The ${word} around "${call.name}" swallows the failure, so ${caller ?? 'its caller'} sees a success.`,
      related: toTasks(tasks),
      fixes: raiseAgain(code.program, caught),
    };
  }
}

const CALLERS: Partial<Record<EventSource, string>> = {
  sqs: 'SQS',
  sns: 'SNS',
  s3: 'the event of S3',
  kinesis: 'the stream',
  dynamodb: 'the stream',
  records: 'the event source',
  eventbridge: 'EventBridge',
  direct: 'Step Functions, or whoever calls it,',
};

/** True for a value that no caller takes for a failure. */
function isLost(value: Expression, { source }: LambdaHandler): boolean {
  if (AT_LEAST_ONCE.has(source)) return true;
  if (value.kind === 'constant') return true;
  if (value.kind !== 'object') return false;
  // A web server would read the status; this function has none in front of it, as far as it reads its event.
  return (
    value.entries.length === 0 ||
    (source === 'direct' && value.entries.some(({ key }) => key === 'statusCode'))
  );
}

/** A try in a handler or `finally` of another: its own failure does not matter. */
function isAside({ place }: PlacedStatement): boolean {
  for (const { of, block } of around(place)) {
    if (of?.kind === 'try' && block !== of.body && block !== of.otherwise) return true;
  }
  return false;
}

/** Metrics and traces are not what a function is for. */
function isTelemetry(call: RemoteCall): boolean {
  return isAwsCall(call) && /^(?:cloudwatch|logs|xray)$/.test(call.service);
}

/** True where a condition behind the try asks for what the try should have set. */
function isAskedForLater(code: CodeFile, { place }: PlacedStatement, attempt: TryStatement): boolean {
  const names = assignedIn(attempt);
  return code.placed.statements.some(
    ({ statement, place: at }) =>
      statement.kind === 'if' &&
      at.unit === place.unit &&
      statement.span.start >= attempt.span.end &&
      statement.branches.some(({ condition }) =>
        names.some((name) =>
          code.names
            .readsOf(name)
            .some((offset) => condition && condition.span.start <= offset && offset < condition.span.end),
        ),
      ),
  );
}

function assignedIn({ body }: TryStatement): string[] {
  const names: string[] = [];
  walkBlock(body, {
    statement: (statement) => {
      if (statement.kind !== 'assign') return;
      for (const target of statement.targets) if (target.kind === 'name') names.push(target.name);
    },
  });
  return names;
}

function isInPausingLoop(code: CodeFile, { span }: TryStatement): boolean {
  return code.pausingLoops.some(({ loop }) => within(span, loop.span));
}

/** True in a loop over items, those of the event excepted: each of them is a delivery. */
function isItem({ place }: PlacedStatement): boolean {
  for (const { of } of around(place)) {
    if (of?.kind === 'loop' && of.loop === 'for') return !isRecords(of.over);
  }
  return false;
}

function isRecords(over: Expression | undefined): boolean {
  if (!over) return false;
  let records = false;
  walkExpression(over, {
    expression: (part) => {
      if (part.kind === 'member' && part.name === 'Records') records = true;
      if (part.kind === 'string' && part.value === 'Records') records = true;
      if (part.kind === 'name' && part.name === 'records') records = true;
    },
  });
  return records;
}
