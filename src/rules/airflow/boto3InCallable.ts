import { operatorFor } from '../../catalog/airflowOperators';
import type { DagFile } from '../../model/airflow';
import type { AwsCall } from '../../model/code';
import { defineRule } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/boto3-in-callable',
  subject: 'dag',
  severity: 'info',
  summary: 'Work in AWS is started by the operator that exists for it.',
  why: 'The operators of the Amazon provider start the work, wait for it in the triggerer, link its logs and stop it when the task is stopped. A function around boto3 does what is written in it, which is mostly the start alone.',
  reference: 'https://airflow.apache.org/docs/apache-airflow-providers-amazon/stable/operators/index.html',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `import boto3
from airflow import DAG
from airflow.operators.python import PythonOperator

def start():
    boto3.client("glue").«start_job_run»(JobName="load")

with DAG("load") as dag:
    PythonOperator(task_id="load", python_callable=start)
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

with DAG("load") as dag:
    GlueJobOperator(task_id="load", job_name="load", deferrable=True)
`,
    `import boto3
from airflow import DAG
from airflow.operators.python import PythonOperator

def count():
    return len(boto3.client("glue").get_tables(DatabaseName="raw")["TableList"])

with DAG("load") as dag:
    PythonOperator(task_id="count", python_callable=count)
`,
  ],

  *check(file) {
    const { code, runBy } = file;
    for (const aws of code.awsCalls) {
      const tasks = aws.unit && runBy.get(aws.unit);
      const started = aws.kind === 'aws' ? operatorFor(aws.service, aws.action) : undefined;
      if (!tasks || !started || isOfHook(aws, file)) continue;
      const [task] = tasks;
      const waits = code.awsCalls.some(
        (other) =>
          other.service === aws.service &&
          LOOKS.test(other.name) &&
          other.unit &&
          runBy.get(other.unit)?.includes(task),
      );
      const how = waits
        ? `waits for it in a worker slot; "${started.operator}" can wait without one`
        : `does not wait for it; "${started.operator}" does`;
      const { callee } = aws.call;
      yield {
        span: callee.kind === 'member' ? callee.nameSpan : callee.span,
        message: `${theTask(task)} starts ${started.work} through boto3 and ${how}.`,
      };
    }
  },
});

/** Calls that look at how the work is getting on. */
const LOOKS = /^(?:get|describe|batch_get|list)_|^wait$|_complete$/;

/** True for a client that a hook of the provider gives, which is chosen with Airflow at hand. */
function isOfHook({ call, unit }: AwsCall, { values }: DagFile): boolean {
  const object = call.callee.kind === 'member' ? values.one(call.callee.object, unit) : undefined;
  const callee = object?.kind === 'call' ? object.callee : object;
  const maker = callee?.kind === 'member' ? values.one(callee.object, unit) : undefined;
  return maker?.kind === 'call' && /Hook$/.test(values.qualifiedName(maker.callee) ?? '');
}
