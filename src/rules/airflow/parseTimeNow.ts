import { isClockCall, type DagFile, type Task } from '../../model/airflow';
import type { CallExpression, Expression } from '../../syntax/code/ast';
import { walkExpression } from '../../syntax/code/walk';
import { defineRule } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/parse-time-now',
  subject: 'dag',
  severity: 'info',
  summary: 'What a task works on comes from the run, not from the clock.',
  why: 'A date that is worked out while the file is read is the day on which it happens to be read. A retry after midnight, a run cleared later and a backfill then work on another partition than the run is for.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/best-practices.html#creating-a-task',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from datetime import datetime
from airflow import DAG
from airflow.operators.bash import BashOperator

today = «datetime.now()».strftime("%Y-%m-%d")
with DAG("load", start_date=datetime(2024, 1, 1)) as dag:
    BashOperator(task_id="load", bash_command=f"load.sh s3://raw/{today}/")
`,
    },
    {
      text: `import pendulum
from airflow import DAG
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

with DAG("load") as dag:
    GlueJobOperator(
        task_id="load",
        job_name="load",
        script_args={"--day": «pendulum.today()».to_date_string()},
    )
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("load") as dag:
    BashOperator(task_id="load", bash_command="load.sh s3://raw/{{ ds }}/")
`,
    `from datetime import datetime
from airflow import DAG
from airflow.operators.python import PythonOperator

def report():
    print(datetime.now())

with DAG("load", params={"day": str(datetime.now())}) as dag:
    PythonOperator(task_id="report", python_callable=report)
`,
  ],

  *check(file) {
    const told = new Set<CallExpression>();
    const made = new Set<Expression>(file.tasks.flatMap(({ call }) => call ?? []));
    for (const task of file.tasks) {
      if (task.kind === 'function') continue;
      for (const [name, { value, span }] of task.keywords.entries) {
        if (NOT_WORK.has(name)) continue;
        for (const call of clockCalls(value, task, { file, made })) {
          if (told.has(call)) continue;
          told.add(call);
          const inside = span.start <= call.span.start && call.span.end <= span.end;
          yield {
            span: call.span,
            message: `${theTask(task)} is given the time at which Airflow reads this file, not the one that its run is for.`,
            related: inside ? undefined : [{ span, message: 'It is used here.' }],
          };
        }
      }
    }
  },
});

/** Arguments that say when a task runs, or that are looked at only when it does. */
const NOT_WORK: ReadonlySet<string> = new Set([
  'start_date',
  'end_date',
  'default_args',
  'dag',
  'params',
  'python_callable',
  'doc_md',
]);
const DEPTH = 4;

/** Calls of the clock that an argument is made of while the file is read, also through names. */
function* clockCalls(
  value: Expression,
  task: Task,
  within: { readonly file: DagFile; readonly made: ReadonlySet<Expression> },
  depth = DEPTH,
): Iterable<CallExpression> {
  const { values } = within.file;
  const parts: Expression[] = [];
  walkExpression(value, { expression: (part) => void parts.push(part) });
  for (const part of parts) {
    if (part.kind === 'call' && isClockCall(part, values)) yield part;
    if (part.kind !== 'name' || depth === 0) continue;
    for (const assigned of values.named(part.name, task.place.unit, part.span.start))
      // What another task is given is its own matter.
      if (assigned !== part && assigned.kind !== 'functionValue' && !within.made.has(assigned))
        yield* clockCalls(assigned, task, within, depth - 1);
  }
}
