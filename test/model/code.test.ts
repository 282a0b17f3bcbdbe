import assert from 'node:assert/strict';
import { isAwsCall, type CodeFile } from '../../src/model/code';
import { locate } from '../../src/model/locate';

function read(text: string, path: string): CodeFile {
  const { code } = locate({ path, text });
  assert.ok(code, 'nothing of it concerns us');
  return code;
}

/** `service:action(result)` of every remote call. */
function calls(text: string, path: string): string[] {
  return read(text, path).remoteCalls.map((call) =>
    isAwsCall(call)
      ? `${call.kind === 'waiter' ? 'wait ' : ''}${call.service}:${call.action}`
      : `${call.kind} ${call.name}`,
  );
}

const PYTHON_CALLS: readonly [title: string, text: string, expected: string[]][] = [
  [
    'a client of the module',
    'import boto3\nc = boto3.client("stepfunctions")\nc.start_execution(input="x")',
    ['sfn:startExecution'],
  ],
  [
    'one built in place',
    'import boto3\nboto3.client("redshift-data").execute_statement()',
    ['redshiftdata:executeStatement'],
  ],
  [
    'a session',
    'import boto3\nsession = boto3.Session()\nc = session.client(service_name="glue")\nc.get_job_run()',
    ['glue:getJobRun'],
  ],
  [
    'an attribute',
    'import boto3\nclass A:\n  def __init__(self):\n    self.c = boto3.client("sqs")\n  def f(self):\n    self.c.send_message()',
    ['sqs:sendMessage'],
  ],
  [
    'a parameter',
    'import boto3\ndef f(c):\n  c.describe_jobs()\ndef handler(event, context):\n  f(boto3.client("batch"))',
    ['batch:describeJobs'],
  ],
  [
    'a client that is built when it is needed',
    'import boto3\n_c = None\ndef c():\n  global _c\n  if _c is None:\n    _c = boto3.client("ecs")\n  return _c\ndef handler(event, context):\n  c().run_task()',
    ['ecs:runTask'],
  ],
  [
    'a table',
    'import boto3\nt = boto3.resource("dynamodb").Table("a")\nt.put_item(Item={})\nwith t.batch_writer() as b:\n  pass',
    ['dynamodb:putItem'],
  ],
  [
    'pages and waiters',
    'import boto3\nc = boto3.client("s3")\nfor p in c.get_paginator("list_objects_v2").paginate():\n  pass\nw = c.get_waiter("object_exists")\nw.wait(Bucket="b")',
    ['s3:listObjectsV2', 'wait s3:objectExists'],
  ],
  [
    'what comes from elsewhere',
    'import boto3\nfrom clients import glue\nglue.start_job_run()\nglue.frobnicate()',
    ['glue:startJobRun'],
  ],
  [
    'no client at all',
    'import boto3\nd = {}\nd.get("x")\nboto3.client("s3").generate_presigned_url("get_object")',
    [],
  ],
  [
    'the web and databases',
    'import boto3, requests, urllib3, psycopg2\nhttp = urllib3.PoolManager()\nhttp.request("GET", "x")\nrequests.post("x")\npsycopg2.connect()',
    ['http http.request', 'http requests.post', 'database psycopg2.connect'],
  ],
];

const TYPESCRIPT_CALLS: readonly [title: string, text: string, expected: string[]][] = [
  [
    'commands',
    `import { SFNClient, StartExecutionCommand as Start } from '@aws-sdk/client-sfn';\nconst c = new SFNClient({});\nconst command = new Start({});\nawait c.send(command);`,
    ['sfn:startExecution'],
  ],
  [
    'aggregated clients',
    `import { S3 } from '@aws-sdk/client-s3';\nawait new S3({}).getObject({});`,
    ['s3:getObject'],
  ],
  [
    'the second SDK',
    `const AWS = require('aws-sdk');\nconst t = new AWS.DynamoDB.DocumentClient();\nawait t.put({}).promise();`,
    ['dynamodb:put'],
  ],
  [
    'a client behind a tracer',
    `const AWSXRay = require('aws-xray-sdk');\nconst AWS = AWSXRay.captureAWS(require('aws-sdk'));\nconst s = new AWS.SQS();\ns.sendMessage({});`,
    ['sqs:sendMessage'],
  ],
  [
    'documents',
    `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';\nconst c = DynamoDBDocumentClient.from(new DynamoDBClient({}));\nawait c.send(new GetCommand({}));`,
    ['dynamodb:get'],
  ],
  [
    'waiters',
    `import { waitUntilTasksStopped } from '@aws-sdk/client-ecs';\nawait waitUntilTasksStopped({ client, maxWaitTime: 100 }, {});`,
    ['wait ecs:tasksStopped'],
  ],
  [
    'the web',
    `import axios from 'axios'; // aws-sdk\nawait fetch('x');\nawait axios.post('x');`,
    ['http fetch', 'http axios.post'],
  ],
];

