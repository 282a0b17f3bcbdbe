import { addKeyword } from '../../syntax/code/edit';
import { defineRule, type Fix } from '../rule';
import { theTask } from './naming';
import { waitingOf, waitsForTheClock } from './waiting';

export default defineRule({
  id: 'airflow/sensor-no-timeout',
  subject: 'dag',
  severity: 'warning',
  summary: 'A sensor says how long it waits at most.',
  why: 'Without "timeout" a sensor waits for seven days before it fails. Until then nobody is told that what it waits for has not come, and no retry or alert of the DAG starts.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/tasks.html#timeouts',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load") as dag:
    wait = «S3KeySensor»(task_id="wait", bucket_key="s3://b/k")
`,
      fixed: `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load") as dag:
    wait = S3KeySensor(task_id="wait", bucket_key="s3://b/k", timeout=3600)
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load", default_args={"timeout": 600}) as dag:
    S3KeySensor(task_id="wait", bucket_key="s3://b/k")
`,
    `from datetime import timedelta
from airflow import DAG
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

with DAG("load", dagrun_timeout=timedelta(hours=2)) as dag:
    S3KeySensor(task_id="wait", bucket_key="s3://b/k")
`,
  ],

  *check(file) {
    for (const task of file.tasks) {
      if (task.kind !== 'sensor' || waitsForTheClock(task)) continue;
      const { mode, limit } = waitingOf(task, file);
      if (limit !== undefined) continue;
      const edits = task.call && addKeyword(file.code.program.text, task.call, 'timeout', '3600');
      const fixes: Fix[] = edits ? [{ title: 'Wait at most an hour', edits }] : [];
      yield {
        span: task.span,
        message: `${theTask(task)} waits up to seven days before it fails.`,
        // One that blocks nobody meanwhile is only late to tell.
        severity: mode === 'poke' ? undefined : 'info',
        fixes,
      };
    }
  },
});
