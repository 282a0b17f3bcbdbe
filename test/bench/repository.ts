/** A repository of many files as companies have them, of which few concern orchestration. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { syntheticMachine } from './syntheticMachine';

/** What a file is called and holds, by its number among its kind. */
interface Kind {
  /** Of a thousand files. */
  readonly share: number;
  path(index: number): string;
  text(index: number): string;
}

/** Writes `count` files below a folder and gives their size in bytes. */
export function writeRepository(folder: string, count: number): number {
  let bytes = 0;
  for (const { share, path, text } of KINDS) {
    for (let index = 0; index < Math.round((share * count) / 1000); index++) {
      const file = join(folder, path(index));
      const content = text(index);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      bytes += content.length;
    }
  }
  return bytes;
}

function repeated(times: number, block: (index: number) => string): string {
  return Array.from({ length: times }, (_, index) => block(index)).join('\n');
}

const KINDS: readonly Kind[] = [
  {
    share: 330,
    path: (index) => `web/src/area${index % 40}/component${index}.tsx`,
    text: (index) =>
      `import { useState } from 'react';\n\n${repeated(25, (at) => `export function Part${index}x${at}({ title }: { title: string }) {\n  const [open, setOpen] = useState(false);\n  return open ? title : String(${at});\n}`)}\n`,
  },
  {
    share: 150,
    path: (index) => `services/api/src/module${index % 30}/service${index}.ts`,
    text: (index) =>
      `import { Repository } from './repository';\n\nexport class Service${index} {\n${repeated(25, (at) => `  async find${at}(id: string): Promise<string | undefined> {\n    try {\n      return await new Repository().read(id);\n    } catch (error) {\n      console.error(error);\n      throw error;\n    }\n  }`)}\n}\n`,
  },
  {
    share: 220,
    path: (index) => `analytics/package${index % 25}/module${index}.py`,
    text: (index) =>
      `import json\nimport math\n\n${repeated(25, (at) => `def transform_${index}_${at}(rows):\n    """Sums up what is given."""\n    total = 0\n    for row in rows:\n        total += math.floor(row["value"]) * ${at}\n    return json.dumps({"total": total})\n`)}\n`,
  },
  {
    share: 120,
    path: (index) => `fixtures/set${index % 30}/record${index}.json`,
    text: (index) =>
      JSON.stringify(
        {
          id: index,
          items: Array.from({ length: 40 }, (_, at) => ({ at, name: `item ${at}`, price: at * 3 })),
        },
        null,
        2,
      ),
  },
  {
    share: 80,
    path: (index) => `deploy/cluster${index % 20}/app${index}.yaml`,
    text: (index) =>
      stringify({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: `app-${index}` },
        spec: {
          replicas: 2,
          template: {
            spec: {
              containers: Array.from({ length: 8 }, (_, at) => ({
                name: `c${at}`,
                image: `registry/app:${at}`,
                env: [{ name: 'LEVEL', value: 'info' }],
              })),
            },
          },
        },
      }),
  },
  {
    share: 40,
    path: (index) => `functions/task${index}/app.py`,
    text: (index) =>
      `import boto3\n\ns3 = boto3.client("s3")\ntable = boto3.resource("dynamodb").Table("orders")\n\n\ndef handler(event, context):\n    body = s3.get_object(Bucket=event["bucket"], Key=event["key"])["Body"].read()\n${repeated(12, (at) => `    table.put_item(Item={"id": "${index}-${at}", "size": len(body)})`)}\n    return {"size": len(body)}\n`,
  },
  {
    share: 10,
    path: (index) => `glue/jobs/job${index}.py`,
    text: (index) =>
      `import sys\nfrom awsglue.context import GlueContext\nfrom pyspark.context import SparkContext\n\nglue = GlueContext(SparkContext())\nframe = glue.create_dynamic_frame.from_catalog(database="orders", table_name="t${index}")\nglue.write_dynamic_frame.from_options(frame, "s3", {"path": "s3://out/${index}/"}, "parquet")\n`,
  },
  {
    share: 5,
    path: (index) => `airflow/dags/dag${index}.py`,
    text: (index) =>
      `from datetime import datetime, timedelta\nfrom airflow import DAG\nfrom airflow.providers.amazon.aws.operators.glue import GlueJobOperator\n\nwith DAG("dag_${index}", start_date=datetime(2026, 1, 1), schedule="0 3 * * *", catchup=False, default_args={"retries": 2, "retry_delay": timedelta(minutes=5)}) as dag:\n    GlueJobOperator(task_id="load", job_name="job${index}")\n`,
  },
  {
    share: 15,
    path: (index) => `pipelines/pipeline${index}/machine.asl.json`,
    text: (index) =>
      JSON.stringify(syntheticMachine(12 + (index % 40), index % 2 ? 'JSONata' : 'JSONPath'), null, 2),
  },
  {
    share: 20,
    path: (index) => `pipelines/stack${index}/template.yaml`,
    text: (index) => template(index),
  },
  {
    share: 10,
    path: (index) => `infrastructure/module${index}/main.tf`,
    text: (index) =>
      repeated(
        6,
        (at) =>
          `resource "aws_lambda_function" "f${at}" {\n  function_name = "f-${index}-${at}"\n  role          = aws_iam_role.r.arn\n  handler       = "app.handler"\n  runtime       = "python3.12"\n  timeout       = 30\n}\n\nresource "aws_cloudwatch_event_rule" "r${at}" {\n  name                = "r-${index}-${at}"\n  schedule_expression = "rate(1 day)"\n}\n`,
      ),
  },
];

function template(index: number): string {
  const functions = Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [
      `Task${at}`,
      {
        Type: 'AWS::Serverless::Function',
        Properties: {
          CodeUri: `../../functions/task${(index + at) % 40}/`,
          Handler: 'app.handler',
          Runtime: 'python3.12',
          Timeout: 60,
          Events: { Nightly: { Type: 'ScheduleV2', Properties: { ScheduleExpression: 'rate(1 day)' } } },
        },
      },
    ]),
  );
  return stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      ...functions,
      Machine: {
        Type: 'AWS::Serverless::StateMachine',
        Properties: { Definition: syntheticMachine(14, 'JSONPath') },
      },
    },
  });
}
