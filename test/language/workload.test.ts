import assert from 'node:assert/strict';
import { describe as words } from '../../src/advisor/decide/describe';
import { LanguageDocument } from '../../src/language/document';
import { workload } from '../../src/language/workload';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';

const MACHINE = JSON.stringify({
  StartAt: 'Clean',
  States: {
    Clean: {
      Type: 'Task',
      Resource: 'arn:aws:states:::glue:startJobRun.sync',
      Parameters: { JobName: 'clean' },
      Next: 'Ask',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'q', MessageBody: { 't.$': '$$.Task.Token' } },
      Next: 'Yes?',
    },
    'Yes?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: 'Load' }],
      Default: 'Load',
    },
    Load: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:redshiftdata:executeStatement',
      Parameters: { Sql: 'CALL load()' },
      End: true,
    },
  },
});

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 2 * * ? *)
      ScheduleExpressionTimezone: Europe/Berlin
      FlexibleTimeWindow: { Mode: 'OFF' }
      Target: { Arn: !Ref Flow, RoleArn: !Ref Role }
`;

const GLUE = `Resources:
  Work: { Type: AWS::Glue::Workflow, Properties: {} }
  Clean: { Type: AWS::Glue::Job, Properties: { Role: r, Command: { Name: glueetl, ScriptLocation: s3://b/clean.py } } }
  Crawl: { Type: AWS::Glue::Crawler, Properties: { Role: r } }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, WorkflowName: !Ref Work, Actions: [{ CrawlerName: !Ref Crawl }] }
  Then:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      WorkflowName: !Ref Work
      Predicate: { Conditions: [{ LogicalOperator: EQUALS, CrawlerName: !Ref Crawl, CrawlState: SUCCEEDED }] }
      Actions: [{ JobName: !Ref Clean }]
`;

const DAG = `from datetime import datetime
from airflow.decorators import dag, task
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator
from airflow.providers.amazon.aws.transfers.sql_to_s3 import SqlToS3Operator
from airflow.providers.http.operators.http import HttpOperator

@dag(schedule="@daily", start_date=datetime(2026, 1, 1))
def nightly():
    HttpOperator(task_id="rates", endpoint="rates")
    SqlToS3Operator(task_id="orders", query="SELECT 1", s3_bucket="b", s3_key="k", sql_conn_id="c")
    GlueJobOperator(task_id="clean", job_name="clean")

nightly()
`;

const HANDLER = `import boto3
import requests

def handler(event, context):
    for record in event["Records"]:
        boto3.client("dynamodb").put_item(TableName="t", Item={"b": record["body"], "i": record["messageId"]})
    requests.post("https://partner.example/done", timeout=5)
`;

const cases: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
  readonly answers: object | undefined;
}[] = [
  {
    name: 'a state machine, with the schedule of its template',
    files: { 'app/flow.asl.json': MACHINE, 'app/template.yaml': TEMPLATE },
    path: 'app/flow.asl.json',
    answers: {
      trigger: 'schedule',
      services: ['glue', 'sqs', 'redshift'],
      stepCount: 3,
      humanApproval: true,
      fanOutItems: 0,
      needs: ['branching', 'run-a-job-sync'],
    },
  },
  {
    name: 'a state machine, which says nothing about the DAGs beside it',
    files: { 'a.asl.json': '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}', 'dags/a.py': DAG },
    path: 'a.asl.json',
    answers: { humanApproval: false, fanOutItems: 0 },
  },
  {
    name: 'a template with a schedule in local time',
    files: { 'app/flow.asl.json': MACHINE, 'app/template.yaml': TEMPLATE },
    path: 'app/template.yaml',
    answers: { trigger: 'schedule', timezone: 'Europe/Berlin' },
  },
  {
    name: 'a Glue workflow',
    files: { 'glue.yaml': GLUE },
    path: 'glue.yaml',
    answers: { services: ['glue', 'glue-crawler'], stepCount: 2, trigger: 'schedule', timezone: 'UTC' },
  },
  {
    name: 'a DAG',
    files: { 'dags/nightly.py': DAG },
    path: 'dags/nightly.py',
    answers: {
      existingAirflow: true,
      trigger: 'schedule',
      services: ['external-api', 'on-premises-database', 'glue'],
      stepCount: 3,
    },
  },
  {
    name: 'a handler behind a queue',
    files: { 'app.py': HANDLER },
    path: 'app.py',
    answers: { trigger: 'stream', source: 'sqs', services: ['lambda', 'dynamodb', 'external-api'] },
  },
  {
    name: 'a file that is none of ours',
    files: { 'tools.py': 'import sys\n' },
    path: 'tools.py',
    answers: undefined,
  },
  {
    name: 'a file that is none of ours beside DAGs',
    files: { 'tools.py': 'import sys\n', 'dags/nightly.py': DAG },
    path: 'tools.py',
    answers: { existingAirflow: true },
  },
];

describe('workload', () => {
  for (const { name, files, path, answers } of cases) {
    it(`is read from ${name}`, () => {
      const index = new WorkspaceIndex();
      for (const [file, text] of Object.entries(files)) index.update({ path: file, text });
      const found = workload(new LanguageDocument({ path, text: files[path] ?? '' }), index.graph);
      assert.deepEqual(found?.answers, answers);
    });
  }

  it('is said in the words of the questions', () => {
    assert.deepEqual(
      words({
        services: ['glue', 'lambda'],
        trigger: 'event',
        source: 's3',
        stepCount: 1,
        existingAirflow: true,
      }),
      ['Glue jobs', 'Lambda functions', 'An object arrives in S3', '1 step', 'Airflow is in use'],
    );
    assert.deepEqual(words({ trigger: 'event', needs: ['branching'], fanOutItems: 10_000 }), [
      'An event',
      'About 10,000 items a run',
      'Decisions between steps',
    ]);
  });
});
