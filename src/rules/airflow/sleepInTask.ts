import { commandOf, sleepsIn, type DagFile, type Task } from '../../model/airflow';
import type { Span } from '../../syntax/tree';
import { defineRule } from '../rule';
import { theTask } from './naming';

/** Shorter pauses slow a loop down so that a service is not overrun. */
const SHORT_SECONDS = 10;

export default defineRule({
  id: 'airflow/sleep-in-task',
  subject: 'dag',
  severity: 'warning',
  summary: 'A task does not sleep.',
  why: 'A task that sleeps keeps a worker slot, of which an Amazon MWAA environment has a handful, and is lost with the worker. A deferrable operator or sensor waits in the triggerer, thousands at a time.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/authoring-and-scheduling/deferring.html',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    BashOperator(task_id="settle", bash_command="refresh.sh && «sleep 10m»")
`,
    },
    {
      text: `import time
from airflow import DAG
from airflow.operators.python import PythonOperator

def settle():
    «time.sleep(600)»

with DAG("load") as dag:
    PythonOperator(task_id="settle", python_callable=settle)
`,
    },
    {
      text: `from time import sleep
from airflow.decorators import dag, task

PAUSE = 30

def wait(client, run):
    while client.get_job_run(JobName="load", RunId=run)["JobRun"]["JobRunState"] == "RUNNING":
        «sleep(PAUSE)»

@dag(schedule="@daily")
def load():
    @task
    def run(client):
        wait(client, "jr_1")

    run()
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    BashOperator(task_id="settle", bash_command="sleep 5 && echo sleep 600")
`,
    `import time
from airflow import DAG
from airflow.operators.python import PythonOperator

def tag(items):
    for item in items:
        time.sleep(0.5)

with DAG("load") as dag:
    PythonOperator(task_id="tag", python_callable=tag)
`,
  ],

  *check(file) {
    const { code, runBy, values, tasks } = file;
    const polls = code.repetitions.filter(({ kind }) => kind === 'poll');
    for (const { call, place, seconds } of code.sleeps) {
      const [task] = (place.unit && runBy.get(place.unit)) ?? [];
      if (!task) continue;
      const poll = polls.find(({ span }) => span.start <= call.span.start && call.span.end <= span.end);
      const isLong = (seconds ?? 0) >= SHORT_SECONDS;
      if (!isLong && (!poll || (poll.seconds !== undefined && poll.seconds < SHORT_SECONDS))) continue;
      yield {
        span: call.span,
        message: isLong
          ? `${theTask(task)} keeps a worker slot busy while it sleeps for ${seconds} seconds.`
          : `${theTask(task)} keeps a worker slot busy while it looks again and again whether something is done.`,
      };
    }
    for (const task of tasks) {
      const command = commandOf(task, code, values);
      const given = command ? sleepsIn(command) : sleepAsCallable(task, file);
      for (const { span, seconds } of given) {
        if (seconds < SHORT_SECONDS) continue;
        yield {
          span,
          message: `${theTask(task)} keeps a worker slot busy while it sleeps for ${seconds} seconds.`,
        };
      }
    }
  },
});

/** `PythonOperator(python_callable=time.sleep, op_args=[60])`. */
function sleepAsCallable({ keywords, place }: Task, { values }: DagFile): { span: Span; seconds: number }[] {
  const callable = keywords.entries.get('python_callable');
  if (!callable || values.qualifiedName(callable.value) !== 'time.sleep') return [];
  const given = values.one(keywords.entries.get('op_args')?.value, place.unit);
  const first = given?.kind === 'list' ? given.items[0] : undefined;
  const seconds = values.seconds(first, place.unit);
  return seconds === undefined ? [] : [{ span: callable.span, seconds }];
}
