import assert from 'node:assert/strict';
import { locate } from '../../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../../src/model/workspace';
import { lint } from '../../../src/rules/run';

const TEMPLATE = `Resources:
  Nightly: { Type: AWS::Glue::Workflow }
  Notify:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: pythonshell, ScriptLocation: s3://bucket/scripts/notify.py }, Timeout: 5 }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Nightly, Actions: [{ JobName: !Ref Notify }, { CrawlerName: raw }] }
`;

/** The severities of what is found in the template when the workspace also has a script. */
function found(script: string | undefined): string[] {
  const files = [
    { path: 'app/template.yaml', text: TEMPLATE },
    ...(script === undefined ? [] : [{ path: 'app/scripts/notify.py', text: script }]),
  ];
  const facts = files.flatMap((file) => {
    const located = locate(file);
    return fileFacts(file.path, located, located.code) ?? [];
  });
  const workspace = new WorkspaceGraph(facts);
  return lint(files[0], { path: files[0].path, workspace })
    .filter(({ rule }) => rule === 'glue/non-glue-work')
    .map(({ severity, message, related }) => `${severity} ${message} ${related?.at(-1)?.uri ?? ''}`.trim());
}

describe('Glue jobs are judged by their scripts', () => {
  it('finds a workflow whose job only calls other services', () => {
    const script = `import boto3
from awsglue.utils import getResolvedOptions
boto3.client("stepfunctions").start_execution(stateMachineArn="arn")
`;
    assert.deepEqual(found(script), [
      'warning No job of the workflow "Nightly" does work of Glue\'s; a state machine runs the same steps directly.',
      'warning The job "Notify" of the workflow "Nightly" is a Python shell that only calls other services (sfn), which a state machine does without a job. app/scripts/notify.py',
    ]);
  });

  it('leaves a script alone that works on data', () => {
    const script = `import boto3
import awswrangler as wr
from awsglue.utils import getResolvedOptions
wr.s3.to_parquet(wr.s3.read_csv("s3://raw/"), "s3://clean/")
boto3.client("sns").publish(TopicArn="arn", Message="done")
`;
    assert.deepEqual(found(script), []);
  });

  it('says nothing of a script that it does not see', () => {
    assert.deepEqual(found(undefined), []);
  });
});
