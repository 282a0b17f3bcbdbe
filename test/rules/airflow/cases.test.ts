import assert from 'node:assert/strict';
import { locate } from '../../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../../src/model/workspace';
import { rules } from '../../../src/rules/registry.generated';
import { lint } from '../../../src/rules/run';
import { assertFound, findingsOf } from '../../support/ruleTester';

const HEAD = `import boto3
import pendulum
import requests
import time
from datetime import datetime, timedelta
from airflow import DAG
from airflow.decorators import dag, task
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor
`;

/** What a rule finds between « and »; without marks, that it is silent. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'airflow/removed-in-3': [
    '«from airflow.sensors.s3_key_sensor import S3KeySensor»\n«from airflow.operators import PythonOperator»\nDAG("a")',
  ],
  'airflow/top-level-io': [
    'session = boto3.Session()\ns3 = «session.client»("s3")\nDAG("a")',
    'class Builder:\n    def build(self):\n        return self.tables()\n    def tables(self):\n        return requests.get("https://x")\nX = «Builder().build»()\nDAG("a")',
    'class Builder:\n    def __init__(self):\n        self.load()\n    def load(self):\n        requests.get("https://x")\n    def work(self):\n        requests.get("https://y")\nX = «Builder»()\nwith DAG("a"):\n    PythonOperator(task_id="a", python_callable=X.work)',
    'from hooks import DbApiHook\nfor table in «DbApiHook.tables»():\n    pass\nDAG("a")',
    'import urllib.request\nX = «urllib.request.urlopen»("https://x").read()\nDAG("a")',
    'import mysql.connector\nC = «mysql.connector.connect»(host="x")\nDAG("a")',
    'for page in «boto3.client("s3").get_paginator("list_objects_v2").paginate»(Bucket="b"):\n    pass\nDAG("a")',
    'from airflow.hooks.postgres_hook import PostgresHook\nwith DAG("a"):\n    hook = PostgresHook("db")\n    rows = «hook.get_records»("select 1")',
    'import pandas as pd\nROWS = «pd.read_csv»("s3://bucket/x.csv")\nDAG("a")',
    'import pandas as pd\nROWS = pd.read_csv("config/x.csv")\nDAG("a")',
    'from sqlalchemy import create_engine\nengine = create_engine("postgresql://db")\nwith «engine.connect»() as c:\n    pass\nDAG("a")',
    'from airflow.providers.amazon.aws.operators.s3 import S3ListOperator\nwith DAG("a"):\n    «S3ListOperator(task_id="l", bucket="b").execute»({})',
    'session = boto3.session.Session(region_name="eu-west-1")\nDAG("a")',
    'def f():\n    return requests.get("https://x")\nwith DAG("a"):\n    PythonOperator(task_id="f", python_callable=f)',
    'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    requests.get("https://x")\nDAG("a")',
    'class Reader:\n    def __init__(self):\n        self.rows = requests.get("https://x")\nreader = «Reader»()\nDAG("a")',
    'def outer():\n    inner()\ndef inner():\n    requests.get("https://x")\n«outer»()\nDAG("a")',
  ],
  'airflow/top-level-variable': [
    'import airflow\nX = «airflow.models.Variable.get»("x")\nDAG("a")',
    'from airflow.sdk import Variable\nwith DAG("a", params={"x": «Variable.get»("x")}):\n    pass',
    'from airflow.models import Variable\nf = lambda: Variable.get("x")\nwith DAG("a"):\n    PythonOperator(task_id="f", python_callable=f)',
    'from config import Variable\nX = Variable.get("x")\nDAG("a")',
  ],
  'airflow/dynamic-start-date': [
    'def make(name, start):\n    return DAG(name, schedule="@daily", start_date=start)\na = make("a", «datetime.now()»)',
    'def make(name, start=«datetime.now()»):\n    return DAG(name, schedule="@daily", start_date=start)\na = make("a")',
    'ARGS = {"owner": "data", "start_date": «datetime.now()»}\nfrom factory import make\nmake(ARGS)\nDAG("other")',
    'REQUEST = {"start_date": datetime.now(), "rows": 5}\nDAG("a")',
    'import datetime as dt\nDAG("a", schedule="@daily", start_date=«dt.datetime.today()» - dt.timedelta(days=1))',
    'DAG("a", schedule="@daily", start_date=datetime.combine(«datetime.today()», datetime.min.time()))',
    'def start():\n    return «pendulum.now()»\nDAG("a", schedule="@daily", start_date=start())',
    'DAG("a", schedule="@daily", start_date=datetime(2024, 1, 1), end_date=«datetime.utcnow()»)',
    'with DAG("a", schedule="@daily") as d:\n    BashOperator(task_id="b", bash_command="x", start_date=«pendulum.yesterday("UTC")»)',
    'def work():\n    start = datetime.now()\ndef make(start):\n    return DAG("a", start_date=start)\nmake(datetime(2024, 1, 1))',
    'DAG("a", schedule="@daily", start_date=datetime.strptime("2024-01-01", "%Y-%m-%d"))',
  ],
  'airflow/sensor-poke': [
    'with DAG("a", default_args={"timeout": timedelta(minutes=4)}):\n    S3KeySensor(task_id="s", bucket_key="k")',
    'with DAG("a", default_args={"deferrable": True}):\n    S3KeySensor(task_id="s", bucket_key="k")',
    'MODE = "reschedule"\nwith DAG("a"):\n    S3KeySensor(task_id="s", bucket_key="k", mode=MODE)',
    'from settings import TIMEOUT\nwith DAG("a"):\n    S3KeySensor(task_id="s", bucket_key="k", timeout=TIMEOUT)',
    'from settings import SENSOR\nwith DAG("a"):\n    S3KeySensor(task_id="s", bucket_key="k", **SENSOR)',
    'with DAG("a"):\n    «S3KeySensor»(task_id="s", bucket_key="k", mode="poke", timeout=60 * 60)',
    'with DAG("a"):\n    «S3KeySensor».partial(task_id="s").expand(bucket_key=["a", "b"])',
    'with DAG("a", dagrun_timeout=timedelta(minutes=5)):\n    S3KeySensor(task_id="s", bucket_key="k")',
    'from airflow.sensors.date_time import DateTimeSensorAsync\nwith DAG("a"):\n    DateTimeSensorAsync(task_id="s", target_time="x")',
    '@dag\ndef a():\n    @task.sensor(poke_interval=60)\n    def «ready»():\n        return True\n    ready()',
  ],
  'airflow/sensor-no-timeout': [
    'from airflow.sensors.time_delta import TimeDeltaSensor\nwith DAG("a"):\n    TimeDeltaSensor(task_id="s", delta=timedelta(hours=1))',
    'with DAG("a"):\n    S3KeySensor(task_id="s", bucket_key="k", execution_timeout=timedelta(hours=1))',
    'with DAG("a"):\n    «S3KeySensor»(task_id="s", bucket_key="k", timeout=None)',
    'from airflow.providers.amazon.aws.sensors.emr import EmrContainerSensor\nwith DAG("a"):\n    EmrContainerSensor(task_id="s", virtual_cluster_id="v", job_id="j", max_retries=20)',
  ],
  'airflow/no-retries': [
    'from airflow.operators.empty import EmptyOperator\nwith DAG("a", schedule="@daily"):\n    EmptyOperator(task_id="x")',
    'with DAG("a", schedule="@daily", default_args={"retries": 0}):\n    BashOperator(task_id="x", bash_command="x")',
    'with DAG("a", schedule=SCHEDULE):\n    BashOperator(task_id="x", bash_command="x")',
  ],
  'airflow/catchup-unset': [
    'from airflow.operators.subdag import SubDagOperator\nwith DAG("p", start_date=datetime(2020, 1, 1), «schedule_interval="@daily"») as p:\n    SubDagOperator(task_id="c", subdag=child())\ndef child():\n    return DAG("p.c", start_date=datetime(2020, 1, 1), schedule_interval="@daily")',
    'DAG("a", start_date=datetime(2024, 1, 1), schedule="@once")',
    'DAG("a", schedule="@daily")',
    'DAG("a", start_date=START, schedule="@daily")',
    'DAG("a", start_date=datetime(2024, 1, 1), schedule="@daily", **MORE)',
    'DAG("a", start_date=datetime(2024, 1, 1), schedule=[Dataset("x")])',
    'DAG("a", start_date=datetime(2024, 1, 1), «schedule="@daily" if PROD else None»)',
  ],
  'airflow/sleep-in-task': [
    'class Steps:\n    def task(self):\n        return PythonOperator(task_id="a", python_callable=self.wait)\n    def wait(self):\n        «time.sleep(60)»\nDAG("a")',
    'def wait(**context):\n    context["ti"].xcom_pull(task_ids="a")\n    «time.sleep(60)»\nfrom factory import make\nmake(wait)\nDAG("a")',
    'def wait(**kwargs):\n    print(kwargs["rows"])\n    time.sleep(60)\nDAG("a")',
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command="sleep 9; echo sleep 60 > sleep.txt")',
    'WAIT = "echo a; «sleep 60»"\nwith DAG("a"):\n    BashOperator(task_id="b", bash_command=WAIT)',
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command="""\n        while true; do\n            «sleep 2m»\n        done""")',
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command=f"sleep {SECONDS}")',
    'with DAG("a"):\n    PythonOperator(task_id="b", «python_callable=time.sleep», op_args=[60])',
    'with DAG("a"):\n    PythonOperator(task_id="b", python_callable=lambda: «time.sleep(60)»)',
    'class WaitOperator(BaseOperator):\n    def execute(self, context):\n        «time.sleep(60)»\nwith DAG("a"):\n    WaitOperator(task_id="b")',
    'def wait(run):\n    glue = boto3.client("glue")\n    while True:\n        if glue.get_job_run(JobName="a", RunId=run)["JobRun"]["JobRunState"] in ["SUCCEEDED", "FAILED"]:\n            break\n        «time.sleep(5)»\nwith DAG("a"):\n    PythonOperator(task_id="b", python_callable=wait)',
    'def load(pages):\n    for page in pages:\n        requests.get(page)\n        time.sleep(1)\nwith DAG("a"):\n    PythonOperator(task_id="b", python_callable=load)',
    'time.sleep(600)\nDAG("a")',
    '@dag\ndef a():\n    @task\n    def wait():\n        «time.sleep(2 * 60)»\n    wait()',
    'def unused():\n    time.sleep(60)\nDAG("a")',
  ],
  'airflow/leaf-trigger-rule': [
    'with DAG("a"):\n    x = BashOperator(task_id="x", bash_command="x", trigger_rule="all_done")',
    'with DAG("a"):\n    x = BashOperator(task_id="x", bash_command="x")\n    y = BashOperator(task_id="y", bash_command="y", trigger_rule="none_failed")\n    x >> y',
    'with DAG("a"):\n    x = BashOperator(task_id="x", bash_command="x")\n    y = BashOperator(task_id="y", bash_command="y", trigger_rule=«"one_failed"»)\n    x >> y',
    'with DAG("a"):\n    x = BashOperator(task_id="x", bash_command="x")\n    y = BashOperator(task_id="y", bash_command="y", trigger_rule="all_done")\n    z = BashOperator(task_id="z", bash_command="z")\n    x >> y >> z',
    'with DAG("a") as d:\n    x = BashOperator(task_id="x", bash_command="x")\n    y = BashOperator(task_id="y", bash_command="y", trigger_rule="all_done")\n    x >> y\n    @task(trigger_rule="one_failed")\n    def watcher():\n        raise ValueError("A task has failed.")\n    list(d.tasks) >> watcher()',
    'with DAG("a"):\n    x = BashOperator(task_id="x", bash_command="x")\n    y = BashOperator(task_id="y", bash_command="y", trigger_rule="all_done")\n    x >> y\n    tasks = []\n    tasks.append(x)',
  ],
  'airflow/xcom-dataframe': [
    'import pandas as pd\n@dag\ndef a():\n    @task\n    def rows():\n        return «pd.read_csv("x.csv")[:100]»\n    @task\n    def first():\n        return pd.read_csv("x.csv")["id"]\n    rows() >> first()\na()',
    'import pandas as pd\n@dag\ndef a():\n    @task\n    def f():\n        df = pd.DataFrame([])\n        df.to_json("/tmp/x.json")\n        return {"rows": len(df)}\n    f()',
    'import pandas as pd\n@dag\ndef a():\n    @task\n    def f():\n        return «pd.concat([pd.read_csv("a"), pd.read_csv("b")])»\n    f()',
    '@dag\ndef a():\n    @task\n    def f(self):\n        return self.to_dict()\n    f()',
  ],
  'airflow/parse-time-now': [
    'with DAG("a"):\n    BashOperator(task_id="x", bash_command="x", start_date=datetime.now())',
    'def other():\n    day = datetime.now()\nwith DAG("a"):\n    for day in DAYS:\n        BashOperator(task_id="x", bash_command=f"load {day}")',
    'DAY = «pendulum.now()».format("YYYY")\nPATH = f"s3://b/{DAY}"\nwith DAG("a"):\n    BashOperator(task_id="x", bash_command=PATH)',
  ],
  'airflow/boto3-in-callable': [
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command="RUN=$(«aws --region eu-west-1 stepfunctions start-execution» --state-machine-arn x)")',
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command=f"""\n    set -e\n    OUT=$(«aws emr-serverless start-job-run» --name {NAME})""")',
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command="aws s3 cp a b; echo aws glue start-job-run")',
    'with DAG("a"):\n    BashOperator(task_id="b", bash_command="«aws emr create-cluster» --name x")',
    'def f():\n    glue = boto3.client("glue")\n    run = glue.«start_job_run»(JobName="x")\n    glue.get_job_run(JobName="x", RunId=run["JobRunId"])\nwith DAG("a"):\n    PythonOperator(task_id="f", python_callable=f)',
    'from airflow.providers.amazon.aws.hooks.base_aws import AwsBaseHook\ndef f():\n    AwsBaseHook(client_type="glue").get_conn().start_job_run(JobName="x")\nwith DAG("a"):\n    PythonOperator(task_id="f", python_callable=f)',
    'def f():\n    boto3.client("lambda").invoke(FunctionName="x")\nwith DAG("a"):\n    PythonOperator(task_id="f", python_callable=f)',
  ],
  'airflow/heavy-compute-on-worker': [
    'import torch\nDAG("a")',
    '@dag\ndef a():\n    @task.pyspark(conn_id="spark")\n    def f(spark):\n        from pyspark.sql import functions\n        functions.col("x")\n    f()',
  ],
  'airflow/hardcoded-credential': [
    `KEY = «"${['AKIA', 'Q3EGRSB7LBZTXK2M'].join('')}"»\nDAG("a")`,
    'ARGS = {"password": "{{ conn.db.password }}", "aws_secret_access_key": "your-secret-key"}\nDAG("a")',
    'ARGS = {"password": "redshift-password"}\nDAG("a")',
    'ARGS = {"api_key": «"9f8a7b6c5d4e3f2a1b"»}\nDAG("a")',
    'password = Variable.get("DB_PASSWORD")\nDAG("a")',
    'ARGS = {"password": "DB_PASSWORD"}\nDAG("a")',
  ],
  'airflow/local-file-handoff': [
    'with DAG("a"):\n    BashOperator(task_id="a", bash_command="make > /tmp/x.csv")\n    BashOperator(task_id="b", bash_command=«"cat /tmp/x.csv"»)',
    'with DAG("a"):\n    BashOperator(task_id="a", bash_command="make > /tmp/x.csv")\n    BashOperator(task_id="b", bash_command="rm -f /tmp/x.csv")',
    'with DAG("a"):\n    BashOperator(task_id="a", bash_command="make > /mnt/shared/x.csv")\n    BashOperator(task_id="b", bash_command="cat /mnt/shared/x.csv")',
  ],
  'orchestration/mwaa-aws-only': [
    'from airflow.providers.amazon.aws.operators.glue import GlueJobOperator\nwith DAG("a", schedule="@daily", catchup=True):\n    GlueJobOperator(task_id="x", job_name="x")',
    'from airflow.providers.amazon.aws.operators.glue import GlueJobOperator\nwith DAG("a", schedule="@daily"):\n    GlueJobOperator.partial(task_id="x").expand(job_name=["x"])',
    'from airflow.providers.amazon.aws.operators.glue import GlueJobOperator\nwith DAG(«"a"», schedule="@weekly", default_args={"depends_on_past": False}):\n    GlueJobOperator(task_id="x", job_name="x")',
    'from airflow.providers.amazon.aws.operators.glue import GlueJobOperator\nfrom ours import checks\nwith DAG("a", schedule="@weekly"):\n    GlueJobOperator(task_id="x", job_name="x")\n    checks()',
  ],
};

describe('Airflow rules and their exceptions', () => {
  for (const [id, texts] of Object.entries(CASES)) {
    describe(id, () => {
      const rule = rules.find((one) => one.id === id);
      for (const text of texts) {
        it(`${text.includes('«') ? 'finds' : 'is silent on'} ${JSON.stringify(text)}`, () => {
          assert.ok(rule);
          assertFound(rule, HEAD + text, 'dags/example.py');
        });
      }
    });
  }

  it('does not fail on half-typed files', () => {
    const whole = `${HEAD}with DAG("a", schedule="@daily", start_date=datetime.now(), default_args={"retries": 2}) as d:
    a = S3KeySensor(task_id="s", bucket_key="k")
    b = BashOperator(task_id="b", bash_command="x", trigger_rule="all_done")
    a >> b
`;
    const onRuleError = (id: string, error: unknown): void => assert.fail(`${id}: ${String(error)}`);
    for (let end = HEAD.length; end <= whole.length; end += 3)
      lint({ path: 'dags/example.py', text: whole.slice(0, end) }, { onRuleError });
  });

  it('is switched off by a comment', () => {
    const rule = { id: 'airflow/top-level-io' };
    const text = `${HEAD}x = requests.get("https://x")  # orchestration-lens-disable-line airflow/top-level-io\nDAG("a")\n`;
    assert.deepEqual(findingsOf(rule, text, 'dags/example.py'), []);
  });
});

describe('a function of another module that a DAG file calls', () => {
  const MODULE = `import boto3
def datasets():
    return boto3.client("s3").list_objects_v2(Bucket="b")
def callable_for(name):
    def run(**kwargs):
        boto3.client("glue").start_job_run(JobName=name)
    return run
`;
  const found = (path: string, text: string): string[] => {
    const files = { 'dags/steps.py': MODULE, 'other/steps.py': MODULE, [path]: `${HEAD}${text}\n` };
    const facts = Object.entries(files).flatMap(([each, content]) => {
      const located = locate({ path: each, text: content });
      return fileFacts(each, located, located.code) ?? [];
    });
    return lint({ path, text: files[path] }, { path, workspace: new WorkspaceGraph(facts) })
      .filter(({ rule }) => rule === 'airflow/top-level-io')
      .map(({ message, related }) => `${message.split(' whenever')[0]} ${related?.[0]?.uri ?? ''}`);
  };

  it('is told where it calls out', () => {
    const told = ['"datasets" calls "list_objects_v2" dags/steps.py'];
    assert.deepEqual(found('dags/a.py', 'from steps import datasets\nX = datasets()\nDAG("a")'), told);
    assert.deepEqual(found('dags/a.py', 'import steps\nX = steps.datasets()\nDAG("a")'), [
      '"steps.datasets" calls "list_objects_v2" dags/steps.py',
    ]);
    assert.deepEqual(
      found('dags/a.py', 'from steps import datasets\ndef x():\n    return datasets()\nY = x()\nDAG("a")'),
      ['"x" calls "list_objects_v2" dags/steps.py'],
    );
  });

  it('is not told where it only makes a task, or may be of another folder', () => {
    assert.deepEqual(
      found(
        'dags/a.py',
        'from steps import callable_for\nPythonOperator(task_id="t", python_callable=callable_for("x"))\nDAG("a")',
      ),
      [],
    );
    assert.deepEqual(found('a.py', 'from steps import datasets\nX = datasets()\nDAG("a")'), []);
  });
});

describe('a module beside DAGs', () => {
  const text = `${HEAD}from airflow.models import Variable\nDAG_OWNER = Variable.get("owner")\n`;
  for (const [path, found] of [
    ['dags/settings.py', 1],
    ['mwaa/dags/team/settings.py', 1],
    ['plugins/settings.py', 0],
    ['dags/tests/settings.py', 0],
  ] as const) {
    it(`${path} is ${found ? 'read whenever they are' : 'none of them'}`, () => {
      assert.equal(lint({ path, text }).length, found);
    });
  }
});

describe('a chain of AWS services in a workspace', () => {
  const text = `from airflow import DAG
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

with DAG("sales", schedule="@daily") as dag:
    GlueJobOperator(task_id="load", job_name="sales")
`;
  for (const [files, found] of [
    [3, 1],
    [20, 0],
  ]) {
    it(`is told ${found} times beside ${files} files of DAGs`, () => {
      const facts = Array.from({ length: files }, (_, index) => {
        const path = `dags/${index}.py`;
        const located = locate({ path, text });
        return fileFacts(path, located, located.code);
      });
      const workspace = new WorkspaceGraph(facts.filter((one) => one !== undefined));
      const told = lint({ path: 'dags/0.py', text }, { workspace }).filter(
        ({ rule }) => rule === 'orchestration/mwaa-aws-only',
      );
      assert.equal(told.length, found);
    });
  }
});

describe('requirements beside DAGs', () => {
  const found = (path: string, text: string, dag: string): number => {
    const code = locate({ path: dag, text: `${HEAD}DAG("a")\n` });
    const workspace = new WorkspaceGraph([fileFacts(dag, code, code.code) ?? []].flat());
    return lint({ path, text }, { path, workspace }).length;
  };

  it('are those of the environment, in the folder of the DAGs or beside it', () => {
    assert.equal(found('mwaa/requirements.txt', 'pandas\n', 'mwaa/dags/a.py'), 1);
    assert.equal(found('requirements.txt', 'pandas\n', 'a.py'), 1);
    assert.equal(found('mwaa/requirements.txt', 'pandas==2.2.0\n', 'mwaa/dags/a.py'), 0);
    assert.equal(found('mwaa/requirements-dev.txt', 'pandas\n', 'mwaa/dags/a.py'), 0);
    assert.equal(found('service/requirements.txt', 'pandas\n', 'mwaa/dags/a.py'), 0);
  });
});
