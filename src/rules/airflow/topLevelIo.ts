import type { DagFile } from '../../model/airflow';
import { isAwsCall } from '../../model/code';
import { serviceName } from '../../model/code/service';
import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';
import { atParse, type AtParse } from './atParse';
import { outwardFunction, type OutwardFunction } from './otherModules';

export default defineRule({
  id: 'airflow/top-level-io',
  subject: 'dag',
  severity: 'error',
  summary: 'Reading a DAG file calls no service, database or web address.',
  why: 'Airflow reads every DAG file again and again, by default each 30 seconds, and again on the worker for each task. A call outside of tasks is made each time: it meets throttling, slows the scheduler, and when it fails the DAG is gone.',
  reference:
    'https://airflow.apache.org/docs/apache-airflow/stable/best-practices.html#top-level-python-code',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `import boto3
from airflow import DAG

tables = «boto3.client("glue").get_tables»(DatabaseName="raw")["TableList"]
with DAG("load"):
    pass
`,
    },
    {
      text: `import requests
from airflow.decorators import dag, task

def regions():
    return requests.get("https://example.com/regions").json()

@dag(schedule="@daily")
def load():
    for region in «regions»():
        pass

load()
`,
    },
    {
      text: `import boto3
from airflow import DAG
from airflow.operators.python import PythonOperator

s3 = «boto3.client»("s3")

def copy():
    s3.copy_object(Bucket="b", Key="k", CopySource="a/k")

with DAG("copy") as dag:
    PythonOperator(task_id="copy", python_callable=copy)
`,
    },
  ],
  good: [
    `import boto3
from airflow.decorators import dag, task

@dag(schedule="@daily")
def load():
    @task
    def tables():
        return boto3.client("glue").get_tables(DatabaseName="raw")["TableList"]

    tables()

load()
`,
    `import requests
from airflow import DAG

with DAG("load") as dag:
    pass

if __name__ == "__main__":
    requests.get("https://example.com/health")
`,
  ],

  *check(file, { path, workspace }) {
    const services = new Set<string>();
    const calls = new Map(file.code.remoteCalls.map((remote) => [remote.call, remote]));
    for (const { call, place } of file.code.placed.calls) {
      const remote = calls.get(call);
      const name = remote
        ? isAwsCall(remote) && remote.service === ''
          ? undefined
          : remote.name
        : nameOfAccess(call, place.unit, file);
      const elsewhere =
        name === undefined && workspace ? outwardFunction(call, file, path, workspace) : undefined;
      if (name === undefined && !elsewhere) continue;
      const found = atParse(file, call, place);
      if (!found) continue;
      if (elsewhere) yield throughModule(elsewhere, call, found);
      if (name === undefined) continue;
      if (remote && isAwsCall(remote)) services.add(remote.service);
      yield finding(name, call.callee.span, found);
    }
    yield* clients(file, services);
  },
});

const WHENEVER = 'whenever Airflow reads this file, by default each 30 seconds, not when a task runs';

function finding(name: string, span: Span, { span: at, through }: { span: Span; through?: string }): Finding {
  if (through === undefined) return { span: at, message: `"${name}" is called ${WHENEVER}.` };
  return {
    span: at,
    message: `"${through}" calls "${name}" ${WHENEVER}.`,
    related: [{ span, message: `"${name}" is called here.` }],
  };
}

/** A call of a function whose module is another file of the workspace. */
function throughModule({ calls, part }: OutwardFunction, { callee }: CallExpression, at: AtParse): Finding {
  const name = at.through ?? dottedName(callee) ?? 'This';
  return {
    span: at.span,
    message: `"${name}" calls "${calls}" ${WHENEVER}.`,
    related: [{ uri: part.path, span: part.span, message: `It is called in "${part.name}".` }],
  };
}

/** Clients that are made at every parse although only tasks use them. */
function* clients(file: DagFile, used: ReadonlySet<string>): Iterable<Finding> {
  for (const { call, place } of file.code.placed.calls) {
    if (!makesClient(call, place.unit, file)) continue;
    const service = file.values.text(call.arguments[0]?.value, place.unit);
    if (service === undefined || !file.parseTime.isDirect(place)) continue;
    if (used.has(serviceName(service))) continue;
    yield {
      span: call.callee.span,
      severity: 'info',
      message: `The client of "${service}" is made whenever Airflow reads this file, not when a task needs it.`,
    };
  }
}

/** `boto3.client("s3")`, and the same of a session. */
function makesClient(
  { callee }: CallExpression,
  unit: FunctionUnit | undefined,
  { values }: DagFile,
): boolean {
  if (callee.kind !== 'member' || (callee.name !== 'client' && callee.name !== 'resource')) return false;
  if (values.qualifiedName(callee.object) === 'boto3') return true;
  const session = values.one(callee.object, unit);
  const maker = session?.kind === 'call' ? values.qualifiedName(session.callee) : undefined;
  return /^boto3\.(?:session\.)?Session$/.test(maker ?? '');
}

const READS = /^(?:pandas|polars|awswrangler|geopandas)(?:\.\w+)*\.(?:read|scan)_\w+$/;
const REMOTE = /^(?:s3|s3a|https?|gs|abfss?|hdfs):\/\//;

/** How a call reaches out by a hook, a data frame library or a database engine. */
function nameOfAccess(
  { callee, arguments: given }: CallExpression,
  unit: FunctionUnit | undefined,
  { values }: DagFile,
): string | undefined {
  const full = values.qualifiedName(callee) ?? '';
  if (READS.test(full)) {
    if (/^awswrangler|\.read_(?:sql\w*|gbq|database\w*)$/.test(full)) return dottedName(callee);
    const source = given[0] && values.one(given[0].value, unit);
    return source?.kind === 'string' && REMOTE.test(source.value) ? dottedName(callee) : undefined;
  }
  if (callee.kind !== 'member') return undefined;
  // A method of the class itself: `DbApiHook.tables()`.
  if (/^(?!airflow\.sdk).*\.\w+Hook\.(?!get_connections?$)[a-z]\w*$/.test(full)) return dottedName(callee);
  const made = values.one(callee.object, unit);
  if (made?.kind !== 'call') return undefined;
  const type = (values.qualifiedName(made.callee) ?? '').split('.').pop() ?? '';
  if (/Hook$/.test(type) || (/(?:Operator|Sensor)$/.test(type) && callee.name === 'execute'))
    return `${type}.${callee.name}`;
  return type === 'create_engine' && isAccess(callee) ? `engine.${callee.name}` : undefined;
}

function isAccess(callee: Expression): boolean {
  return callee.kind === 'member' && /^(?:connect|begin|execute|raw_connection)$/.test(callee.name);
}
