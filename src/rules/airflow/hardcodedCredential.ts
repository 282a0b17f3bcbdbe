import type { DagFile } from '../../model/airflow';
import type { Expression } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'airflow/hardcoded-credential',
  subject: 'dag',
  severity: 'error',
  summary: 'A DAG file holds no credentials.',
  why: 'DAG files lie in Git, in the bucket of the environment and on every worker, and their code is shown in the Airflow web page. A connection, a secrets backend or the execution role of the environment keeps credentials out of all of them.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/userguide/connections-secrets-manager.html',
  note: 'security#secrets',
  bad: [
    {
      text: `from airflow import DAG
import boto3
from airflow.operators.python import PythonOperator

def load():
    boto3.client("s3", aws_secret_access_key=«"N0t-4-s3cret-at-all!"»)

with DAG("load") as dag:
    PythonOperator(task_id="load", python_callable=load)
`,
    },
    {
      text: `from airflow import DAG
from airflow.models import Connection

with DAG("load") as dag:
    Connection(conn_id="redshift", host="cluster", login="etl", password=«"N0t-4-s3cret!"»)
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.models import Connection
import os

with DAG("load") as dag:
    Connection(conn_id="redshift", password=os.environ["PASSWORD"])
    Connection(conn_id="local", password="test")
    Connection(conn_id="rendered", password="{{ conn.redshift.password }}")
`,
    `import boto3
from airflow import DAG

local = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "endpoint_url": "http://localhost:4566"}
with DAG("load") as dag:
    pass
`,
  ],

  *check(file) {
    for (const { span, what } of credentials(file))
      yield {
        span,
        message: `${what} is written in this file, where everybody who sees the DAG can read it.`,
      };
  },
});

const KEY =
  /^(?:aws_)?(?:access_key_id|secret_access_key|session_token|secret_key)$|^(?:\w+_)?(?:password|passwd|api_key|auth_token|client_secret|private_key)$/i;
const ACCESS_KEY = /^(?:AKIA|ASIA)[A-Z0-9]{16}$/;
const SLACK_WEBHOOK = /hooks\.slack\.com\/services\/T\w{6,}\/B\w{6,}\/\w{20,}/;
/** What stands for a credential: placeholders, defaults of local set-ups, names of other things. */
const NOT_SECRET =
  /^$|\{\{|[<>*$]|^(?:\w*[-_ ])?(?:test|testing|dummy|fake|example|sample|placeholder|changeme|change_me|secret|password|passwd|pass|none|null|admin|root|guest|user|airflow|postgres|mysql|minio|minioadmin|localstack|foobar|foo|bar|xxx+|todo|default)(?:[-_ ]?\w*)?$|^your|^my[-_ ]?|EXAMPLE|^arn:|^secretsmanager:|^\/|\s/i;

function* credentials({ code }: DagFile): Iterable<{ span: Span; what: string }> {
  const found: { span: Span; what: string }[] = [];
  const judge = (key: string | undefined, value: Expression): void => {
    if (value.kind !== 'string' || value.dynamic || value.value.length < 6) return;
    if (key === undefined || !KEY.test(key) || NOT_SECRET.test(value.value)) return;
    // `password="redshift_password"` names where it is kept; what is made up has no such words.
    if (!/access_key_id$/.test(key) && /^[a-z]+(?:[-_./][a-z]+)*$/.test(value.value)) return;
    if (/^[A-Z]+(?:_[A-Z]+)+$/.test(value.value)) return;
    found.push({ span: value.span, what: `The value of "${key}"` });
  };
  walkBlock(code.program.body, {
    intoFunctions: true,
    statement: (statement) => {
      if (statement.kind !== 'assign') return;
      for (const target of statement.targets)
        judge(target.kind === 'name' || target.kind === 'member' ? target.name : undefined, statement.value);
    },
    expression: (expression) => {
      if (
        expression.kind === 'string' &&
        ACCESS_KEY.test(expression.value) &&
        !/EXAMPLE/.test(expression.value)
      )
        found.push({ span: expression.span, what: 'An access key of AWS' });
      if (expression.kind === 'string' && SLACK_WEBHOOK.test(expression.value))
        found.push({ span: expression.span, what: 'The address of a Slack webhook, which is a secret,' });
      if (expression.kind === 'object') for (const { key, value } of expression.entries) judge(key, value);
      if (expression.kind === 'call') for (const { name, value } of expression.arguments) judge(name, value);
    },
  });
  const told = new Set<number>();
  for (const one of found) {
    if (told.has(one.span.start)) continue;
    told.add(one.span.start);
    yield one;
  }
}