const SOURCES: readonly [expected: string, text: string][] = [
  ['http', 'def handler(event, context):\n  return event["queryStringParameters"]'],
  ['sqs', 'def handler(event, context):\n  for record in event["Records"]:\n    print(record["body"])'],
  ['s3', 'def handler(event, context):\n  key = event["Records"][0]["s3"]["object"]["key"]'],
  ['sns', 'def handler(event, context):\n  print(event["Records"][0]["Sns"])'],
  ['eventbridge', 'def handler(event, context):\n  print(event["detail"])'],
  ['customResource', 'def handler(event, context):\n  if event["RequestType"] == "Create":\n    pass'],
  ['authorizer', 'def handler(event, context):\n  return event["methodArn"]'],
  ['direct', 'def handler(event, context):\n  return event["table"]'],
  [
    'direct',
    'def start(event):\n  return event.get("table")\ndef handler(event, context):\n  return start(event)',
  ],
  ['unread', 'def handler(event, context):\n  return 1'],
];

const HANDLERS: readonly [text: string, path: string, expected: string[]][] = [
  ['import boto3\ndef fix(event, _):\n  pass\ndef helper(event):\n  pass', 'a.py', ['fix']],
  ['export const run = async (event) => {}; // aws-sdk', 'a.ts', ['run']],
  ['const run = async (event, context) => {};\nmodule.exports = { handler: run };', 'a.js', ['run']],
  ['export const handler = middy(async (event) => {});', 'a.ts', ['handler']],
  [
    "const { withDurableExecution } = require('x');\nexports.handler = withDurableExecution(async (event, context) => {});",
    'a.js',
    ['handler durable'],
  ],
  [
    'from x import durable_execution\n@durable_execution\ndef flow(event, context):\n  pass',
    'a.py',
    ['flow durable'],
  ],
];

const SLEEPS: readonly [text: string, path: string, expected: (number | undefined)[]][] = [
  ['import boto3, time\ntime.sleep(2 * 60)\ntime.sleep(n)', 'a.py', [120, undefined]],
  ['from time import sleep\nimport boto3\nD = 5\nsleep(D)', 'a.py', [5]],
  ['// aws-sdk\nawait new Promise((r) => setTimeout(r, 1500));\nsetTimeout(() => log(), 10);', 'a.js', [1.5]],
  [
    '// aws-sdk\nconst wait = (ms) => new Promise((r) => setTimeout(r, ms));\nawait wait(3000);',
    'a.js',
    [undefined, 3],
  ],
];

describe('code files', () => {
  for (const [title, text, expected] of PYTHON_CALLS) {
    it(`remote calls of Python: ${title}`, () => assert.deepEqual(calls(text, 'a.py'), expected));
  }
  for (const [title, text, expected] of TYPESCRIPT_CALLS) {
    it(`remote calls of TypeScript: ${title}`, () => assert.deepEqual(calls(text, 'a.ts'), expected));
  }
  for (const [expected, text] of SOURCES) {
    it(`who calls ${JSON.stringify(text)}`, () =>
      assert.equal(read(text, 'a.py').handlers[0].source, expected));
  }
  for (const [text, path, expected] of HANDLERS) {
    it(`handlers of ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        read(text, path).handlers.map(({ name, isDurable }) => `${name}${isDurable ? ' durable' : ''}`),
        expected,
      ));
  }
  for (const [text, path, expected] of SLEEPS) {
    it(`pauses of ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        read(text, path).sleeps.map(({ seconds }) => seconds),
        expected,
      ));
  }

  it('dismisses what is none of ours without reading it', () => {
    const others = ['print(1)', 'logging.StreamHandler()\nhandler = 1', 'button.onclick = handler;'];
    for (const text of others) {
      assert.equal(locate({ path: 'a.py', text }).code, undefined);
      assert.equal(locate({ path: 'a.ts', text }).code, undefined);
    }
  });

  it('says what a file is for', () => {
    const roles = [
      ['from airflow import DAG', 'airflowDag'],
      ['import boto3\nfrom awsglue.job import Job', 'glueScript'],
      ['from aws_cdk import Stack', 'cdk'],
      ['import boto3', 'script'],
      ['def handler(event, context):\n  pass', 'lambdaHandler'],
    ];
    for (const [text, role] of roles) assert.equal(read(text, 'a.py').role, role);
  });
});
