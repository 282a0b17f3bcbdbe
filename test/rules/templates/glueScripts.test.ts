import assert from 'node:assert/strict';
import { locate } from '../../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../../src/model/workspace';
import { lint } from '../../../src/rules/run';
import { workInArguments } from '../../../src/model/resources/glueWork';
import { readyHcl } from '../../support/hcl';

const TEMPLATE = `Resources:
  Nightly: { Type: AWS::Glue::Workflow }
  Notify:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: pythonshell, ScriptLocation: s3://bucket/scripts/notify.py }, Timeout: 5 }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Nightly, Actions: [{ JobName: !Ref Notify }, { CrawlerName: raw }] }
`;

/** What is found in a template, or a program of the CDK, when the workspace also has a script. */
function found(script: string | undefined, own = { path: 'app/template.yaml', text: TEMPLATE }): string[] {
  const files = [own, ...(script === undefined ? [] : [{ path: 'app/scripts/notify.py', text: script }])];
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

  it('leaves a script alone that tells others when its work is done, or works on the catalogue', () => {
    const head = 'import boto3, sys\nfrom awsglue.utils import getResolvedOptions\n';
    for (const script of [
      'boto3.client("s3").copy_object(Bucket="b", Key="k", CopySource="a/k")\nboto3.client("sns").publish(TopicArn="t", Message="m")\n',
      'import requests\nrows = requests.get("https://x").json()\n',
      'args = getResolvedOptions(sys.argv, ["database", "host"])\nboto3.client("glue").batch_create_partition(DatabaseName=args["database"])\n',
    ])
      assert.deepEqual(found(head + script), []);
  });

  it('takes what a script asks for as its work, where another module does it', () => {
    const script = `import sys
import redshift_steps
from awsglue.utils import getResolvedOptions
args = getResolvedOptions(sys.argv, ["db", "db_creds", "file"])
redshift_steps.run(args["db"], args["db_creds"], args["file"])
`;
    assert.match(found(script)[1], /talks to a database by itself \("--db", "--db_creds"\)/);
  });
});

describe('Glue jobs of Terraform', () => {
  before(readyHcl);

  it('are judged by the script that Terraform puts into the bucket', () => {
    const text = `resource "aws_s3_object" "script" {
  bucket = aws_s3_bucket.scripts.id
  key    = local.key
  source = "\${path.module}/scripts/notify.py"
}
resource "aws_glue_job" "notify" {
  command {
    name            = "pythonshell"
    script_location = "s3://\${aws_s3_bucket.scripts.id}/\${aws_s3_object.script.key}"
  }
}
`;
    const script = 'import boto3\nboto3.client("lambda").invoke(FunctionName="notify")\n';
    assert.match(found(script, { path: 'app/main.tf', text }).join(), /only calls other services \(lambda\)/);
  });
});

describe('what arguments give away', () => {
  const CASES: readonly (readonly [names: string, found: boolean])[] = [
    ['--host, --port, --user, --secret_name', false],
    ['--host, --user, --sqlfile', true],
    ['--SecretName, --JobSql', true],
    ['--dbname, --host', true],
    ['--database, --table', false],
    ['--output, --mysql_like', false],
  ];
  for (const [names, isFound] of CASES) {
    it(`${names} ${isFound ? 'are' : 'are not'} those of somebody who talks to a database`, () => {
      assert.equal(workInArguments(names.split(', ')) !== undefined, isFound);
    });
  }
});

describe('Glue jobs of the CDK are judged by their scripts', () => {
  const SCRIPT = `import boto3
boto3.client("lambda").invoke(FunctionName="notify")
`;
  const PROGRAMS = {
    'app/stack.py': `from aws_cdk import Stack, aws_glue as glue, aws_s3_assets as assets

class Nightly(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        flow = glue.CfnWorkflow(self, "Flow", name="nightly")
        script = assets.Asset(self, "Script", path="scripts/notify.py")
        self.job = glue.CfnJob(self, "Notify", role="r", command=glue.CfnJob.JobCommandProperty(name="pythonshell", script_location=script.s3_object_url))
        glue.CfnTrigger(self, "Start", type="ON_DEMAND", workflow_name=flow.name, actions=[glue.CfnTrigger.ActionProperty(job_name=self.job.ref)])
`,
    'app/stack.ts': `import { Stack, aws_glue as cfn } from 'aws-cdk-lib';
import * as glue from '@aws-cdk/aws-glue-alpha';
import { join } from 'path';

export class Nightly extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const flow = new cfn.CfnWorkflow(this, 'Flow', { name: 'nightly' });
    const script = glue.Code.fromAsset(join(__dirname, 'scripts', 'notify.py'));
    const job = new glue.Job(this, 'Notify', { executable: glue.JobExecutable.pythonShell({ script }) });
    new cfn.CfnTrigger(this, 'Start', { type: 'ON_DEMAND', workflowName: flow.name, actions: [{ jobName: job.jobName }] });
  }
}
`,
  };
  for (const [path, text] of Object.entries(PROGRAMS)) {
    it(path, () => {
      assert.deepEqual(found(SCRIPT, { path, text }), [
        'warning No job of the workflow "Flow" does work of Glue\'s; a state machine runs the same steps directly.',
        'warning The job "Notify" of a workflow is a Python shell that only calls other services (lambda), which a state machine does without a job. app/scripts/notify.py',
      ]);
      assert.deepEqual(found(undefined, { path, text }), []);
      const alone = text.replace(/workflow_?[nN]ame[:=] ?flow\.name, /, '');
      assert.equal(found(SCRIPT, { path, text: alone }).join().split(' ')[0], 'info');
    });
  }
});
