import type { Expression } from '../../syntax/code/ast';
import { defineRule } from '../rule';
import { atParse } from './atParse';

const READS =
  /^airflow\.(?:[\w.]+\.)?(?:Variable\.(?:get|set|setdefault|delete|update)|\w*Hook\.get_connections?|Connection\.get(?:_connection_from_secrets)?)$/;

export default defineRule({
  id: 'airflow/top-level-variable',
  subject: 'dag',
  severity: 'warning',
  summary: 'Variables and connections are read by tasks, not while the DAG file is read.',
  why: 'Each read outside of tasks is a query to the metadata database or the secrets backend whenever Airflow reads the file. With many DAGs that loads the database, and on AWS Secrets Manager every call is billed.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/best-practices.html#airflow-variables',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.models import Variable

BUCKET = «Variable.get»("bucket")
with DAG("load"):
    pass
`,
    },
    {
      text: `from airflow import DAG
from airflow.hooks.base import BaseHook

def host(name):
    return BaseHook.get_connection(name).host

with DAG("load", params={"host": «host»("redshift")}):
    pass
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.models import Variable
from airflow.operators.python import PythonOperator

def load():
    return Variable.get("bucket")

with DAG("load") as dag:
    PythonOperator(task_id="load", python_callable=load)
`,
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    BashOperator(task_id="load", bash_command="aws s3 ls {{ var.value.bucket }}")
`,
  ],

  *check(file) {
    for (const { call, place } of file.code.placed.calls) {
      const name = file.values.qualifiedName(call.callee);
      if (name === undefined || !READS.test(name)) continue;
      const found = atParse(file, call, place);
      if (!found) continue;
      const what = /Variable\.\w+$/.test(name) ? 'variable' : 'connection';
      const thing = named(what, call.arguments[0]?.value);
      const message = found.through
        ? `"${found.through}" asks the metadata database for ${thing} whenever Airflow reads this file, by default each 30 seconds.`
        : `${thing[0].toUpperCase()}${thing.slice(1)} is asked of the metadata database whenever Airflow reads this file, by default each 30 seconds.`;
      const related = [{ span: call.callee.span, message: 'It is read here.' }];
      yield { span: found.span, message, related: found.through ? related : undefined };
    }
  },
});

function named(what: string, id: Expression | undefined): string {
  return id?.kind === 'string' && !id.dynamic ? `the ${what} "${id.value}"` : `a ${what}`;
}
