import { getString } from '../../syntax/navigate';
import type { StringNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/duplicate-label',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'No two Maps of a machine have the same "Label".',
  why: 'The label tells the map runs of a machine apart; AWS refuses a second one as DUPLICATE_LABEL_NAME.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "L", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "Next": "N" }, "N": { "Type": "Map", "Label": «"L"», "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "L", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "Next": "N" }, "N": { "Type": "Map", "Label": "l", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "End": true } } }',
  ],

  check({ states }) {
    const found: Finding[] = [];
    const first = new Map<string, StringNode>();
    for (const { type, node } of states) {
      const label = type === 'Map' ? getString(node, 'Label') : undefined;
      if (!label || label.dynamic || label.value === '') continue;
      const earlier = first.get(label.value);
      if (!earlier) {
        first.set(label.value, label);
        continue;
      }
      found.push({
        span: label.span,
        message: `Another Map has the label "${label.value}" already.`,
        related: [{ span: earlier.span, message: 'The first one is here.' }],
      });
    }
    return found;
  },
});
