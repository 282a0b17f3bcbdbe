import { glueOf, type GlueJob, type GlueWorkflow } from '../../model/resources/glue';
import { workInArguments, type ForeignWork } from '../../model/resources/glueWork';
import { get, getObject } from '../../syntax/navigate';
import { defineRule } from '../rule';

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
  ],
  good: [
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

  *check({ template }) {
    const { jobs, workflows } = glueOf(template);
    const foreign = new Map<GlueJob, ForeignWork>();
    for (const job of jobs) {
      const work = workInArguments(job);
      if (work) foreign.set(job, work);
    }
    for (const [job, { does }] of foreign) {
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
        related: workflow?.resource
          ? [{ span: workflow.resource.key, message: `"${workflow.label}" runs it.` }]
          : [],
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
});

function runs({ triggers }: GlueWorkflow, { resource }: GlueJob): boolean {
  return triggers.some(({ actions }) => actions.some((action) => action.resource === resource));
}
