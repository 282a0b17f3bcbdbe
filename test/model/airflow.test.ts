import assert from 'node:assert/strict';
import { locate } from '../../src/model/locate';
import type { DagFile } from '../../src/model/airflow';

function read(text: string): DagFile {
  const { dagFile } = locate({ path: 'dags/example.py', text });
  assert.ok(dagFile);
  return dagFile;
}

const HEAD = `from airflow import DAG
from airflow.decorators import dag, task, task_group
from airflow.models.baseoperator import chain, cross_downstream
from airflow.operators.bash import BashOperator
from airflow.operators.empty import EmptyOperator as Mark
from airflow.operators.python import PythonOperator
from airflow.utils.task_group import TaskGroup
from datetime import timedelta
`;

describe('DAGs of a file', () => {
  const CASES: readonly (readonly [text: string, ids: (string | undefined)[], schedules: string[]])[] = [
    ['with DAG("a", schedule="@daily"):\n    pass', ['a'], ['times daily']],
    ['dag = DAG(dag_id="a", schedule_interval="*/5 * * * *")', ['a'], ['times']],
    ['NAME = "a"\ndag = DAG(NAME, schedule=timedelta(hours=48))', ['a'], ['times daily']],
    ['dag = DAG(f"a_{x}", schedule=None)', [undefined], ['never daily']],
    ['@dag(schedule="0 3 * * 1")\ndef a():\n    pass\na()', ['a'], ['times daily']],
    ['@dag\ndef a():\n    pass\na()', ['a'], ['absent']],
    ['dag = DAG("a", schedule="@hourly" if PROD else None)', ['a'], ['times']],
    ['dag = DAG("a", schedule=SCHEDULE)', ['a'], ['unknown']],
    ['dag = DAG("a", **ARGUMENTS)', ['a'], ['unknown']],
    ['dag = DAG("a", schedule=[Dataset("s3://b")])', ['a'], ['assets']],
    ['import airflow\nx = airflow.DAG("a", schedule="@once")', ['a'], ['once']],
    ['a, b = DAG("a"), DAG("b")', ['a', 'b'], ['absent', 'absent']],
  ];
  for (const [text, ids, schedules] of CASES) {
    it(JSON.stringify(text), () => {
      const { dags } = read(HEAD + text);
      assert.deepEqual(
        dags.map(({ id }) => id),
        ids,
      );
      assert.deepEqual(
        dags.map(({ schedule: { kind, atMostDaily } }) => (atMostDaily ? `${kind} daily` : kind)),
        schedules,
      );
    });
  }

  const NONE = [
    'from airflow.models import Variable\nprint(Variable.get("dag"))',
    'from airflow_client import DAG\nDAG("a")',
    'DAG = 1  # airflow',
  ];
  for (const text of NONE) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      assert.equal(locate({ path: 'a.py', text }).dagFile, undefined);
    });
  }
});

describe('default arguments of a DAG', () => {
  const CASES: readonly (readonly [text: string, keys: string[], open: boolean])[] = [
    ['DAG("a", default_args={"retries": 2})', ['retries'], false],
    ['ARGS = {"retries": 2}\nDAG("a", default_args=ARGS)', ['retries'], false],
    [
      'BASE = dict(retries=2)\nARGS = {**BASE, "owner": "x"}\nDAG("a", default_args=ARGS)',
      ['retries', 'owner'],
      false,
    ],
    [
      'ARGS = {}\nARGS["retries"] = 2\nARGS.update({"owner": "x"})\nDAG("a", default_args=ARGS)',
      ['retries', 'owner'],
      false,
    ],
    ['A = {"retries": 2}\nDAG("a", default_args=A | {"owner": "x"})', ['retries', 'owner'], false],
    ['A = {"retries": 2}\nDAG("a", default_args=dict(A.copy(), owner="x"))', ['retries', 'owner'], false],
    ['from defaults import ARGS\nDAG("a", default_args=ARGS)', [], true],
    ['DAG("a", default_args={**load(), "owner": "x"})', ['owner'], true],
  ];
  for (const [text, keys, open] of CASES) {
    it(JSON.stringify(text), () => {
      const [{ defaultArgs }] = read(HEAD + text).dags;
      assert.deepEqual([...defaultArgs.entries.keys()], keys);
      assert.equal(defaultArgs.open, open);
    });
  }
});

