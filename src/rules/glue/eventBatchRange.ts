import { glueOf } from '../../model/resources/glue';
import { getObject, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

/** Bounds of the batching condition. "Restrictions for workflows in AWS Glue", 2026. */
const RANGES: Readonly<Record<string, readonly [min: number, max: number, unit: string]>> = {
  BatchSize: [1, 100, 'events'],
  BatchWindow: [1, 900, 'seconds'],
};

export default defineRule({
  id: 'glue/event-batch-range',
  subject: 'template',
  severity: 'error',
  summary: 'A Glue trigger collects at most 100 events for at most 900 seconds.',
  why: 'AWS refuses a trigger with other numbers.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_EventBatchingCondition.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Uploaded:
    Type: AWS::Glue::Trigger
    Properties:
      Type: EVENT
      EventBatchingCondition: { BatchSize: «500», BatchWindow: «0» }
`,
    },
  ],
  good: [
    `Resources:
  Uploaded:
    Type: AWS::Glue::Trigger
    Properties: { Type: EVENT, EventBatchingCondition: { BatchSize: 100, BatchWindow: !Ref Window } }
`,
  ],

  *check({ template }) {
    for (const { resource } of glueOf(template).triggers) {
      const condition = getObject(resource.properties, 'EventBatchingCondition');
      for (const [name, [min, max, unit]] of Object.entries(RANGES)) {
        const value = property(condition, name)?.value;
        const number = Number(template.literal(value) ?? NaN);
        if (!value || Number.isNaN(number) || (number >= min && number <= max)) continue;
        yield {
          span: value.span,
          message: `"${name}" of "${resource.id}" is ${number}, and takes ${min} to ${max} ${unit}.`,
        };
      }
    }
  },
});
