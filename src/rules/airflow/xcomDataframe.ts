import type { DagFile } from '../../model/airflow';
import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import { defineRule } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/xcom-dataframe',
  subject: 'dag',
  severity: 'info',
  summary: 'A task returns where its data is, not the data.',
  why: 'What a task returns is kept in the metadata database, for every run, and read from there by the next task. A data frame fills that database, and fails to be stored where it is too large.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/best-practices.html#communication',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `import pandas as pd
from airflow.decorators import dag, task

@dag(schedule="@daily")
def load():
    @task
    def extract():
        df = pd.read_csv("s3://raw/sales.csv")
        df = df.dropna()
        return «df.to_dict()»

    extract()
`,
    },
    {
      text: `import pandas as pd
from airflow import DAG
from airflow.operators.python import PythonOperator

def extract(ti):
    frame = pd.read_sql("select * from sales", "postgresql://db")
    ti.xcom_push(key="sales", value=«frame.to_json(orient="records")»)

with DAG("load") as dag:
    PythonOperator(task_id="extract", python_callable=extract)
`,
    },
  ],
  good: [
    `import pandas as pd
from airflow.decorators import dag, task

@dag(schedule="@daily")
def load():
    @task
    def extract():
        df = pd.read_csv("s3://raw/sales.csv")
        df.to_parquet("s3://clean/sales.parquet")
        return "s3://clean/sales.parquet"

    extract()
`,
    `import pandas as pd
from airflow.decorators import dag, task

@dag(schedule="@daily")
def load():
    @task
    def count():
        df = pd.read_csv("s3://raw/sales.csv")
        return len(df)

    count()
`,
  ],

  *check(file) {
    const pushed = pushedBy(file);
    for (const task of file.tasks) {
      for (const unit of task.runs) {
        for (const value of [...file.code.names.returnsOf(unit), ...(pushed.get(unit) ?? [])]) {
          if (!isFrame(value, unit, file)) continue;
          yield {
            span: value.span,
            message: `${theTask(task)} hands on a whole data frame through the metadata database.`,
          };
        }
      }
    }
  },
});

/** What functions push by themselves. */
function pushedBy({ code }: DagFile): Map<FunctionUnit, Expression[]> {
  const found = new Map<FunctionUnit, Expression[]>();
  for (const { call, place } of code.placed.calls) {
    const { callee } = call;
    if (!place.unit || callee.kind !== 'member' || callee.name !== 'xcom_push') continue;
    const value = call.arguments.find(({ name }) => name === 'value')?.value;
    if (value) found.set(place.unit, [...(found.get(place.unit) ?? []), value]);
  }
  return found;
}

const FRAME =
  /^(?:pandas|polars|geopandas)\.(?:DataFrame|read_(?!json_lines)\w+|concat|merge|json_normalize)$|^awswrangler(?:\.\w+)*\.read_\w+$/;
/** Methods of a frame that give a frame. */
const KEEPS =
  /^(?:assign|astype|copy|drop|drop_duplicates|dropna|fillna|filter|join|melt|merge|query|rename|replace|reset_index|round|set_index|sort_values|where)$/;
/** Methods that give all of its rows in another form. */
const CONVERTS = /^(?:to_dict|to_json|to_records|to_csv|to_dicts)$/;
const DEPTH = 6;

/** True for a data frame, or all of its rows in another form. */
function isFrame(value: Expression, unit: FunctionUnit, file: DagFile, depth = DEPTH): boolean {
  if (depth === 0) return false;
  if (value.kind === 'name') {
    return file.values
      .named(value.name, unit, value.span.start)
      .some((assigned) => assigned !== value && isFrame(assigned, unit, file, depth - 1));
  }
  if (value.kind === 'index') {
    // Some of its rows, or some of its columns; a text or a number names one.
    const written = file.code.program.text.slice(value.object.span.end, value.span.end);
    const takesOne = value.indexes.every(({ kind }) => kind === 'string' || kind === 'number');
    return (written.includes(':') || !takesOne) && isFrame(value.object, unit, file, depth - 1);
  }
  if (value.kind !== 'call') return false;
  const { callee, arguments: given } = value;
  if (FRAME.test(file.values.qualifiedName(callee) ?? '')) return true;
  if (callee.kind !== 'member') return false;
  if (/^get_(?:pandas_)?df$/.test(callee.name)) return true;
  // With a path the rows go there.
  const writes = given.some(({ name }) => name === undefined || name.startsWith('path'));
  if (CONVERTS.test(callee.name))
    return !(writes && callee.name !== 'to_dict') && isFrame(callee.object, unit, file, depth - 1);
  return KEEPS.test(callee.name) && isFrame(callee.object, unit, file, depth - 1);
}
