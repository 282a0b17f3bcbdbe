import { QUOTAS } from '../../catalog/quotas';
import { defineRule } from '../rule';

const LIMIT = QUOTAS.stateNameCharacters.value;

export default defineRule({
  id: 'asl/state-name-too-long',
  subject: 'state',
  severity: 'error',
  summary: 'The name of a state has at most 80 characters.',
  why: 'AWS refuses a longer one as INVALID_STATE_NAME; what more there is to say fits into "Comment".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  bad: [
    {
      text: '{ "StartAt": "Wait until the orders of the day before yesterday have arrived in the bucket of the shop", "States": { «"Wait until the orders of the day before yesterday have arrived in the bucket of the shop"»: { "Type": "Succeed" } } }',
    },
  ],
  good: ['{ "StartAt": "Wait for orders", "States": { "Wait for orders": { "Type": "Succeed" } } }'],

  check({ name, property }) {
    if (name.length <= LIMIT || property.dynamic) return undefined;
    const { length } = [...name];
    if (length <= LIMIT) return undefined;
    return [
      {
        span: property.key.span,
        message: `The name of this state has ${length} characters, and ${LIMIT} are allowed.`,
      },
    ];
  },
});
