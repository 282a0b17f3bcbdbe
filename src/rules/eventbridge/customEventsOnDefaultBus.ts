import { eventRulesOf } from '../../model/resources/eventRules';
import { exactTexts, patternFields, patternOf } from '../../model/resources/patterns';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/custom-events-on-default-bus',
  subject: 'template',
  severity: 'hint',
  summary: "Events of one's own have a bus of their own.",
  why: "On the default bus one's own events share quotas, archives and permissions with everything that AWS sends. A bus of their own can be archived, replayed and shared by itself.",
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Ordered:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { «source»: [com.example.orders], detail-type: [Order Placed] }
`,
    },
  ],
  good: [
    `Resources:
  Ordered:
    Type: AWS::Events::Rule
    Properties: { EventBusName: !Ref Bus, EventPattern: { source: [com.example.orders] } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [aws.s3] } }
`,
  ],

  *check({ located }) {
    for (const { bus, properties, name, patterns } of eventRulesOf(located)) {
      if (bus || property(properties, 'EventBusName')) continue;
      for (const embedded of patterns) {
        const source = patternFields(patternOf(embedded)).find(({ path }) => path === 'source');
        const texts = source && exactTexts(source);
        if (!source || !texts?.length || texts.some((text) => text.startsWith('aws.'))) continue;
        yield {
          span: source.key.span,
          message: `"${name}" takes events of one's own ("${texts[0]}") from the default bus.`,
        };
      }
    }
  },
});
