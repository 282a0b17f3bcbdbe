import { glueOf, type GlueTrigger } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule, side, type Fix } from '../rule';
import { triggerConstructs } from './triggerConstructs';

export default defineRule({
  id: 'glue/trigger-not-activated',
  subject: 'template',
  severity: 'error',
  summary: 'A conditional or scheduled Glue trigger of a template is activated when it is made.',
  why: 'CloudFormation makes such a trigger and leaves it in the state CREATED, in which it never fires. The pipeline stops behind the first step, without an error.',
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-glue-trigger.html#cfn-glue-trigger-startoncreation',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: «CONDITIONAL»
      WorkflowName: !Ref Nightly
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
`,
      fixed: `Resources:
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: !Ref Nightly
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
`,
    },
    {
      text: `{ "Resources": {
  "Nightly": { "Type": "AWS::Glue::Trigger", "Properties": {
    "Type": «"SCHEDULED"»,
    "Schedule": "cron(0 3 * * ? *)",
    "Actions": [{ "JobName": "load" }]
  } }
} }`,
      fixed: `{ "Resources": {
  "Nightly": { "Type": "AWS::Glue::Trigger", "Properties": {
    "Type": "SCHEDULED",
    "StartOnCreation": true,
    "Schedule": "cron(0 3 * * ? *)",
    "Actions": [{ "JobName": "load" }]
  } }
} }`,
    },
    {
      text: `from aws_cdk import aws_glue as glue

def after(scope):
    return glue.CfnTrigger(scope, "After", type=«"CONDITIONAL"», actions=[], predicate=None)
`,
    },
  ],
  good: [
    `Resources:
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Nightly, Actions: [{ JobName: load }] }
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
  Maybe:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: !Ref Active }
`,
  ],

  *check({ template }) {
    // Terraform activates a trigger unless it is told not to.
    if (template.kind === 'terraform') return;
    for (const trigger of glueOf(template).triggers) {
      const { resource, type, typeNode } = trigger;
      if ((type !== 'CONDITIONAL' && type !== 'SCHEDULED') || !typeNode) continue;
      const written = property(resource.properties, 'StartOnCreation');
      if (written && template.literal(written.value) !== 'false') continue;
      yield {
        span: typeNode.span,
        message: written
          ? `"${resource.id}" is made and not activated, so that it never fires until somebody starts it.`
          : `"${resource.id}" is made and never activated, so that it does not fire.`,
        // Who writes "false" may activate it in another way.
        severity: written ? 'info' : 'error',
        fixes: written ? [] : activate(trigger, template),
      };
    }
  },

  sides: [side('code', triggerConstructs)],
});

function activate({ resource }: GlueTrigger, template: Template): Fix[] {
  const type = property(resource.properties, 'Type');
  const edit = new TreeEditor(template.tree).add(resource.properties, 'StartOnCreation', true, type);
  return [{ title: 'Activate the trigger when it is made', edits: [edit], safe: true }];
}
