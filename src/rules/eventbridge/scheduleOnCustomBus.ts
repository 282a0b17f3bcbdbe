import { eventRulesOf } from '../../model/resources/eventRules';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/schedule-on-custom-bus',
  subject: 'template',
  severity: 'error',
  summary: 'A scheduled rule is on the default bus.',
  why: 'AWS refuses a schedule on any other, as services and clocks send their events to the default bus only.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Often:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(5 minutes)
      EventBusName: «orders»
      Targets: [{ Id: load, Arn: !Ref Load }]
`,
      fixed: `Resources:
  Often:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(5 minutes)
      Targets: [{ Id: load, Arn: !Ref Load }]
`,
    },
  ],
  good: [
    `Resources:
  Often:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(5 minutes), EventBusName: default }
  Given:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(5 minutes), EventBusName: !Ref Bus }
`,
  ],

  *check({ located, template }) {
    for (const { bus, name, schedules, properties, resource } of eventRulesOf(located)) {
      if (!bus || schedules.length === 0) continue;
      const isOwn = template.reference(bus)?.resource !== undefined;
      const isText = bus.kind === 'string' && !bus.dynamic;
      if (!isOwn && !isText) continue;
      const written = property(properties, 'EventBusName');
      const canWrite = written && resource.writable && template.kind !== 'terraform';
      yield {
        span: bus.span,
        message: `"${name}" is scheduled, and AWS takes schedules on the default bus only.`,
        fixes: canWrite
          ? [
              {
                title: 'Move the rule to the default bus',
                edits: [new TreeEditor(template.tree).remove(written)],
              },
            ]
          : [],
      };
    }
  },
});
