import type { DagFile, Task } from '../../model/airflow';
import { isDeferrableSensor } from '../../catalog/airflowOperators';
import { addKeyword } from '../../syntax/code/edit';
import { defineRule, type Fix } from '../rule';
import { theTask } from './naming';
import { waitingOf } from './waiting';

/** Below this a wait is not worth giving the worker back. */
const SHORT_SECONDS = 300;

export default defineRule({
  id: 'airflow/sensor-poke',
  subject: 'dag',
  severity: 'warning',
  summary: 'A sensor that may wait long gives its worker back between looks.',
  why: 'In its default mode, "poke", a sensor keeps a worker slot for the whole wait, and the smallest Amazon MWAA environment has three. Enough waiting sensors leave no slot for the tasks that they wait for.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/sensors.html',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load") as dag:
    wait = «S3KeySensor»(task_id="wait", bucket_key="s3://b/k", timeout=3600)
`,
      fixed: `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load") as dag:
    wait = S3KeySensor(task_id="wait", bucket_key="s3://b/k", timeout=3600, deferrable=True)
`,
    },
    {
      text: `from airflow import DAG
from airflow.sensors.external_task import ExternalTaskSensor

with DAG("load", default_args={"retries": 1}) as dag:
    «ExternalTaskSensor»(
        task_id="wait",
        external_dag_id="other",
    )
`,
      fixed: `from airflow import DAG
from airflow.sensors.external_task import ExternalTaskSensor

with DAG("load", default_args={"retries": 1}) as dag:
    ExternalTaskSensor(
        task_id="wait",
        external_dag_id="other",
        mode="reschedule",
    )
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load", default_args={"mode": "reschedule"}) as dag:
    S3KeySensor(task_id="wait", bucket_key="s3://b/k")
`,
    `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load") as dag:
    S3KeySensor(task_id="short", bucket_key="s3://b/k", timeout=5 * 60)
    S3KeySensor(task_id="deferred", bucket_key="s3://b/k", deferrable=True)
`,
  ],

  *check(file) {
    for (const task of file.tasks) {
      if (task.kind !== 'sensor') continue;
      const { mode, limit } = waitingOf(task, file);
      if (mode !== 'poke' || (limit !== undefined && !(limit > SHORT_SECONDS))) continue;
      yield {
        span: task.span,
        message: `${theTask(task)} keeps a worker slot busy for as long as it waits${limit === undefined ? '' : `, up to ${words(limit)}`}.`,
        fixes: fixesFor(task, file),
      };
    }
  },
});

function words(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? 'an hour' : `${seconds / 3600} hours`;
  return seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} seconds`;
}

function fixesFor({ call, keywords, type, module }: Task, { code }: DagFile): Fix[] {
  // What is written already would have to be changed, not added.
  if (!call || keywords.entries.has('mode') || keywords.entries.has('deferrable')) return [];
  const add = (title: string, name: string, value: string): Fix[] => {
    const edits = addKeyword(code.program.text, call, name, value);
    return edits ? [{ title, edits }] : [];
  };
  return [
    ...(isDeferrableSensor(module, type) ? add('Wait in the triggerer', 'deferrable', 'True') : []),
    ...add('Give the worker back between looks', 'mode', '"reschedule"'),
  ];
}
