import type { DagFile, Task } from '../../model/airflow';
import { walkBlock } from '../../syntax/code/walk';
import { defineRule, type Fix } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/leaf-trigger-rule',
  subject: 'dag',
  severity: 'warning',
  summary: 'The last task of a DAG does not hide the failure of those before it.',
  why: 'A run fails only if one of its last tasks fails. A last task that runs whatever happened before it succeeds, and with it a run whose work has failed; a teardown task is not counted.',
  reference:
    'https://airflow.apache.org/docs/apache-airflow/stable/best-practices.html#example-of-watcher-pattern-with-trigger-rules',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.providers.amazon.aws.operators.emr import EmrAddStepsOperator, EmrTerminateJobFlowOperator

with DAG("emr") as dag:
    steps = EmrAddStepsOperator(task_id="steps", job_flow_id="j-1")
    stop = EmrTerminateJobFlowOperator(task_id="stop", job_flow_id="j-1", trigger_rule=«"all_done"»)
    steps >> stop
`,
      fixed: `from airflow import DAG
from airflow.providers.amazon.aws.operators.emr import EmrAddStepsOperator, EmrTerminateJobFlowOperator

with DAG("emr") as dag:
    steps = EmrAddStepsOperator(task_id="steps", job_flow_id="j-1")
    stop = EmrTerminateJobFlowOperator(task_id="stop", job_flow_id="j-1", trigger_rule="all_done").as_teardown()
    steps >> stop
`,
    },
    {
      text: `from airflow.decorators import dag, task
from airflow.utils.trigger_rule import TriggerRule

@dag(schedule="@daily")
def load():
    @task
    def extract():
        return 1

    @task(trigger_rule=«TriggerRule.ALL_DONE»)
    def report():
        print("done")

    extract() >> report()

load()
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    load = BashOperator(task_id="load", bash_command="load.sh")
    clean = BashOperator(task_id="clean", bash_command="rm x", trigger_rule="all_done")
    check = BashOperator(task_id="check", bash_command="check.sh")
    load >> [clean, check]
`,
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    load = BashOperator(task_id="load", bash_command="load.sh")
    clean = BashOperator(task_id="clean", bash_command="rm x", trigger_rule="all_done").as_teardown(setups=load)
    load >> clean
`,
    `from airflow import DAG
from airflow.exceptions import AirflowException
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator

def watch():
    raise AirflowException("A task before this one failed.")

with DAG("load") as dag:
    load = BashOperator(task_id="load", bash_command="load.sh")
    watcher = PythonOperator(task_id="watch", python_callable=watch, trigger_rule="one_failed")
    load >> watcher
`,
  ],

  *check(file) {
    if (!file.flow.isWhole) return;
    for (const task of file.tasks) {
      const entry = task.keywords.entries.get('trigger_rule');
      if (!entry || !hidesFailure(task, file) || file.flow.after(task).size > 0) continue;
      if (isTeardown(task, file) || mayRaise(task)) continue;
      const hidden = [...file.flow.before(task)].find((before) => !isSeenToFail(before, file));
      if (!hidden) continue;
      yield {
        span: entry.value.span,
        message: `${theTask(task)} comes last and runs after a failure too, so that a run counts as a success although ${theTask(hidden).replace('The', 'the').replace('This', 'a')} has failed.`,
        fixes: fixesFor(task),
      };
    }
  },
});

/** Rules by which a task runs although a task before it has failed, and by succeeding covers that up. */
const COVERING: ReadonlySet<string> = new Set([
  'all_done',
  'all_done_min_one_success',
  'all_failed',
  'always',
  'one_done',
  'one_failed',
]);

function ruleOf(task: Task, { values }: DagFile): string | undefined {
  const value = task.argument('trigger_rule')?.value;
  if (!value) return 'all_success';
  const known = values.one(value, task.place.unit);
  if (known?.kind === 'string' && !known.dynamic) return known.value;
  return known?.kind === 'member' ? known.name.toLowerCase() : undefined;
}

function hidesFailure(task: Task, file: DagFile): boolean {
  return COVERING.has(ruleOf(task, file) ?? '');
}

/** True where the failure of a task reaches a last task that fails with it. */
function isSeenToFail(task: Task, file: DagFile, seen = new Set<Task>()): boolean {
  const after = [...file.flow.after(task)];
  if (after.length === 0) return true;
  return after.some((next) => {
    if (seen.has(next)) return false;
    seen.add(next);
    if (hidesFailure(next, file))
      return file.flow.after(next).size === 0 && (isTeardown(next, file) || mayRaise(next));
    return isSeenToFail(next, file, seen);
  });
}

function isTeardown(task: Task, { code, values }: DagFile): boolean {
  if (task.type === 'teardown') return true;
  return code.placed.calls.some(({ call }) => {
    const { callee } = call;
    if (callee.kind !== 'member' || callee.name !== 'as_teardown') return false;
    if (callee.object === task.call) return true;
    return (
      callee.object.kind === 'name' &&
      values
        .named(callee.object.name, task.place.unit, callee.object.span.start)
        .some((value) => value === task.call)
    );
  });
}

/** True for a task whose function raises: it may do so because a task before it has failed. */
function mayRaise({ runs }: Task): boolean {
  return runs.some((unit) => {
    let raises = false;
    walkBlock(unit.body, { statement: ({ kind }) => (raises ||= kind === 'raise') });
    return raises;
  });
}

const CLEANS = /(?:delete|terminate|remove|clean|stop|drop|destroy|teardown|deregister|shut_?down|pause)/i;

/** Whatever cleans up is a teardown; what else runs last may be there to be counted. */
function fixesFor({ call, decorator, id, type, mapped }: Task): Fix[] {
  if (!call || decorator || mapped || !CLEANS.test(`${id ?? ''} ${type}`)) return [];
  const { end } = call.span;
  return [{ title: 'Make it a teardown', edits: [{ span: { start: end, end }, newText: '.as_teardown()' }] }];
}