describe('tasks and their order', () => {
  const BODY = (body: string): string =>
    `${HEAD}with DAG("d") as dag:\n${['a', 'b', 'c', 'd'].map((id) => `    ${id} = BashOperator(task_id="${id}", bash_command="x")\n`).join('')}    ${body.replaceAll('\n', '\n    ')}\n`;
  const CASES: readonly (readonly [body: string, edges: string])[] = [
    ['a >> b >> c', 'a-b b-c'],
    ['a << b', 'b-a'],
    ['a >> [b, c] >> d', 'a-b a-c b-d c-d'],
    ['chain(a, [b, c], d)', 'a-b a-c b-d c-d'],
    ['cross_downstream([a, b], [c, d])', 'a-c a-d b-c b-d'],
    ['a.set_downstream(b)\nc.set_upstream([b])', 'a-b b-c'],
    ['first = a\nfirst >> b', 'a-b'],
    ['a >> Label("x") >> b', 'a-b'],
    ['other = elsewhere(dag)\na >> other >> b', 'a-b'],
    ['a >> b.as_teardown(setups=a)', 'a-b'],
    ['list(dag.tasks) >> a', 'b-a c-a d-a'],
  ];
  for (const [body, edges] of CASES) {
    it(JSON.stringify(body), () => {
      const { tasks, flow } = read(BODY(body));
      const found = tasks.flatMap((task) => [...flow.after(task)].map(({ id }) => `${task.id}-${id}`));
      assert.deepEqual(found.sort(), edges.split(' ').sort());
      assert.ok(flow.isWhole);
    });
  }

  it('follows groups, results and functions under @task', () => {
    const { tasks, flow } = read(`${HEAD}
@dag
def d():
    @task
    def extract():
        return 1
    @task(task_id="renamed")
    def load(rows):
        print(rows)
    with TaskGroup("g") as group:
        inner = Mark(task_id="inner")
    group >> Mark(task_id="end")
    load(extract())
d()
`);
    assert.deepEqual(
      tasks.map(({ id, kind, type }) => `${id} ${kind} ${type}`),
      [
        'extract function task',
        'renamed function task',
        'inner operator EmptyOperator',
        'end operator EmptyOperator',
      ],
    );
    const after = (id: string): (string | undefined)[] => {
      const task = tasks.find((one) => one.id === id);
      assert.ok(task);
      return [...flow.after(task)].map((next) => next.id);
    };
    assert.deepEqual(after('extract'), ['renamed']);
    assert.deepEqual(after('inner'), ['end']);
  });

  it('ties names to what they stand for there, where several DAGs use the same ones', () => {
    const one = (name: string): string =>
      `with DAG("${name}") as dag:\n    a = Mark(task_id="${name}1")\n    b = Mark(task_id="${name}2", dag=dag)\n    a >> b\n`;
    const { tasks, flow } = read(
      `${HEAD}${one('x')}${one('y')}last = None\nfor name in NAMES:\n    step = Mark(task_id="z")\n    if last:\n        last >> step\n    last = step\nc = Mark(task_id="c")\nif PROD:\n    c = Mark(task_id="d")\nc >> Mark(task_id="e")\n`,
    );
    const found = tasks.flatMap((task) => [...flow.after(task)].map(({ id }) => `${task.id}-${id}`));
    assert.deepEqual(found.sort(), ['c-e', 'd-e', 'x1-x2', 'y1-y2']);
    assert.deepEqual(
      tasks.slice(0, 4).map(({ dag }) => dag?.id),
      ['x', 'x', 'y', 'y'],
    );
  });

  it('says where it cannot follow', () => {
    assert.equal(read(BODY('tasks = []\ntasks.append(a)')).flow.isWhole, false);
    assert.equal(read(BODY('tasks = {}\ntasks["x"] = a')).flow.isWhole, false);
  });

  it('takes arguments from the DAG and functions from names, lambdas and partial', () => {
    const { tasks } = read(`${HEAD}
from functools import partial
def f():
    g()
def g():
    BashOperator(task_id="inside", bash_command="x").execute({})
with DAG("d", default_args={"retries": 2}) as dag:
    PythonOperator(task_id="named", python_callable=f)
    PythonOperator(task_id="partial", python_callable=partial(f, 1), retries=5)
    PythonOperator(task_id="lambda", python_callable=lambda: g())
`);
    assert.deepEqual(
      tasks.map(({ id, runs, argument }) => {
        const retries = argument('retries')?.value;
        return [id, runs.map(({ name }) => name).join(), retries?.kind === 'number' && retries.value];
      }),
      [
        ['named', 'f', 2],
        ['partial', 'f', 5],
        ['lambda', '', 2],
      ],
    );
  });
});

describe('what is run while a DAG file is read', () => {
  it('is the module, DAGs and groups, and what they call; not tasks, callbacks and guarded code', () => {
    const { code, parseTime } = read(`${HEAD}
def called():
    at_parse_by_call()
def callback():
    later()
class Helper:
    at_parse_in_class()
    def method(self):
        later()
at_parse()
if __name__ == "__main__":
    later()
@dag(schedule=at_parse_in_decorator())
def d(x=at_parse_in_default()):
    at_parse_in_dag()
    @task
    def work():
        later()
    @task_group
    def group():
        at_parse_in_group()
    called()
    BashOperator(task_id="a", bash_command="x", on_failure_callback=callback)
    work()
d()
`);
    const names = code.placed.calls.flatMap(({ call, place }) => {
      const { callee } = call;
      if (callee.kind !== 'name' || !/^(?:at_parse|later)/.test(callee.name)) return [];
      const runs = parseTime.isDirect(place) || (place.unit && parseTime.entryTo(place.unit)) !== undefined;
      return [`${callee.name} ${runs}`];
    });
    assert.deepEqual(
      names.filter((name) => name.endsWith('false')),
      ['later false', 'later false', 'later false', 'later false'],
    );
    assert.equal(names.filter((name) => name.endsWith('true')).length, 7);
    assert.ok(
      names.every((name) => name.startsWith('at_parse') === name.endsWith('true')),
      names.join(),
    );
  });
});
