import { glueOf } from '../../model/resources/glue';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/single-job-workflow',
  subject: 'template',
  severity: 'info',
  summary: 'A Glue workflow runs more than one job.',
  why: 'A trigger starts one job on a schedule or on demand by itself. A workflow around it adds a name and a graph of one box.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/about-triggers.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  «Flow»: { Type: AWS::Glue::Workflow }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
`,
    },
  ],
  good: [
    `Resources:
  Flow: { Type: AWS::Glue::Workflow }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }, { CrawlerName: raw }] }
  ByEvent: { Type: AWS::Glue::Workflow }
  Uploaded:
    Type: AWS::Glue::Trigger
    Properties: { Type: EVENT, WorkflowName: !Ref ByEvent, Actions: [{ JobName: load }] }
`,
  ],

  *check({ template }) {
    // A module of Terraform has several files, and more triggers may be in another one.
    if (template.kind === 'terraform') return;
    for (const { resource, triggers } of glueOf(template).workflows) {
      const [only, ...others] = triggers;
      if (!resource || !only || others.length > 0 || only.actions.length !== 1) continue;
      if (only.type !== 'ON_DEMAND' && only.type !== 'SCHEDULED') continue;
      // A limit of concurrent runs, or properties of the run, are reasons of their own.
      if (
        property(resource.properties, 'MaxConcurrentRuns') ||
        property(resource.properties, 'DefaultRunProperties')
      )
        continue;
      const [{ kind, label }] = only.actions;
      yield {
        span: resource.key,
        message: `The workflow "${resource.id}" runs nothing but the ${kind} "${label}", which the trigger "${only.resource.id}" can start without it.`,
      };
    }
  },
});
