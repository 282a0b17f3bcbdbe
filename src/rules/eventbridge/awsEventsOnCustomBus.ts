import { eventRulesOf, type EventRule } from '../../model/resources/eventRules';
import { exactTexts, patternFields, patternOf } from '../../model/resources/patterns';
import type { Template } from '../../model/template';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/aws-events-on-custom-bus',
  subject: 'template',
  severity: 'warning',
  summary: 'A rule for events of AWS services is on the default bus.',
  why: 'AWS services send their events to the default bus only. On another bus the rule never fires, unless something forwards the events to it.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: orders } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref «Bus»
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
`,
    },
  ],
  good: [
    `Resources:
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: orders } }
  Ordered:
    Type: AWS::Events::Rule
    Properties: { EventBusName: !Ref Bus, EventPattern: { source: [shop] } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties: { EventBusName: default, EventPattern: { source: [aws.s3] } }
  Partner:
    Type: AWS::Events::Rule
    Properties: { EventBusName: aws.partner/shop, EventPattern: { source: [{ prefix: aws.partner }] } }
`,
    `Resources:
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: central } }
  Forward:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [aws.s3] }, Targets: [{ Id: bus, Arn: !GetAtt Bus.Arn, RoleArn: !Ref Role }] }
  Uploaded:
    Type: AWS::Events::Rule
    Properties: { EventBusName: !Ref Bus, EventPattern: { source: [aws.s3] } }
`,
  ],

  *check({ located, template }) {
    const rules = eventRulesOf(located);
    for (const rule of rules) {
      if (!rule.bus) continue;
      const own = template.reference(rule.bus)?.resource;
      // Only of a bus of this template can be known what reaches it.
      if (own === undefined || isFed(own, rules, template) || !isForAws(rule)) continue;
      yield {
        span: rule.bus.span,
        message: `Events of AWS services go to the default bus, and "${rule.name}" listens on "${own}".`,
      };
    }
  },
});

/** True where another rule or another account may send to the bus. */
function isFed(bus: string, rules: readonly EventRule[], template: Template): boolean {
  const named = (node: Parameters<Template['references']>[0]): boolean =>
    template.references(node).some(({ resource }) => resource === bus);
  return (
    rules.some(({ targets }) => targets.some(({ arn }) => named(arn))) ||
    template.ofType('AWS::Events::EventBusPolicy').some(({ properties }) => named(properties))
  );
}

function isForAws({ patterns }: EventRule): boolean {
  return patterns.some((embedded) => {
    const source = patternFields(patternOf(embedded)).find(({ path }) => path === 'source');
    const texts = source && exactTexts(source);
    return texts?.every((text) => /^aws\.(?!partner)/.test(text)) ?? false;
  });
}
