import { busKind as kindOf, busMembers } from '../../model/resources/eventBuses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/bus-kind',
  subject: 'template',
  severity: 'warning',
  summary: 'Rules are on a Classic event bus, and subscribers on a Custom Event Bus.',
  why: 'Since 2026 there are two kinds of buses with APIs of their own. A rule does not see the events of a Custom Event Bus, and a subscriber does not see those of a Classic one.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
  note: 'eventbridge#the-new-bus',
  bad: [
    {
      text: `Resources:
  Orders: { Type: AWS::EventsV2::EventBus, Properties: { Name: orders } }
  Old: { Type: AWS::Events::EventBus, Properties: { Name: old } }
  Placed:
    Type: AWS::Events::Rule
    Properties: { EventBusName: !Ref «Orders», EventPattern: { source: [shop] } }
  Ship:
    Type: AWS::EventsV2::Subscriber
    Properties: { EventBusArn: !GetAtt «Old.Arn», TargetArn: !GetAtt Ship.Arn, OnFailureConfiguration: { DestinationArn: !GetAtt Lost.Arn } }
`,
    },
  ],
  good: [
    `Resources:
  Orders: { Type: AWS::EventsV2::EventBus, Properties: { Name: orders } }
  Old: { Type: AWS::Events::EventBus, Properties: { Name: old } }
  Placed:
    Type: AWS::Events::Rule
    Properties: { EventBusName: !Ref Old, EventPattern: { source: [shop] } }
  Ship:
    Type: AWS::EventsV2::Subscriber
    Properties: { EventBusArn: !GetAtt Orders.Arn, TargetArn: !GetAtt Ship.Arn, OnFailureConfiguration: { DestinationArn: !GetAtt Lost.Arn } }
`,
  ],

  *check({ template }) {
    for (const { resource, kind, named, bus } of busMembers(template)) {
      if (kindOf(bus) === kind) continue;
      yield {
        span: named.span,
        message:
          kind === 'classic'
            ? `"${bus.id}" is a Custom Event Bus, whose events go to subscribers; "${resource.id}" is for a Classic event bus.`
            : `"${bus.id}" is a Classic event bus, whose events go to rules; "${resource.id}" subscribes to a Custom Event Bus.`,
        related: [{ span: bus.key, message: `"${bus.id}" is declared here.` }],
      };
    }
  },
});
