import { get } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/v2-subscriber-no-dlq',
  subject: 'template',
  severity: 'warning',
  summary: 'A subscriber of a custom event bus says where failed events go.',
  why: 'The new bus tries five times within 300 seconds and then drops the event, while a rule of a classic bus tries for 24 hours. An outage of five minutes loses events for good.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-retry.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  «Ship»:
    Type: AWS::EventsV2::Subscriber
    Properties: { EventBusArn: !GetAtt Bus.Arn, TargetArn: !GetAtt Ship.Arn }
`,
    },
  ],
  good: [
    `Resources:
  Ship:
    Type: AWS::EventsV2::Subscriber
    Properties: { EventBusArn: !GetAtt Bus.Arn, OnFailureConfiguration: { DestinationArn: !GetAtt Lost.Arn } }
`,
  ],

  *check({ template }) {
    for (const { id, key, properties } of template.ofType('AWS::EventsV2::Subscriber')) {
      if (get(properties, 'OnFailureConfiguration')) continue;
      yield {
        span: key,
        message: `The subscriber "${id}" drops an event after five tries within 300 seconds, and keeps it nowhere.`,
      };
    }
  },
});
