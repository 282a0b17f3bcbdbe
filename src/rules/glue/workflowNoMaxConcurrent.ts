import { glueOf, startTriggers } from '../../model/resources/glue';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/workflow-no-max-concurrent',
  subject: 'template',
  severity: 'hint',
  summary: 'A Glue workflow that starts by itself says how many runs may overlap.',
  why: 'Without a limit the next run starts while the last one still goes on, and both write the same tables.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_CreateWorkflow.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  «Flow»:
    Type: AWS::Glue::Workflow
    Properties:
      Name: flow
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
`,
      fixed: `Resources:
  Flow:
    Type: AWS::Glue::Workflow
    Properties:
      Name: flow
      MaxConcurrentRuns: 1
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
`,
    },
  ],
  good: [
    `Resources:
  Flow: { Type: AWS::Glue::Workflow, Properties: { MaxConcurrentRuns: 1 } }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
  Manual: { Type: AWS::Glue::Workflow }
  ByHand:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Manual, Actions: [{ JobName: load }] }
`,
  ],

  *check({ template }) {
    for (const workflow of glueOf(template).workflows) {
      const { resource } = workflow;
      if (!resource || property(resource.properties, 'MaxConcurrentRuns')) continue;
      if (!startTriggers(workflow).some(({ type }) => type === 'SCHEDULED' || type === 'EVENT')) continue;
      const add = new TreeEditor(template.tree).add(resource.properties, 'MaxConcurrentRuns', 1);
      yield {
        span: resource.key,
        message: `Runs of the workflow "${resource.id}" may overlap: it has no "MaxConcurrentRuns".`,
        fixes:
          resource.writable && template.kind !== 'terraform'
            ? [{ title: 'Allow one run at a time', edits: [add] }]
            : [],
      };
    }
  },
});
