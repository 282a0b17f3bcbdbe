import type { AwsCall, CodeFile } from '../../model/code';
import { walkExpression } from '../../syntax/code/walk';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redshift/execute-statement-unchecked',
  subject: 'code',
  severity: 'warning',
  summary: 'Who runs a statement through the Data API learns whether it succeeded.',
  why: 'The Data API only takes the statement and runs it afterwards: a mistake in the SQL, a lock or a timeout fails no call. With "WithEvent" the end is an event of "aws.redshift-data"; without it somebody has to ask "describe_statement".',
  reference: 'https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-monitoring-events.html',
  note: 'redshift#data-api',
  bad: [
    {
      text: `import boto3

client = boto3.client("redshift-data")

def handler(event, context):
    answer = «client.execute_statement»(Database="dwh", SecretArn="arn", Sql="REFRESH MATERIALIZED VIEW daily")
    print(answer["Id"])
`,
    },
  ],
  good: [
    `import boto3

client = boto3.client("redshift-data")

def handler(event, context):
    client.execute_statement(Database="dwh", SecretArn="arn", Sql="CALL load()", WithEvent=True)
`,
    // Another service, which waits for its statements.
    `import boto3

client = boto3.client("rds-data")

def handler(event, context):
    client.execute_statement(resourceArn="arn", secretArn="arn", sql="CALL load()")
`,
    // A state machine gets the id and asks.
    `import boto3

client = boto3.client("redshift-data")

def handler(event, context):
    answer = client.execute_statement(Database="dwh", SecretArn="arn", Sql=event["sql"])
    return {"id": answer["Id"]}
`,
  ],

  *check(code) {
    if (code.awsCalls.some(({ action }) => action === 'describeStatement' || action === 'getStatementResult'))
      return;
    for (const call of code.awsCalls) {
      if (call.service !== 'redshiftdata' || !/^(?:batchE|e)xecuteStatement$/.test(call.action)) continue;
      const handler = code.handlerOf(call.unit);
      if (!handler || handler.isDurable || tells(call) || isKeepAlive(call)) continue;
      if (handler.source === 'direct' && isHandedOn(code, call)) continue;
      yield {
        span: call.head,
        message: `"${call.name}" only hands the statement in, and nothing here hears whether it succeeds.`,
      };
    }
  },
});

function tells(call: AwsCall): boolean {
  const event = call.argument('WithEvent');
  return event ? !(event.kind === 'constant' && event.value === false) : call.opaque;
}

function isKeepAlive(call: AwsCall): boolean {
  const sql = call.argument('Sql');
  return sql?.kind === 'string' && /^\s*select\s+1\s*;?\s*$/i.test(sql.value);
}

/** True where the statement's id is returned, so that a caller can ask after it. */
function isHandedOn({ names, placed }: CodeFile, { statement, unit, resultNames }: AwsCall): boolean {
  if (statement.kind === 'return') return true;
  if (!unit) return false;
  const kept = new Set(resultNames);
  for (const { statement: other, place } of placed.statements) {
    if (place.unit !== unit || other.kind !== 'assign') continue;
    walkExpression(other.value, {
      expression: (part) => {
        if (part.kind !== 'name' || !kept.has(part.name)) return;
        for (const target of other.targets) if (target.kind === 'name') kept.add(target.name);
      },
    });
  }
  let returned = false;
  for (const value of names.returnsOf(unit)) {
    walkExpression(value, {
      expression: (part) => void (part.kind === 'name' && kept.has(part.name) && (returned = true)),
    });
  }
  return returned;
}
