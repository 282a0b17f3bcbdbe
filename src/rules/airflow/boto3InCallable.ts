import { operatorFor, type StartedByOperator } from '../../catalog/airflowOperators';
import { cliCallsIn, commandOf, type DagFile, type Task } from '../../model/airflow';
import type { AwsCall } from '../../model/code';
import { defineRule } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/boto3-in-callable',
  subject: 'dag',
  severity: 'info',
  summary: 'Work in AWS is started by the operator that exists for it.',
  why: 'The operators of the Amazon provider start the work, wait for it in the triggerer, link its logs and stop it when the task is stopped. A function around boto3, or a command of the AWS CLI, does what is written in it, which is mostly the start alone.',
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
    {
      text: `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    BashOperator(task_id="load", bash_command="«aws glue start-job-run» --job-name load")
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    BashOperator(task_id="copy", bash_command="aws s3 sync s3://raw/ s3://clean/")
`,
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
      const [task] = (aws.unit && runBy.get(aws.unit)) ?? [];
      const started = aws.kind === 'aws' ? operatorFor(aws.service, aws.action) : undefined;
      if (!task || !started || isOfHook(aws, file)) continue;
      const { callee } = aws.call;
      yield {
        span: callee.kind === 'member' ? callee.nameSpan : callee.span,
        message: `${theTask(task)} starts ${started.work} through boto3 and ${howItWaits(waiterFor(aws.service, task, file), started)}.`,
      };
    }
    for (const task of file.tasks) {
      const command = commandOf(task, code, file.values);
      for (const { service, action, name, span } of command ? cliCallsIn(command) : []) {
        const started = operatorFor(service, action);
        if (!started) continue;
        const waits = LOOKS_BY_CLI.test(command?.text ?? '') ? 'itself' : waiterFor(service, task, file);
        yield {
          span,
          message: `${theTask(task)} starts ${started.work} by "${name}" and ${howItWaits(waits, started)}.`,
        };
      }
    }
  },
});

/** Who looks whether the work is done: the task, another one of its DAG, or none of them. */
type Waiter = 'itself' | 'another' | 'nobody';

function howItWaits(waiter: Waiter, { operator }: StartedByOperator): string {
  if (waiter === 'itself') return `waits for it in a worker slot; "${operator}" can wait without one`;
  return waiter === 'another'
    ? `another task looks after it; "${operator}" does both`
    : `does not wait for it; "${operator}" does`;
}

function waiterFor(service: string, task: Task, { code, runBy, tasks }: DagFile): Waiter {
  let found: Waiter = 'nobody';
  for (const other of code.awsCalls) {
    if (other.service !== service || !LOOKS.test(other.name) || !other.unit) continue;
    const by = runBy.get(other.unit);
    if (by?.includes(task)) return 'itself';
    if (by) found = 'another';
  }
  const sensors = tasks.some(
    ({ kind, type, dag }) => kind === 'sensor' && dag === task.dag && type.toLowerCase().startsWith(service),
  );
  return sensors ? 'another' : found;
}

/** Commands of the AWS CLI that look at how the work is getting on. */
const LOOKS_BY_CLI = /\baws\s+[\w-]+\s+(?:wait|get|describe|list)\b/;

/** Calls that look at how the work is getting on. */
const LOOKS = /^(?:get|describe|batch_get|list)_|^wait$|_complete$/;

/** True for a client that a hook of the provider gives, which is chosen with Airflow at hand. */
function isOfHook({ call, unit }: AwsCall, { values }: DagFile): boolean {
  const object = call.callee.kind === 'member' ? values.one(call.callee.object, unit) : undefined;
  const callee = object?.kind === 'call' ? object.callee : object;
  const maker = callee?.kind === 'member' ? values.one(callee.object, unit) : undefined;
  return maker?.kind === 'call' && /Hook$/.test(values.qualifiedName(maker.callee) ?? '');
}
