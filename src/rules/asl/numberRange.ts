import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/number-range',
  subject: 'field',
  only: ({ field: { shape } }) => shape.kind === 'integer' || shape.kind === 'number',
  severity: 'error',
  summary: 'A number lies in the range of its field.',
  why: 'AWS refuses a number below the minimum or above the maximum, such as a timeout of 0 seconds or a "BackoffRate" below 1.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "TimeoutSeconds": «0», "HeartbeatSeconds": «100000000», "Retry": [{ "ErrorEquals": ["States.ALL"], "BackoffRate": «0.5» }], "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailurePercentage": «101», "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "TimeoutSeconds": 0, "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "TimeoutSeconds": 99999999, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 0, "MaxAttempts": 0, "BackoffRate": 1.0 }], "End": true } } }',
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailurePercentage": 0.5, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
  ],

  check({ field: { name, shape }, property: { value } }) {
    if (value?.kind !== 'number' || (shape.kind !== 'integer' && shape.kind !== 'number')) return undefined;
    const { min = -Infinity, max = Infinity } = shape;
    const number = Number(value.value);
    if (number >= min && number <= max) return undefined;
    const limit = number < min ? `at least ${min}` : `at most ${max}`;
    return [{ span: value.span, message: `"${name}" is ${limit}, and here it is ${value.raw}.` }];
  },
});
