import type { DagFile } from '../../model/airflow';
import type { ImportStatement } from '../../syntax/code/ast';
import { defineRule, type Finding } from '../rule';

/** What Airflow 3 took away, with what takes its place, by "Upgrading to Airflow 3" and the release notes of 3.0. */
const MODULES: readonly [module: RegExp, instead: string][] = [
  [
    /^airflow\.operators\.dummy(?:_operator)?$/,
    '"EmptyOperator" of "airflow.providers.standard.operators.empty"',
  ],
  [/^airflow\.operators\.bash_operator$/, '"airflow.providers.standard.operators.bash"'],
  [/^airflow\.operators\.python_operator$/, '"airflow.providers.standard.operators.python"'],
  [/^airflow\.operators\.subdag(?:_operator)?$/, 'a task group'],
  [
    /^airflow\.operators\.(?:dagrun_operator|latest_only_operator|branch_operator)$/,
    'the module without "_operator"',
  ],
  [/^airflow\.sensors\.base_sensor_operator$/, '"airflow.sdk.bases.sensor"'],
  [/^airflow\.contrib\b/, 'the provider of the service'],
  [/^airflow\.hooks\.base_hook$/, '"airflow.sdk.bases.hook"'],
  [/^airflow\.(?:operators\.\w+_operator|sensors\.\w+_sensor)$/, 'the module of the provider'],
  [/^airflow\.hooks\.\w+_hook$/, 'the hook of the provider'],
];

/** Names that went while their modules stayed. */
const NAMES: Readonly<Record<string, string>> = {
  'airflow.utils.dates.days_ago': 'a fixed date',
  'airflow.operators.DummyOperator': '"EmptyOperator"',
  'airflow.utils.helpers.chain': '"airflow.sdk.chain"',
};

export default defineRule({
  id: 'airflow/removed-in-3',
  subject: 'dag',
  severity: 'warning',
  summary: 'A DAG uses what Airflow 3 still has.',
  why: 'A file that imports a module or passes an argument which Airflow 3 took away does not load, and its DAGs are gone from the environment after the upgrade. Ruff renames most of them with its AIR rules.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/installation/upgrading_to_airflow3.html',
  note: 'mwaa',
  bad: [
    {
      text: `from airflow import DAG
«from airflow.operators.dummy_operator import DummyOperator»

with DAG("sales", schedule="@daily") as dag:
    DummyOperator(task_id="start")
`,
    },
    {
      text: `from airflow.sdk import DAG
from airflow.providers.standard.operators.python import PythonOperator

with DAG("sales", «schedule_interval="@daily"») as dag:
    PythonOperator(task_id="load", python_callable=print, «provide_context=True»)
`,
    },
  ],
  good: [
    `from airflow.sdk import DAG
from airflow.providers.standard.operators.empty import EmptyOperator

with DAG("sales", schedule="@daily") as dag:
    EmptyOperator(task_id="start")
`,
    // Airflow 2 takes both names.
    `from airflow import DAG
from airflow.operators.empty import EmptyOperator

with DAG("sales", schedule_interval="@daily") as dag:
    EmptyOperator(task_id="start")
`,
  ],

  *check(file) {
    const { placed, program } = file.code;
    const isThree = /\bairflow\.sdk\b/.test(program.text);
    // Which Airflow runs the file is not known without a word of it.
    const severity = isThree ? undefined : 'hint';
    for (const { statement } of placed.statements) {
      if (statement.kind !== 'import') continue;
      const gone = goneIn(statement);
      if (gone) {
        yield {
          span: statement.span,
          severity,
          tag: 'deprecated',
          message: `Airflow 3 has no "${gone[0]}" any more: ${gone[1]} takes its place.`,
        };
      }
    }
    if (isThree) yield* goneArguments(file);
  },
});

function goneIn({ module, names }: ImportStatement): readonly [string, string] | undefined {
  const instead = MODULES.find(([pattern]) => pattern.test(module))?.[1];
  if (instead) return [module, instead];
  for (const name of names.values()) {
    const whole = `${module}.${name ?? ''}`;
    if (Object.hasOwn(NAMES, whole)) return [whole, NAMES[whole]];
    if (/^airflow\.(?:operators|sensors|hooks)\.[A-Z]/.test(whole)) return [whole, 'the module of the class'];
  }
  return undefined;
}

function* goneArguments({ dags, tasks }: DagFile): Iterable<Finding> {
  for (const { schedule } of dags) {
    const { entry, keyword } = schedule;
    if (!entry || (keyword !== 'schedule_interval' && keyword !== 'timetable')) continue;
    yield {
      span: entry.span,
      message: `Airflow 3 has no "${keyword}" any more: "schedule" takes its place.`,
    };
  }
  for (const task of tasks) {
    const context = task.argument('provide_context');
    if (!context) continue;
    yield {
      span: context.span,
      message: 'Airflow 3 has no "provide_context" any more: the context is always given.',
    };
  }
}
