import { clockCallsFor, type Dag, type DagFile } from '../../model/airflow';
import { addKeyword, addKeywordToDecorator } from '../../syntax/code/edit';
import { defineRule, type Fix } from '../rule';
import { theDag } from './naming';
import { isSubDag } from './subDag';

export default defineRule({
  id: 'airflow/catchup-unset',
  subject: 'dag',
  severity: 'info',
  summary: 'A scheduled DAG says whether it catches up on the time since its start date.',
  why: 'Airflow 2 starts a run for every interval since the start date as soon as the DAG is switched on, which can be hundreds; Airflow 3 starts none. Said in the DAG, it does the same in both.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/dag-run.html#catchup',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from datetime import datetime
from airflow import DAG

with DAG("load", start_date=datetime(2023, 1, 1), «schedule_interval="@hourly"»):
    pass
`,
      fixed: `from datetime import datetime
from airflow import DAG

with DAG("load", start_date=datetime(2023, 1, 1), schedule_interval="@hourly", catchup=False):
    pass
`,
    },
    {
      text: `from datetime import datetime
from airflow import DAG

default_args = {"start_date": datetime(2023, 1, 1), «"catchup": False»}
dag = DAG("load", default_args=default_args, schedule="0 3 * * *")
`,
      fixed: `from datetime import datetime
from airflow import DAG

default_args = {"start_date": datetime(2023, 1, 1), "catchup": False}
dag = DAG("load", default_args=default_args, schedule="0 3 * * *", catchup=False)
`,
    },
  ],
  good: [
    `from datetime import datetime
from airflow import DAG

with DAG("load", start_date=datetime(2023, 1, 1), schedule="@daily", catchup=True):
    pass
`,
    `from datetime import datetime
from airflow.sdk import DAG

with DAG("load", start_date=datetime(2023, 1, 1), schedule="@daily"):
    pass
`,
    `from datetime import datetime
from airflow import DAG

with DAG("load", start_date=datetime(2023, 1, 1), schedule=None):
    pass
`,
  ],

  *check(file) {
    // What imports from "airflow.sdk" runs in Airflow 3 only, where nothing is caught up unless it is said.
    if ([...file.code.names.imports.values()].some(({ module }) => /^airflow\.sdk\b/.test(module))) return;
    for (const dag of file.dags) {
      const { schedule, keywords } = dag;
      if (schedule.kind !== 'times' || !schedule.entry || keywords.open || keywords.entries.has('catchup'))
        continue;
      if (!hasFixedStart(dag, file) || isSubDag(dag, file)) continue;
      const misplaced = dag.defaultArgs.entries.get('catchup');
      const fixes = fixesFor(dag, file);
      if (misplaced) {
        const message = `"catchup" among the default arguments goes to the tasks, which ignore it: ${theDag(dag).replace('The', 'the').replace('This', 'this')} does not say whether it catches up.`;
        yield { span: misplaced.span, message, severity: 'warning', fixes };
      } else {
        const message = `${theDag(dag)} starts a run for every interval since its start date when it is switched on in Airflow 2.`;
        yield { span: schedule.entry.span, message, fixes };
      }
    }
  },
});

/** True for a start date that is written down; one that moves with the clock leaves nothing to catch up on. */
function hasFixedStart({ keywords, defaultArgs, place }: Dag, { code, values }: DagFile): boolean {
  const start = keywords.entries.get('start_date') ?? defaultArgs.entries.get('start_date');
  if (!start) return false;
  const known = values.one(start.value, place.unit);
  return known?.kind === 'call' && clockCallsFor(start.value, place.unit, code.names, values).length === 0;
}

function fixesFor({ call, decorator }: Dag, { code }: DagFile): Fix[] {
  const { text } = code.program;
  const edits = decorator
    ? addKeywordToDecorator(text, decorator, 'catchup', 'False')
    : call && addKeyword(text, call, 'catchup', 'False');
  return edits ? [{ title: 'Leave out past intervals', edits }] : [];
}
