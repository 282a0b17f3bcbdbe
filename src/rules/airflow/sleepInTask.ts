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

  *check({ code, runBy }) {
    for (const { call, place, seconds } of code.sleeps) {
      const tasks = place.unit ? runBy.get(place.unit) : undefined;
      if (!tasks || seconds === undefined || seconds < SHORT_SECONDS) continue;
      const [task] = tasks;
      yield {
        span: call.span,
        message: `${theTask(task)} keeps a worker slot busy while it sleeps for ${seconds} seconds.`,
      };
    }
  },
});
