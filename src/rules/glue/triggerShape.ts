import { glueOf, startTriggers, type GlueTrigger } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { get, property } from '../../syntax/navigate';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'glue/trigger-shape',
  subject: 'template',
  severity: 'error',
  summary: 'A Glue trigger has what its type needs, and a workflow one trigger that starts it.',
  why: 'AWS refuses a schedule without an expression, a condition without a predicate, an on-demand trigger that is to be activated, and a second start trigger of a workflow.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_CreateTrigger.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: «SCHEDULED», StartOnCreation: true, Actions: [{ JobName: load }] }
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties: { Type: «CONDITIONAL», StartOnCreation: true, Actions: [{ JobName: report }] }
  ByHand:
    Type: AWS::Glue::Trigger
    Properties: { Type: «ON_DEMAND», StartOnCreation: true, Actions: [{ JobName: load }] }
`,
    },
    {
      text: `Resources:
  Flow: { Type: AWS::Glue::Workflow }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
  ByHand:
    Type: AWS::Glue::Trigger
    Properties: { Type: «ON_DEMAND», WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, WorkflowName: !Ref Flow, Actions: [{ JobName: load }] }
  ByHand:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, Actions: [{ JobName: load }] }
  Given:
    Type: AWS::Glue::Trigger
    Properties: { Type: !Ref Kind, Actions: [{ JobName: load }] }
`,
  ],

  *check({ template }) {
    const { triggers, workflows } = glueOf(template);
    for (const trigger of triggers) yield* judge(trigger, template);
    for (const workflow of workflows) {
      const [first, second] = startTriggers(workflow).filter(isCertain);
      if (!second?.typeNode) continue;
      yield {
        span: second.typeNode.span,
        message: `The workflow "${workflow.label}" is started by "${first.resource.id}" already, and AWS takes one start trigger.`,
      };
    }
  },
});

/** True for a trigger that is surely there, and surely starts its workflow. */
function isCertain({ type, resource }: GlueTrigger): boolean {
  const starts = type === 'ON_DEMAND' || type === 'SCHEDULED' || type === 'EVENT';
  return starts && !resource.repeated && !resource.condition;
}

function* judge({ resource, type, typeNode }: GlueTrigger, template: Template): Iterable<Finding> {
  const { id, properties } = resource;
  if (!typeNode) return;
  const { span } = typeNode;
  if (type === 'SCHEDULED' && !property(properties, 'Schedule')) {
    yield { span, message: `The trigger "${id}" is scheduled and has no "Schedule".` };
  } else if (type === 'CONDITIONAL' && !property(properties, 'Predicate')) {
    yield { span, message: `The trigger "${id}" is conditional and has no "Predicate".` };
  } else if (type === 'ON_DEMAND' && template.literal(get(properties, 'StartOnCreation')) === 'true') {
    yield {
      span,
      message: `The trigger "${id}" is started on demand, and cannot be activated by "StartOnCreation".`,
    };
  }
}
