import { glueOf, startTriggers } from '../../model/resources/glue';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/predicate-outside-workflow',
  subject: 'template',
  severity: 'error',
  summary: 'A trigger of a Glue workflow waits for jobs that the workflow runs.',
  why: 'Conditions of a workflow count only runs that the same workflow started. A job that no trigger of the workflow starts never ends in it, and the trigger never fires.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/blueprint_workflow_restrictions.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Flow: { Type: AWS::Glue::Workflow }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
  AfterClean:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: !Ref Flow
      Predicate: { Conditions: [{ JobName: «clean», LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
`,
    },
  ],
  good: [
    `Resources:
  Flow: { Type: AWS::Glue::Workflow }
  Load: { Type: AWS::Glue::Job, Properties: { Name: load } }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Flow, Actions: [{ JobName: !Ref Load }] }
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: !Ref Flow
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
  Alone:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: clean, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
`,
  ],

  *check({ template }) {
    for (const workflow of glueOf(template).workflows) {
      const { resource, triggers, label } = workflow;
      // Where the workflow and its start are here, its other triggers are taken to be here too.
      if (!resource || startTriggers(workflow).length === 0) continue;
      const actions = triggers.flatMap((trigger) => trigger.actions);
      if (
        actions.some(({ key }) => key === undefined) ||
        triggers.some((trigger) => trigger.resource.repeated)
      )
        continue;
      const started = new Set(actions.map(({ key }) => key));
      for (const { conditions, resource: trigger } of triggers) {
        for (const { key, kind, label: name, span } of conditions) {
          if (key === undefined || started.has(key)) continue;
          yield {
            span,
            message: `No trigger of the workflow "${label}" starts the ${kind} "${name}", so that "${trigger.id}" never fires.`,
            severity: template.kind === 'terraform' ? 'warning' : 'error',
          };
        }
      }
    }
  },
});
