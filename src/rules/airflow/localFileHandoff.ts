import type { DagFile, Task } from '../../model/airflow';
import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import type { Span } from '../../syntax/tree';
import { defineRule } from '../rule';
import { theTask } from './naming';

export default defineRule({
  id: 'airflow/local-file-handoff',
  subject: 'dag',
  severity: 'warning',
  summary: 'Tasks hand files on through shared storage, not through the disk of a worker.',
  why: 'Each task may run on another worker, and workers of Amazon MWAA share no disk. A file that one task writes is there for the next by chance only, most often while there is one worker.',
  reference: 'https://airflow.apache.org/docs/apache-airflow/stable/best-practices.html#communication',
  note: 'mwaa#writing-dags',
  bad: [
    {
      text: `from airflow import DAG
from airflow.operators.python import PythonOperator

PATH = "/tmp/sales.csv"

def extract():
    with open(PATH, "w") as out:
        out.write("a,b")

def load():
    with open(«PATH») as source:
        print(source.read())

with DAG("load") as dag:
    PythonOperator(task_id="extract", python_callable=extract) >> PythonOperator(task_id="load", python_callable=load)
`,
    },
    {
      text: `from airflow import DAG
from airflow.operators.bash import BashOperator
from airflow.providers.amazon.aws.transfers.local_to_s3 import LocalFilesystemToS3Operator

with DAG("load") as dag:
    fetch = BashOperator(task_id="fetch", bash_command="curl https://example.com/a.csv > /tmp/a.csv")
    put = LocalFilesystemToS3Operator(task_id="put", filename=«"/tmp/a.csv"», dest_key="a.csv")
    fetch >> put
`,
    },
  ],
  good: [
    `from airflow import DAG
from airflow.operators.python import PythonOperator

def load():
    with open("/tmp/a.csv", "w") as out:
        out.write("a,b")
    with open("/tmp/a.csv") as source:
        print(source.read())

with DAG("load") as dag:
    PythonOperator(task_id="load", python_callable=load)
`,
    `from airflow import DAG
from airflow.operators.python import PythonOperator

def first():
    open("/tmp/a.csv", "w").write("a")

def second():
    open("/tmp/a.csv", "w").write("b")
    print(open("/tmp/a.csv").read())

with DAG("load") as dag:
    PythonOperator(task_id="first", python_callable=first)
    PythonOperator(task_id="second", python_callable=second)
`,
  ],

  *check(file) {
    const uses = [...usesOf(file)].sort((a, b) => a.span.start - b.span.start);
    const writes = uses.filter(({ writes }) => writes);
    const told = new Set<string>();
    for (const use of uses) {
      if (use.writes) continue;
      // A task that writes the file itself may read what it wrote.
      if (writes.some(({ path, task }) => path === use.path && task === use.task)) continue;
      const written = writes.find(({ path, task }) => path === use.path && task !== use.task);
      const key = `${use.path}|${use.span.start}`;
      if (!written || told.has(key)) continue;
      told.add(key);
      yield {
        span: use.span,
        message: `${theTask(use.task)} reads "${use.path}", which another task, ${written.task.id === undefined ? `a ${written.task.type}` : `"${written.task.id}"`}, writes and which may lie on another worker.`,
        related: [{ span: written.span, message: 'It is written here.' }],
      };
    }
  },
});

interface Use {
  readonly path: string;
  readonly span: Span;
  readonly task: Task;
  readonly writes: boolean;
}

const LOCAL = /^(?:\/tmp\/|\/var\/tmp\/|\/usr\/local\/airflow\/)\S*[^/\s]$/;

function* usesOf(file: DagFile): Iterable<Use> {
  for (const task of file.tasks) {
    if (/^Bash\w*Operator$/.test(task.type)) yield* ofCommand(task, file);
    else if (/^LocalFilesystemTo\w+Operator$/.test(task.type)) {
      const entry = task.keywords.entries.get('filename') ?? task.keywords.entries.get('src');
      const path = entry && localPath(entry.value, task.place.unit, file);
      if (entry && path) yield { path, span: entry.value.span, task, writes: false };
    }
  }
  for (const { call, place } of file.code.placed.calls) {
    const tasks = place.unit && file.runBy.get(place.unit);
    // What several tasks run is their tool; which of them meets which file is not to be seen.
    if (!tasks || tasks.length !== 1 || !isOnWorker(tasks[0])) continue;
    for (const [index, { name, value, span }] of call.arguments.entries()) {
      const path = localPath(value, place.unit, file);
      const role = path && roleOf(call, name ?? index, file);
      if (role)
        yield {
          path,
          span: name === undefined ? value.span : span,
          task: tasks[0],
          writes: role === 'write',
        };
    }
  }
}

function isOnWorker({ type }: Task): boolean {
  return !/kubernetes|docker|Kubernetes|Docker/.test(type);
}

/** A path on the worker's disk that is written out, gaps included. */
function localPath(
  value: Expression,
  unit: FunctionUnit | undefined,
  { values }: DagFile,
): string | undefined {
  const known = values.one(value, unit);
  return known?.kind === 'string' && LOCAL.test(known.value) ? known.value : undefined;
}

const WRITES =
  /^(?:to_(?:csv|parquet|json|excel|pickle|feather)|download_file|download_fileobj|urlretrieve|savefig|write_\w+|dump)$/;
const READS =
  /^(?:read_\w+|upload_file|load_file|load|loadtxt|genfromtxt|copy_expert|bulk_load|put_file|store_file)$/;

/** What a call does with a path: the mode of `open`, else the name of the function. */
function roleOf(
  call: CallExpression,
  at: string | number,
  { values }: DagFile,
): 'read' | 'write' | undefined {
  const name = (values.qualifiedName(call.callee) ?? (call.callee.kind === 'member' ? call.callee.name : ''))
    .split('.')
    .pop();
  if (name === 'open') {
    if (at !== 0 && at !== 'file') return undefined;
    const mode = call.arguments.find(
      (argument, index) => argument.name === 'mode' || (argument.name === undefined && index === 1),
    );
    const text = mode?.value.kind === 'string' ? mode.value.value : 'r';
    return /[wax+]/.test(text) ? 'write' : 'read';
  }
  if (name === undefined) return undefined;
  if (WRITES.test(name)) return 'write';
  return READS.test(name) ? 'read' : undefined;
}

/** Paths in a command of the shell: those behind `>` and `-o` are written. */
function* ofCommand(task: Task, { values }: DagFile): Iterable<Use> {
  const entry = task.keywords.entries.get('bash_command');
  const command = entry && values.one(entry.value, task.place.unit);
  if (!entry || command?.kind !== 'string') return;
  for (const part of command.value.split(/[;&|\n]+/)) {
    if (/^\s*(?:rm|mkdir|rmdir|cd|ls|test|\[+|if|echo\s+[^>]*$)/.test(part)) continue;
    for (const [, writes, path] of part.matchAll(PATH))
      yield { path, span: entry.value.span, task, writes: writes !== undefined };
  }
}

const PATH = /(>>?\s*|\s-[oO]\s*|--output[= ])?((?:\/var)?\/tmp\/[\w./{}-]*[\w}])/g;
