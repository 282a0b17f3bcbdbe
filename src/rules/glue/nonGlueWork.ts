import type { CodeFile } from '../../model/code';
import { glueOf, type GlueJob, type GlueWorkflow } from '../../model/resources/glue';
import { workOfJob, workInScript } from '../../model/resources/glueWork';
import type { PlacedPart } from '../../model/workspace';
import { get, getObject } from '../../syntax/navigate';
import { defineRule, side, type Finding } from '../rule';
import { jobConstructs } from './jobConstructs';

interface ForeignWork {
  readonly does: string;
  readonly script?: PlacedPart;
}

export default defineRule({
  id: 'glue/non-glue-work',
  subject: 'template',
  severity: 'warning',
  summary: 'A Glue workflow orchestrates Glue jobs and crawlers, and nothing else.',
  why: 'A workflow sees jobs and crawlers only: other work has to be wrapped in a Python shell, which is paid for while it waits and hides what it does. A state machine calls Redshift, Lambda or EMR directly, with retries and a history.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  «Nightly»: { Type: AWS::Glue::Workflow }
  Copy:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: «pythonshell», ScriptLocation: s3://scripts/copy.py }
      DefaultArguments:
        --host: !GetAtt Warehouse.Endpoint.Address
        --dbname: orders
        --dbuser: loader
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Nightly, Actions: [{ JobName: !Ref Copy }] }
`,
    },
    {
      text: `import sys
import boto3
from «awsglue».utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["cluster"])
client = boto3.client("redshift-data")
client.execute_statement(ClusterIdentifier=args["cluster"], Database="orders", Sql="call refresh()")
`,
    },
  ],
  good: [
    `import sys
import boto3
from awsglue.utils import getResolvedOptions
from awsglue.context import GlueContext

spark = GlueContext(None).spark_session
spark.read.parquet("in").write.parquet("out")
boto3.client("sns").publish(TopicArn="topic", Message="done")
`,
    `import sys
import boto3
from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["bucket"])
boto3.client("s3").copy_object(Bucket=args["bucket"], Key="a", CopySource="b")
`,

    `Resources:
  Nightly: { Type: AWS::Glue::Workflow }
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      DefaultArguments: { --host: !GetAtt Warehouse.Endpoint.Address, --dbname: orders }
  Manifest:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/manifest.py }
      DefaultArguments: { --bucket: !Ref Lake }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Nightly, Actions: [{ JobName: !Ref Load }, { JobName: !Ref Manifest }] }
`,
  ],

  *check({ template }, { path, workspace }) {
    const { jobs, workflows } = glueOf(template);
    const foreign = new Map<GlueJob, ForeignWork>();
    for (const job of jobs) {
      const part = job.command === 'pythonshell' ? workspace?.part(path, job.resource.id) : undefined;
      const script = part && workspace?.ranBy(part)[0];
      // What the script says goes before what its arguments make likely.
      const work = script ? script.foreignWork && { does: script.foreignWork, script } : workOfJob(job);
      if (work) foreign.set(job, work);
    }
    for (const [job, { does, script }] of foreign) {
      const workflow = workflows.find((candidate) => runs(candidate, job));
      const name = get(getObject(job.resource.properties, 'Command'), 'Name');
      const { id, key } = job.resource;
      yield {
        span: name?.span ?? key,
        message: workflow
          ? `The job "${id}" of the workflow "${workflow.label}" is a Python shell that ${does}, which a state machine does without a job.`
          : `The job "${id}" is a Python shell that ${does}, which a state machine does without a job.`,
        // Alone, a job may be no part of an orchestration.
        severity: workflow ? 'warning' : 'info',
        related: [
          ...(workflow?.resource
            ? [{ span: workflow.resource.key, message: `"${workflow.label}" runs it.` }]
            : []),
          ...(script ? [{ uri: script.path, span: script.span, message: 'This is its script.' }] : []),
        ],
      };
    }
    for (const workflow of workflows) {
      const own = jobs.filter((job) => runs(workflow, job));
      if (!workflow.resource || own.length === 0 || !own.every((job) => foreign.has(job))) continue;
      yield {
        span: workflow.resource.key,
        message: `No job of the workflow "${workflow.label}" does work of Glue's; a state machine runs the same steps directly.`,
      };
    }
  },

  sides: [side('code', judgeScript), side('code', jobConstructs)],
});

/** Only what takes the arguments of a job is surely the script of one. */
function* judgeScript(code: CodeFile): Iterable<Finding> {
  const imported = [...code.names.imports.values()].find(({ module }) => module.startsWith('awsglue'));
  const work = imported && code.role === 'glueScript' ? workInScript(code) : undefined;
  const at = code.program.text.indexOf('awsglue');
  if (!work || at < 0) return;
  yield {
    span: { start: at, end: at + 'awsglue'.length },
    message: `This script of a Glue job ${work.does}, which a state machine does without a job.`,
  };
}

function runs({ triggers }: GlueWorkflow, { resource }: GlueJob): boolean {
  return triggers.some(({ actions }) => actions.some((action) => action.resource === resource));
}
