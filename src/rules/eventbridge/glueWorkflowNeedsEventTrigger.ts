import { glueOf, startTriggers, type GlueTrigger } from '../../model/resources/glue';
import { eventRulesOf } from '../../model/resources/eventRules';
import type { Template } from '../../model/template';
import { defineRule, type Fix } from '../rule';
import { rewrite } from './rewrite';

export default defineRule({
  id: 'eventbridge/glue-workflow-needs-event-trigger',
  subject: 'template',
  severity: 'error',
  summary: 'A Glue workflow that a rule starts begins with a trigger of type EVENT.',
  why: 'EventBridge tells a workflow of an event, and only a trigger of type EVENT takes it. With any other the event is turned down and nothing starts.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/starting-workflow-eventbridge.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Load: { Type: AWS::Glue::Workflow, Properties: { Name: load } }
  Start:
    Type: AWS::Glue::Trigger
    Properties:
      Type: ON_DEMAND
      WorkflowName: !Ref Load
      Actions: [{ JobName: load-orders }]
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - Id: load
          RoleArn: !GetAtt Role.Arn
          «Arn: !Sub 'arn:aws:glue:\${AWS::Region}:\${AWS::AccountId}:workflow/\${Load}'»
`,
      fixed: `Resources:
  Load: { Type: AWS::Glue::Workflow, Properties: { Name: load } }
  Start:
    Type: AWS::Glue::Trigger
    Properties:
      Type: EVENT
      WorkflowName: !Ref Load
      Actions: [{ JobName: load-orders }]
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - Id: load
          RoleArn: !GetAtt Role.Arn
          Arn: !Sub 'arn:aws:glue:\${AWS::Region}:\${AWS::AccountId}:workflow/\${Load}'
`,
    },
  ],
  good: [
    `Resources:
  Load: { Type: AWS::Glue::Workflow, Properties: { Name: load } }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: EVENT, WorkflowName: load, Actions: [{ JobName: load-orders }] }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets: [{ Id: load, RoleArn: !GetAtt Role.Arn, Arn: !Sub 'arn:aws:glue:\${AWS::Region}:\${AWS::AccountId}:workflow/\${Load}' }]
`,
  ],

  *check({ located, template }) {
    for (const { name, targets } of eventRulesOf(located)) {
      for (const { service, resource, arn, span } of targets) {
        if (service !== 'glueWorkflow' || !arn) continue;
        const own = resource ? `#${resource.id}` : undefined;
        const text = /:workflow\/([^/]+)$/.exec(template.literal(arn) ?? '')?.[1];
        const key = own ?? (text && workflowKeyOf(text, template));
        const workflow = glueOf(template).workflows.find((candidate) => candidate.key === key);
        if (!workflow || workflow.triggers.length === 0) continue;
        // A trigger whose type is not known here may be the one.
        if (
          workflow.triggers.some(({ type }) => type === undefined || type === 'EVENT' || type.includes('$'))
        )
          continue;
        yield {
          span,
          message: `"${name}" starts the workflow "${workflow.label}", which has no trigger of type EVENT.`,
          fixes: toEvent(startTriggers(workflow), template),
        };
      }
    }
  },
});

function workflowKeyOf(name: string, template: Template): string | undefined {
  const found = glueOf(template).workflows.find(({ label }) => label === name);
  return found?.key;
}

function toEvent([first, ...others]: readonly GlueTrigger[], template: Template): Fix[] {
  if (first?.type !== 'ON_DEMAND' || others.length > 0 || first.typeNode?.kind !== 'string') return [];
  const edit = rewrite(first.typeNode, 'EVENT', template.tree);
  return template.kind === 'terraform'
    ? []
    : [{ title: `Make "${first.resource.id}" a trigger of type EVENT`, edits: [edit], safe: true }];
}
