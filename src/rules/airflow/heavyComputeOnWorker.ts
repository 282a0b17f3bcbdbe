import type { DagFile, Task } from '../../model/airflow';
import type { ImportStatement } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import { defineRule } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/heavy-compute-on-worker',
  subject: 'dag',
  severity: 'info',
  summary: 'Training and big data run in a service made for them, not on an Airflow worker.',
  why: 'Workers of Amazon MWAA have one to eight processors that all running tasks share, and a task that takes all of the memory takes the others down with it. Glue, EMR, SageMaker, Batch or ECS run the work at its own size, and Airflow waits for it.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/userguide/best-practices-tuning.html',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow.decorators import dag, task

@dag(schedule="@daily")
def train():
    @task
    def fit():
        «from sklearn.ensemble import RandomForestClassifier»
        RandomForestClassifier().fit([[0]], [0])

    fit()
`,
    },
    {
      text: `«from pyspark.sql import SparkSession»
from airflow import DAG
from airflow.operators.python import PythonOperator

def load():
    SparkSession.builder.getOrCreate().read.parquet("s3://raw/").count()

with DAG("load") as dag:
    PythonOperator(task_id="load", python_callable=load)
`,
    },
  ],
  good: [
    `from airflow.decorators import dag, task

@dag(schedule="@daily")
def train():
    @task.kubernetes(image="train:1")
    def fit():
        from sklearn.ensemble import RandomForestClassifier
        RandomForestClassifier().fit([[0]], [0])

    fit()
`,
    `from airflow import DAG
from airflow.providers.amazon.aws.operators.emr import EmrServerlessStartJobOperator

with DAG("load") as dag:
    EmrServerlessStartJobOperator(task_id="load", application_id="a", execution_role_arn="r", job_driver={})
`,
  ],

  *check(file) {
    for (const { statement, place } of file.code.placed.statements) {
      if (statement.kind !== 'import') continue;
      const library = HEAVY.exec(statement.module)?.[1];
      if (!library) continue;
      const tasks = place.unit ? (file.runBy.get(place.unit) ?? []) : usersOf(statement, file);
      const task = tasks.find(runsOnWorker);
      if (!task) continue;
      yield {
        span: statement.span,
        message: `${theTask(task)} works with "${library}" on the Airflow worker.`,
      };
    }
  },
});

const HEAVY =
  /^(pyspark|torch|tensorflow|keras|sklearn|xgboost|lightgbm|catboost|transformers|dask|ray)(?:\.|$)/;

/** The tasks whose functions use a name that a module imports at its top. */
function usersOf({ names }: ImportStatement, { runBy }: DagFile): readonly Task[] {
  for (const [unit, tasks] of runBy) {
    let isUsed = false;
    walkBlock(unit.body, {
      expression: (part) => {
        if (part.kind === 'name' && names.has(part.name)) isUsed = true;
      },
    });
    if (isUsed) return tasks;
  }
  return [];
}

/** False for functions that run in a container, a cluster or a session of their own. */
function runsOnWorker({ type }: Task): boolean {
  return !/kubernetes|docker|pyspark|ecs|snowpark|databricks|Kubernetes|Docker/.test(type);
}
