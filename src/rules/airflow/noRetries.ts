import type { Dag, DagFile } from '../../model/airflow';
import { groupedBy } from '../../model/code/place';
import { addEntry, addKeyword, addKeywordToDecorator } from '../../syntax/code/edit';
import { defineRule, type Fix } from '../rule';
import { theDag } from './naming';
import { isSubDag } from './subDag';

export default defineRule({
  id: 'airflow/no-retries',
  subject: 'dag',
  severity: 'info',
  summary: 'A DAG that runs by itself says how often its tasks are tried again.',
  why: 'Unless the environment sets another default, Airflow does not retry a task. One throttled call or lost worker then fails the run, and somebody has to clear it by hand.',
  reference:
    'https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/dags.html#default-arguments',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG(«"load"», schedule="@daily", default_args={"owner": "data"}) as dag:
    BashOperator(task_id="load", bash_command="load.sh")
`,
      fixed: `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load", schedule="@daily", default_args={"owner": "data", "retries": 2}) as dag:
    BashOperator(task_id="load", bash_command="load.sh")
`,
    },
    {
      text: `from airflow.decorators import dag, task

@dag(schedule="@hourly")
def «load»():
    @task
    def extract():
        return 1

    extract()
`,
      fixed: `from airflow.decorators import dag, task

@dag(schedule="@hourly", default_args={"retries": 2})
def load():
    @task
    def extract():
        return 1

    extract()
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load", schedule="@daily") as dag:
    BashOperator(task_id="load", bash_command="load.sh", retries=3)
`,
    `from airflow import DAG
from airflow.operators.bash import BashOperator
from defaults import DEFAULT_ARGS

with DAG("load", schedule="@daily", default_args=DEFAULT_ARGS) as dag:
    BashOperator(task_id="load", bash_command="load.sh")
`,
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("by_hand", schedule=None) as dag:
    BashOperator(task_id="load", bash_command="load.sh")
`,
  ],

  *check(file) {
    const tasksOf = groupedBy(file.tasks, ({ dag }) => dag);
    for (const dag of file.dags) {
      if (dag.schedule.kind === 'never' || dag.schedule.kind === 'once' || dag.schedule.kind === 'unknown')
        continue;
      if (isSubDag(dag, file)) continue;
      const tasks = (tasksOf.get(dag) ?? []).filter(({ type }) => !isMark(type));
      if (tasks.length === 0 || tasks.some((task) => task.open || task.argument('retries'))) continue;
      yield {
        span: dag.span,
        message: `${theDag(dag)} tries none of its tasks again when one fails.`,
        fixes: fixesFor(dag, file),
      };
    }
  },
});

/** Operators that do nothing that could fail. */
function isMark(type: string): boolean {
  return /^(?:Empty|Dummy|LatestOnly)Operator$/.test(type);
}

function fixesFor({ call, decorator, defaultArgs, keywords }: Dag, { code }: DagFile): Fix[] {
  const { text } = code.program;
  const title = 'Try each task up to two times again';
  if (defaultArgs.literal) {
    const edits = addEntry(text, defaultArgs.literal, 'retries', '2');
    return edits ? [{ title, edits }] : [];
  }
  if (keywords.entries.has('default_args')) return [];
  const value = '{"retries": 2}';
  const edits = decorator
    ? addKeywordToDecorator(text, decorator, 'default_args', value)
    : call && addKeyword(text, call, 'default_args', value);
  return edits ? [{ title, edits }] : [];
}
