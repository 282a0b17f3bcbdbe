import { clockCallsFor, type Dag, type DagFile, type Entry, type Keywords } from '../../model/airflow';
import type { CallExpression, Expression } from '../../syntax/code/ast';
import { defineRule, type Finding, type Fix } from '../rule';
import { theDag, theTask } from './naming';

export default defineRule({
  id: 'airflow/dynamic-start-date',
  subject: 'dag',
  severity: 'error',
  summary: 'The start and end dates of DAGs and tasks are fixed dates.',
  why: 'Airflow works out which runs are due from the start date, and reads the file anew all the time. A date that moves with the clock makes it skip runs or never start one, and each new value is another version of the DAG in Airflow 3.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/faq.html#what-s-the-deal-with-start-date',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from datetime import datetime
from airflow import DAG

with DAG("load", schedule="@hourly", start_date=«datetime.now()», catchup=False):
    pass
`,
      fixed: `from datetime import datetime
from airflow import DAG

with DAG("load", schedule="@hourly", start_date=datetime(2024, 1, 1), catchup=False):
    pass
`,
    },
    {
      text: `from airflow import DAG
from airflow.utils.dates import days_ago

default_args = {"owner": "data", "start_date": «days_ago(2)»}
dag = DAG("load", default_args=default_args, schedule_interval="@daily")
`,
    },
    {
      text: `import pendulum
from airflow.decorators import dag

start = «pendulum.today("UTC")».add(days=-1)

@dag(schedule=None, start_date=start)
def load():
    pass
`,
    },
  ],
  good: [
    `from datetime import datetime, timedelta
from airflow import DAG

with DAG("load", schedule="@daily", start_date=datetime(2024, 1, 1) - timedelta(days=1)):
    pass
`,
    `from datetime import datetime
from airflow import DAG
from airflow.operators.python import PythonOperator

def report():
    print(datetime.now())

with DAG("load", start_date=datetime(2024, 1, 1)) as dag:
    PythonOperator(task_id="report", python_callable=report)
`,
  ],

  *check(file) {
    const told = new Set<CallExpression>();
    for (const { entry, whose, dag, end } of dates(file)) {
      const unit = dag?.place.unit;
      for (const call of clockCallsFor(entry.value, unit, file.code.names, file.values)) {
        if (told.has(call)) continue;
        told.add(call);
        yield judge(file, { call, entry, whose, dag, end });
      }
    }
  },
});

interface DateOf {
  readonly entry: Entry;
  /** `The DAG "x"`. */
  readonly whose: string;
  readonly dag?: Dag;
  readonly end: boolean;
}

/** Every start and end date that the file gives, with whose it is. */
function* dates(file: DagFile): Iterable<DateOf> {
  const { dags, tasks } = file;
  for (const [name, end] of [
    ['start_date', false],
    ['end_date', true],
  ] as const) {
    for (const dag of dags) {
      for (const { entries } of [dag.keywords, dag.defaultArgs]) {
        const entry = entries.get(name);
        if (entry) yield { entry, whose: theDag(dag), dag, end };
      }
    }
    for (const task of tasks) {
      const entry = task.keywords.entries.get(name);
      if (entry) yield { entry, whose: theTask(task), dag: task.dag, end };
    }
    for (const { label, entries } of defaultsOf(file)) {
      const entry = entries.get(name);
      if (entry) yield { entry, whose: label, end };
    }
  }
}

/** Dictionaries of the module that look like default arguments, for DAGs that are made elsewhere. */
function* defaultsOf({
  code,
  keywords,
  parseTime,
}: DagFile): Iterable<{ label: string; entries: Keywords['entries'] }> {
  for (const { statement, place } of code.placed.statements) {
    if (statement.kind !== 'assign' || statement.value.kind !== 'object' || !parseTime.isDirect(place))
      continue;
    const [target] = statement.targets;
    const { entries } = keywords.ofDictionary(statement.value, place.unit);
    if (target?.kind !== 'name' || !DEFAULTS.some((name) => entries.has(name))) continue;
    yield { label: `What is given "${target.name}"`, entries };
  }
}

/** Arguments of tasks that a dictionary for anything else hardly has. */
const DEFAULTS = [
  'owner',
  'retries',
  'retry_delay',
  'depends_on_past',
  'email_on_failure',
  'on_failure_callback',
];

function judge(file: DagFile, { call, entry, whose, dag, end }: DateOf & { call: CallExpression }): Finding {
  const words = file.code.program.text.slice(call.span.start, call.span.end);
  const date = `${whose} ${end ? 'ends' : 'starts'} at "${words}", a date that moves with the clock`;
  const isManual = dag?.schedule.kind === 'never' || dag?.schedule.kind === 'once';
  const message = end
    ? `${date} and is never reached.`
    : isManual
      ? `${date}, so that Airflow 3 takes each reading of the file for another version of it.`
      : `${date}, so that runs may be skipped or never come due.`;
  const inside = entry.span.start <= call.span.start && call.span.end <= entry.span.end;
  return {
    span: call.span,
    message,
    severity: isManual ? 'warning' : undefined,
    related: inside ? undefined : [{ span: entry.span, message: 'It is used as the date here.' }],
    fixes: inside && !end ? fixesFor(file, entry.value, dag) : undefined,
  };
}

/** A fixed date, where no run of the past comes due by it. */
function fixesFor(file: DagFile, value: Expression, dag: Dag | undefined): Fix[] {
  if (!dag || value.kind === 'name') return [];
  const catchup = dag.keywords.entries.get('catchup')?.value;
  const harmless =
    dag.schedule.kind === 'never' ||
    dag.schedule.kind === 'once' ||
    file.values.flag(catchup, dag.place.unit) === false;
  const word = harmless ? dateWord(file) : undefined;
  if (word === undefined) return [];
  const date = `${word}(2024, 1, 1)`;
  return [{ title: `Start on ${date}`, edits: [{ span: value.span, newText: date }] }];
}

/** How the file can write a date with what it imports. */
function dateWord({ code }: DagFile): string | undefined {
  for (const [local, { module, name }] of code.names.imports) {
    if (name === 'datetime' && (module === 'datetime' || module === 'pendulum')) return local;
    if (name === undefined && module === 'datetime') return `${local}.datetime`;
    if (name === undefined && module === 'pendulum') return `${local}.datetime`;
  }
  return undefined;
}
