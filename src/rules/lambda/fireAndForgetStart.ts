import { jobOf, within, type AwsCall, type CodeFile, type LambdaHandler } from '../../model/code';
import type { FunctionUnit, Statement } from '../../syntax/code/ast';
import { dottedName, walkExpression } from '../../syntax/code/walk';
import { defineRule, type RuleContext } from '../rule';
import { isTriggerShim } from './shim';

export default defineRule({
  id: 'lambda/fire-and-forget-start',
  subject: 'code',
  severity: 'warning',
  summary: 'Who starts a job sees to it that somebody learns how it ends.',
  why: 'The call only starts the job: the function succeeds at once, and whatever becomes of the job afterwards nobody is told. A state with ".sync" waits and fails with it; a rule on its state change can tell somebody.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  note: 'lambda#an-orchestrator-in-disguise',
  bad: [
    {
      text: `import boto3

s3 = boto3.client("s3")
glue = boto3.client("glue")

def lambda_handler(event, context):
    s3.copy_object(Bucket="raw", Key=event["key"], CopySource=event["source"])
    «glue.start_job_run»(JobName="load")
    return {"message": "loaded"}
`,
    },
  ],
  good: [
    // The run is handed on, so somebody can ask after it.
    `import boto3

glue = boto3.client("glue")

def lambda_handler(event, context):
    run = glue.start_job_run(JobName=event["job"])
    return {"run": run["JobRunId"]}
`,
    `import boto3

glue = boto3.client("glue")
table = boto3.resource("dynamodb").Table("runs")

def lambda_handler(event, context):
    run = glue.start_job_run(JobName=event["job"])
    table.put_item(Item={"run": run["JobRunId"]})
`,
  ],

  *check(code, context) {
    for (const call of code.awsCalls) {
      const handler = code.handlerOf(call.unit);
      const job = jobOf(call);
      if (!job || !handler || handler.isDurable || handler.source === 'customResource') continue;
      if (asksLater(code, call, handler) || isKept(code, call) || isHeard(job.source, context)) continue;
      if (isTriggerShim(code, handler) || isNamedByCaller(code, call, handler)) continue;
      const how = job.hasSync ? 'a state with ".sync" would' : 'a rule on its state change would';
      yield {
        span: call.head,
        message: `"${call.name}" starts ${job.title} whose end nothing here hears of; ${how}.`,
      };
    }
  },
});

/** True where the file asks the same service how far it is, and does something with the answer. */
function asksLater(code: CodeFile, call: AwsCall, handler: LambdaHandler): boolean {
  return code.awsCalls.some((other) => {
    if (other.service !== call.service || other.action === call.action) return false;
    if (other.kind === 'waiter') return true;
    if (!ASKS.test(other.action)) return false;
    if (isRepeated(code, other)) return true;
    // What is asked before it starts says that it may be started, and a state machine asks again.
    const isGuard =
      other.unit === call.unit && other.call.span.end < call.call.span.start && handler.source !== 'direct';
    return !isGuard && isKept(code, other);
  });
}

/** True for a crawler, which has no runs with an id of their own, where the caller names it and can ask itself. */
function isNamedByCaller({ names }: CodeFile, call: AwsCall, { source, unit }: LambdaHandler): boolean {
  const event = unit.parameters[0]?.name;
  const named = call.argument('Name');
  if (call.action !== 'startCrawler' || source !== 'direct' || !event || !named) return false;
  const values = named.kind === 'name' ? names.valuesOf(named.name, call.unit) : [named];
  return values.some((value) => mentions(value, event));
}

const ASKS = /^(?:get|describe|list|batchGet)\w*(?:Run|Execution|Job|Step|Task|Cluster|Crawler|Statement)/;

function isHeard(source: string | undefined, { workspace }: RuleContext): boolean {
  return source !== undefined && workspace !== undefined && workspace.listensTo(source);
}

/** True where the answer, with the run's id in it, is used for more than a line in the log. */
function isKept(code: CodeFile, call: AwsCall): boolean {
  if (call.statement.kind === 'return') return true;
  const answers = answersOf(code, call);
  if (answers.length === 0) return call.statement.kind !== 'expression';
  return answers.some(({ name, unit }) =>
    code.placed.statementsOf(unit).some(({ statement }) => {
      if (statement === call.statement || isIdleAsk(code, statement)) return false;
      const values =
        statement.kind === 'assign' || statement.kind === 'return' || statement.kind === 'expression'
          ? [statement.value]
          : [];
      return values.some((value) => value !== undefined && !isLog(value) && mentions(value, name));
    }),
  );
}

/** The names that a call's answer has: assigned, or given to its callback or to the function of a `then`. */
function answersOf({ placed }: CodeFile, { call, statement, unit, resultNames }: AwsCall) {
  const found: { name: string; unit: FunctionUnit | undefined }[] = resultNames.map((name) => ({
    name,
    unit,
  }));
  const last = call.arguments[call.arguments.length - 1]?.value;
  if (last?.kind === 'functionValue') {
    const [, answer] = last.function.parameters;
    if (answer?.name) found.push({ name: answer.name, unit: last.function });
  }
  for (const { call: then, statement: other } of placed.calls) {
    if (other !== statement || then.callee.kind !== 'member' || then.callee.name !== 'then') continue;
    const given = then.arguments[0]?.value;
    if (given?.kind !== 'functionValue' || !within(call.span, then.callee.object.span)) continue;
    const [answer] = given.function.parameters;
    if (answer?.name) found.push({ name: answer.name, unit: given.function });
  }
  return found;
}

/** True where a status is asked for once and only shown. */
function isIdleAsk(code: CodeFile, statement: Statement): boolean {
  const ask = code.awsCalls.find((other) => other.statement === statement && ASKS.test(other.action));
  return ask !== undefined && !isRepeated(code, ask) && !isKept(code, ask);
}

function isRepeated({ repetitions }: CodeFile, call: AwsCall): boolean {
  return repetitions.some(({ calls }) => calls.includes(call));
}

function isLog(value: Parameters<typeof walkExpression>[0]): boolean {
  return (
    value.kind === 'call' &&
    /^(?:print|pprint|console\.\w+|(?:\w*\.)?(?:logger|log|logging)\.\w+)$/i.test(
      dottedName(value.callee) ?? '',
    )
  );
}

function mentions(value: Parameters<typeof walkExpression>[0], name: string): boolean {
  let found = false;
  walkExpression(value, {
    expression: (part) => void (part.kind === 'name' && part.name === name && (found = true)),
  });
  return found;
}
