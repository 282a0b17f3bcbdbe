import type { Dag, DagFile, Task } from '../../model/airflow';
import { dottedName } from '../../syntax/code/walk';
import { defineRule } from '../rule';
import { theDag } from './naming';

/** From so many files of DAGs on an environment is shared by enough to earn its price. */
const MANY = 20;

export default defineRule({
  id: 'orchestration/mwaa-aws-only',
  subject: 'dag',
  severity: 'info',
  summary: 'A chain of AWS services that runs once a day does not need an Airflow environment of its own.',
  why: 'An Amazon MWAA environment is paid by the hour, whether it runs anything or not. MWAA Serverless and Step Functions run the same chain for what its tasks take; with many DAGs, backfills or pools the environment earns its price.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/what-is-mwaa-serverless.html',
  note: 'mwaa#when-it-is-the-right-choice',
  bad: [
    {
      text: `from airflow import DAG
from airflow.providers.amazon.aws.operators.athena import AthenaOperator
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

with DAG(«"sales"», schedule="0 3 * * *") as dag:
    load = GlueJobOperator(task_id="load", job_name="sales")
    report = AthenaOperator(task_id="report", query="select 1", database="sales", output_location="s3://out/")
    load >> report
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.python import PythonOperator
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

with DAG("sales", schedule="@daily") as dag:
    load = GlueJobOperator(task_id="load", job_name="sales")
    load >> PythonOperator(task_id="check", python_callable=print)
`,
    `from airflow import DAG
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

with DAG("sales", schedule="@hourly") as dag:
    GlueJobOperator(task_id="load", job_name="sales")
`,
  ],

  *check(file, { workspace }) {
    const files = workspace?.parts.filter(({ kind }) => kind === 'dag').length ?? 0;
    if (files >= MANY) return;
    if (!file.dags.every((dag) => isPlainChain(dag, file))) return;
    for (const dag of file.dags) {
      yield {
        span: dag.span,
        message: `${theDag(dag)} only calls services of AWS, once a day at most, for which no Airflow environment has to run.`,
      };
    }
  },
});

/** True for a DAG that does nothing which MWAA Serverless or Step Functions could not do. */
function isPlainChain(dag: Dag, file: DagFile): boolean {
  if (dag.schedule.kind !== 'times' || dag.schedule.atMostDaily !== true) return false;
  const catchup = dag.keywords.entries.get('catchup')?.value;
  if (catchup && file.values.flag(catchup, dag.place.unit) !== false) return false;
  const tasks = file.tasks.filter((task) => task.dag === dag);
  return (
    tasks.some(isOfAws) &&
    tasks.every((task) => (isOfAws(task) || isMark(task)) && isPlain(task, file)) &&
    !hasOthers(dag, file)
  );
}

function isOfAws({ module, type }: Task): boolean {
  return module?.startsWith('airflow.providers.amazon.aws.') === true && !/To\w*Operator$/.test(type);
}

function isMark({ type }: Task): boolean {
  return /^(?:Empty|Dummy)Operator$/.test(type);
}

function isPlain(task: Task, { values }: DagFile): boolean {
  const waits = task.argument('depends_on_past')?.value;
  if (waits && values.flag(waits, task.place.unit) !== false) return false;
  return (
    !task.mapped && !task.open && !['pool', 'outlets', 'inlets', 'queue'].some((name) => task.argument(name))
  );
}

/** Libraries whose calls in a DAG's body make no tasks. */
const HARMLESS = /^(?:airflow|datetime|os|json|pendulum|uuid|textwrap|pathlib|logging|re)(?:\.|$)/;

/** True where something else than operators may make tasks, or where the DAG calls back. */
function hasOthers(dag: Dag, { code, parseTime }: DagFile): boolean {
  const callsBack = ['on_failure_callback', 'on_success_callback', 'sla_miss_callback'].some(
    (name) => dag.keywords.entries.has(name) || dag.defaultArgs.entries.has(name),
  );
  if (callsBack) return true;
  return code.placed.calls.some(({ call, place }) => {
    if (place.of === undefined || !parseTime.isDirect(place)) return false;
    const [root] = dottedName(call.callee)?.split('.') ?? [];
    const imported = root === undefined ? undefined : code.names.imports.get(root);
    return imported !== undefined && !HARMLESS.test(imported.module);
  });
}
