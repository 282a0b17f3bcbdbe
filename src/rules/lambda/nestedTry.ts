import {
  around,
  catchesEverything,
  setsWhatIsReadLater,
  testsError,
  type CodeFile,
  type PlacedStatement,
  type RemoteCall,
} from '../../model/code';
import type { TryStatement } from '../../syntax/code/ast';
import { defineRule, type Finding, type RuleContext } from '../rule';
import { chiefOf } from './attempt';
import { answersItsCaller, tasksOf, toTasks } from './callers';
import { isFallback, isSpecific, isTelling, isTranslation } from './innerTry';
import { judgeSubstitute } from './substituteTry';
import { unwrapTry } from './unwrapTry';

export default defineRule({
  id: 'lambda/nested-try',
  subject: 'code',
  severity: 'info',
  summary: 'A handler leaves it to its caller what follows when a remote call fails.',
  why: 'A try inside a try is a workflow in disguise: which step failed and what came of it shows in no history, and no step has a retry or timeout of its own. As states, each call has its own "Retry" for errors that pass and a "Catch" that names the errors that lead elsewhere.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#nested-try-blocks',
  bad: [
    {
      text: `import boto3

glue = boto3.client("glue")
sns = boto3.client("sns")

def lambda_handler(event, context):
    try:
        source = glue.get_table(DatabaseName="raw", Name=event["table"])
        «try»:
            glue.start_job_run(JobName="load", Arguments={"--path": source["Table"]["Name"]})
        except Exception as error:
            print(error)
    except Exception as error:
        sns.publish(TopicArn=event["topic"], Message=str(error))
        raise
`,
    },
    {
      text: `import { GlueClient, StartJobRunCommand } from '@aws-sdk/client-glue';

const glue = new GlueClient({});

export const handler = async (event: { table: string }) => {
  try {
    «try» {
      await glue.send(new StartJobRunCommand({ JobName: event.table }));
    } catch (error) {
      throw error;
    }
  } catch (error) {
    console.error(error);
  }
};
`,
      fixed: `import { GlueClient, StartJobRunCommand } from '@aws-sdk/client-glue';

const glue = new GlueClient({});

export const handler = async (event: { table: string }) => {
  try {
    await glue.send(new StartJobRunCommand({ JobName: event.table }));
  } catch (error) {
    console.error(error);
  }
};
`,
    },
    {
      text: `import boto3

table = boto3.resource("dynamodb").Table("orders")

def lambda_handler(event, context):
    try:
        order = event["order"]
        «try»:
            # Twice the same order is one order.
            table.put_item(
                Item={"id": order},
            )
        except Exception as error:
            raise error
        print(order)
    except Exception:
        print("failed")
        raise
`,
      fixed: `import boto3

table = boto3.resource("dynamodb").Table("orders")

def lambda_handler(event, context):
    try:
        order = event["order"]
        # Twice the same order is one order.
        table.put_item(
            Item={"id": order},
        )
        print(order)
    except Exception:
        print("failed")
        raise
`,
    },
  ],
  good: [
    // One code is looked at, and the rest goes on.
    `import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")

def lambda_handler(event, context):
    try:
        try:
            s3.head_object(Bucket=event["bucket"], Key=event["key"])
        except ClientError as error:
            if error.response["Error"]["Code"] != "404":
                raise
        s3.put_object(Bucket=event["bucket"], Key=event["key"], Body=b"")
    except Exception as error:
        raise RuntimeError("not stored") from error
`,
    // Each item is tried by itself.
    `import boto3

sqs = boto3.client("sqs")

def lambda_handler(event, context):
    failed = []
    try:
        for item in event["items"]:
            try:
                sqs.send_message(QueueUrl=event["queue"], MessageBody=item)
            except Exception:
                failed.append(item)
    except KeyError:
        return {"failed": ["all"]}
    return {"failed": failed}
`,
    // Something else takes its place.
    `import boto3

ssm = boto3.client("ssm")
s3 = boto3.client("s3")

def lambda_handler(event, context):
    try:
        try:
            prefix = ssm.get_parameter(Name="prefix")["Parameter"]["Value"]
        except Exception:
            prefix = "raw/"
        s3.put_object(Bucket=event["bucket"], Key=prefix + event["key"], Body=b"")
    except Exception as error:
        raise RuntimeError("not stored") from error
`,
    // Telling somebody about a failure may fail itself.
    `import boto3

sns = boto3.client("sns")
glue = boto3.client("glue")

def lambda_handler(event, context):
    try:
        glue.start_job_run(JobName="load")
    except Exception:
        try:
            sns.publish(TopicArn=event["topic"], Message="failed")
        except Exception as error:
            print(error)
        raise
`,
  ],

  *check(code, context) {
    for (const inner of code.placed.statements) {
      if (inner.statement.kind === 'try') yield* judge(code, inner, inner.statement, context);
    }
  },
});

function* judge(
  code: CodeFile,
  placed: PlacedStatement,
  inner: TryStatement,
  context: RuleContext,
): Iterable<Finding> {
  const handler = code.handlerOf(placed.place.unit);
  const outer = tryAround(placed);
  if (!outer && handler?.source !== 'customResource') yield* judgeSubstitute(code, placed, inner, context);
  if (!handler || handler.source === 'customResource' || !outer || inner.handlers.length === 0) return;
  const calls = code.failures.remoteIn(inner.body);
  const call = chiefOf(calls);
  if (!call || inner.handlers.every((each) => isSpecific(each))) return;

  const ends = inner.handlers.map((each) => code.failures.outcomeOf(each, placed.place.unit));
  if (inner.handlers.some((each, index) => isFallback(each, inner, ends[index]))) return;
  // Each failure has an answer of its own for who asked.
  const isAnswered =
    placed.place.unit === handler.unit && ends.every(({ outcome }) => outcome === 'returned');
  if (isAnswered && answersItsCaller(handler)) return;
  const isPassedOver = ends.every(({ outcome }) => outcome === 'swallowed');
  if (isPassedOver && (setsWhatIsReadLater(code, placed) || calls.every(isTelling))) return;
  const broad = [inner, outer].every(({ handlers }) => handlers.some((each) => catchesEverything(each)));
  const isFlag = ends.some(({ outcome }) => outcome === 'recorded');
  const strong = broad && !isFlag && !inner.handlers.some(testsError);
  if (!strong && (isTranslation(inner) || !callsBesides(code, outer, calls))) return;

  const tasks = tasksOf(code, placed.place.unit, context);
  const bare = tasks.find(({ state }) => !state.retries);
  const where = bare ? `, and the state "${bare.state.name}" that calls it has no "Retry"` : '';
  yield {
    span: inner.head,
    severity: tasks.length > 0 || (strong && !answersItsCaller(handler)) ? 'warning' : undefined,
    message: `The try around "${call.name}" is inside another try, which decides in code what a state's "Retry" and "Catch" would say in the open${where}.`,
    related: [{ span: outer.head, message: 'The try around it.' }, ...toTasks(tasks)],
    fixes: unwrapTry(code.program, inner),
  };
}

/** The try in whose body a try stands; between them neither a loop nor a handler. */
function tryAround({ place }: PlacedStatement): TryStatement | undefined {
  for (const { of, block } of around(place)) {
    if (of?.kind === 'loop') return undefined;
    if (of?.kind !== 'try') continue;
    if (block !== of.body) return undefined;
    if (of.handlers.length > 0) return of;
  }
  return undefined;
}

function callsBesides(code: CodeFile, outer: TryStatement, calls: readonly RemoteCall[]): boolean {
  return code.failures.remoteIn(outer.body).some((other) => !calls.includes(other));
}
