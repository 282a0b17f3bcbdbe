import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/empty-value',
  subject: 'field',
  only: ({ field: { shape } }) =>
    (shape.kind === 'array' && shape.minItems !== undefined) ||
    (shape.kind === 'string' && shape.minLength !== undefined),
  severity: 'error',
  summary: 'A list or text that AWS needs is not empty.',
  why: 'AWS refuses a Choice without rules, a Parallel without branches, an "ErrorEquals" without error names and an empty "Label".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": «[]», "Default": "B" }, "B": { "Type": "Succeed" } } }',
    },
    { text: '{ "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": «[]», "End": true } } }' },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": «""», "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "Catch": [{ "ErrorEquals": «[]», "Next": "B" }], "Next": "B" }, "B": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }], "Retry": [], "Catch": [], "End": true } } }',
  ],

  check({ field: { name, shape }, property: { value } }) {
    const empty =
      (value?.kind === 'array' && value.items.length === 0) ||
      (value?.kind === 'string' && value.value === '');
    if (!empty || value.kind !== shape.kind) return undefined;
    return [{ span: value.span, message: `"${name}" is empty.` }];
  },
});
