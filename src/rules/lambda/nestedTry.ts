import {
  around,
  catchesAnyCall,
  catchesEverything,
  isAwsCall,
  setsWhatIsReadLater,
  testsError,
  type CodeFile,
  type Outcome,
  type PlacedStatement,
  type RemoteCall,
} from '../../model/code';
import type { Block, Expression, Handler, TryStatement } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import { defineRule, type Finding, type RuleContext } from '../rule';
import { answersItsCaller, tasksOf, toTasks } from './callers';

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
  if (!handler || handler.source === 'customResource' || !outer || inner.handlers.length === 0) return;
  const calls = code.failures.remoteIn(inner.body);
  const [call] = calls;
  if (!call || inner.handlers.every((each) => isSpecific(each))) return;

  const ends = inner.handlers.map((each) => code.failures.outcomeOf(each, placed.place.unit));
  if (inner.handlers.some((each, index) => isFallback(each, inner, ends[index]))) return;
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

/** One error is named, or looked for: that is handling and not control flow. */
function isSpecific(handler: TryStatement['handlers'][number]): boolean {
  return !catchesAnyCall(handler) || testsError(handler);
}

/** True where another value takes the place of what failed: that is handling and not control flow. */
function isFallback(
  { body }: Handler,
  inner: TryStatement,
  { outcome, values }: { outcome: Outcome; values: readonly Expression[] },
): boolean {
  if (outcome === 'returned') return values.every(isEmpty);
  if (outcome !== 'recorded') return false;
  const wanted = assignedIn(inner.body);
  const given = assignedIn(body);
  // What is not assigned is collected: the failures of many.
  return given.size === 0 || [...given].some((name) => wanted.has(name));
}

function isEmpty(value: Expression): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  return value.kind === 'constant' || (value.kind === 'object' && value.entries.length === 0);
}

function assignedIn(block: Block): Set<string> {
  const names = new Set<string>();
  walkBlock(block, {
    statement: (statement) => {
      if (statement.kind !== 'assign') return;
      for (const target of statement.targets) if (target.kind === 'name') names.add(target.name);
    },
  });
  return names;
}

/** True where each error is raised as another one, with a name that says more. */
function isTranslation({ handlers }: TryStatement): boolean {
  return handlers.every(({ body, name }) =>
    body.statements.some(
      (statement) =>
        statement.kind === 'raise' &&
        statement.value !== undefined &&
        !(statement.value.kind === 'name' && statement.value.name === name),
    ),
  );
}

function callsBesides(code: CodeFile, outer: TryStatement, calls: readonly RemoteCall[]): boolean {
  return code.failures.remoteIn(outer.body).some((other) => !calls.includes(other));
}

/** Calls that tell somebody or clean up, whose own failure may well be passed over. */
function isTelling(call: RemoteCall): boolean {
  if (call.kind === 'http') return true;
  if (!isAwsCall(call)) return false;
  return (
    /^(?:sns|ses|sesv2|cloudwatch|logs|xray|iot|ssmincidents|chatbot|pinpoint)$/.test(call.service) ||
    /^(?:delete|remove|untag|abort|putMetric)/.test(call.action)
  );
}
