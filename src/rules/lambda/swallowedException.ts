import {
  AT_LEAST_ONCE,
  catchesAnyCall,
  catchesEverything,
  isRead,
  testsError,
  type CodeFile,
  type LambdaHandler,
  type PlacedCall,
  type PlacedStatement,
} from '../../model/code';
import type { Expression, FunctionUnit, TryStatement } from '../../syntax/code/ast';
import { defineRule, type Finding, type RuleContext } from '../rule';
import { attemptedCalls, chiefOf, isItem } from './attempt';
import { answersItsCaller, tasksOf, toTasks } from './callers';
import { judgeCallbacks } from './callbackFailure';
import { raiseAgain } from './raiseAgain';
import { swallows } from './swallows';

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

sqs = boto3.client("sqs")

def lambda_handler(event, context):
    try:
        sqs.send_message_batch(QueueUrl="https://example.com", Entries=event["Records"])
    except Exception:
        return {"batchItemFailures": [{"itemIdentifier": r["messageId"]} for r in event["Records"]]}
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
    if (code.program.language === 'typescript') yield* judgeCallbacks(code, context);
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
  if (!handler || answersItsCaller(handler) || handler.isDurable) return;
  const calls = attemptedCalls(code, placed, attempt);
  const call = chiefOf(calls);
  if (!call) return;
  const tasks = tasksOf(code, unit, context);
  const readsNoAnswer = AT_LEAST_ONCE.has(handler.source) || isStarted(handler, context);
  const onlyReads = calls.every(isRead);
  // What changes something and looks at nothing of its event is hardly an endpoint.
  const isWork = handler.source === 'unread' && !onlyReads;
  const readsNoStatus = handler.source === 'direct' || isWork || tasks.length > 0;
  const isLost = (value: Expression): boolean => readsNoAnswer || isSuccess(value, readsNoStatus, isWork);
  for (const caught of attempt.handlers) {
    if (!catchesAnyCall(caught) || testsError(caught)) continue;
    // Whoever names the errors of a service around a look at something knows that it may not be there.
    if (onlyReads && !catchesEverything(caught)) continue;
    const { outcome, values } = code.failures.outcomeOf(caught, unit);
    const isAnswer = unit === handler.unit ? values.every(isLost) : isPassedOver(code, unit);
    const answers = outcome === 'returned' && isAnswer && !answersByItem(code);
    if (outcome !== 'swallowed' && !answers) continue;
    const word = code.program.language === 'python' ? 'except' : 'catch';
    yield {
      span: caught.head,
      // That the other items go on may well be meant; and a web server may be in front of what reads nothing.
      severity:
        isItem(placed) || (answers && isWork && !readsNoAnswer && tasks.length === 0) ? 'info' : undefined,
      message: swallows(`${word} around`, call, tasks, handler),
      related: toTasks(tasks),
      fixes: raiseAgain(code.program, caught),
    };
  }
}

/** True for a function whose value none of its calls looks at: `send(item)` of a `send` that returns `False`. */
function isPassedOver({ placed, names }: CodeFile, unit: FunctionUnit | undefined): boolean {
  if (!unit) return false;
  const calls = placed.calls.filter(({ call, place }) => names.called(call, place.unit).includes(unit));
  return calls.length > 0 && calls.every(isStatement);
}

function isStatement({ call, statement }: PlacedCall): boolean {
  if (statement.kind !== 'expression' || !statement.value) return false;
  const { value } = statement;
  return value === call || (value.kind === 'await' && value.value === call);
}

function answersByItem({ program }: CodeFile): boolean {
  return program.text.includes('batchItemFailures');
}

/** True where a rule or schedule of the workspace starts a handler: nobody reads what it returns. */
function isStarted({ name }: LambdaHandler, { path, workspace }: RuleContext): boolean {
  return workspace !== undefined && workspace.startersOf(path, name).length > 0;
}

/** True for a value that no caller takes for a failure. */
function isSuccess(value: Expression, readsNoStatus: boolean, isWork: boolean): boolean {
  if (value.kind === 'constant' || (isWork && value.kind === 'string')) return true;
  if (value.kind !== 'object') return false;
  // A web server would read the status; this function has none in front of it, as far as is known.
  return (
    value.entries.length === 0 || (readsNoStatus && value.entries.some(({ key }) => key === 'statusCode'))
  );
}
