import { QUOTAS } from '../../catalog/quotas';
import type { StateMachine } from '../../model/stateMachine';
import { headingOf } from '../../syntax/heading';
import { jsonLength } from '../../syntax/jsonLength';
import { defineRule } from '../rule';

const LIMIT = QUOTAS.definitionBytes.value;

/** From here on a definition comes near its limit. */
const NEAR = 0.9;

export default defineRule({
  id: 'asl/definition-too-large',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A definition has at most 1 MB.',
  why: 'AWS refuses a larger one, and the limit cannot be raised: a part of the work has to become a machine of its own. From 90 % on there is a warning.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  bad: [
    {
      text: `«{ "StartAt": "A", "States": { "A": { "Type": "Succeed", "Comment": "${'1234567890'.repeat(104_860)}" } } }»`,
    },
    {
      text: `«{ "StartAt": "A", "States": { "A": { "Type": "Succeed", "Comment": "${'1234567890'.repeat(95_000)}" } } }»`,
    },
  ],
  good: ['{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }'],

  *check(machine) {
    const { root, tree } = machine;
    if (root.span.end - root.span.start < LIMIT / 2) return;
    const size = sizeOf(machine);
    if (size <= LIMIT * NEAR) return;
    const message = `The definition has ${size.toLocaleString('en')} characters, and ${LIMIT.toLocaleString('en')} are allowed.`;
    yield { span: headingOf(tree, root), message, severity: size > LIMIT ? 'error' : 'warning' };
  },
});

/** JSON in a file of its own goes to AWS as it is; everything else is first turned into JSON without blanks. */
function sizeOf({ root, tree }: StateMachine): number {
  const asIs = tree.format === 'json' && root === tree.root;
  return asIs ? tree.source.text.length : jsonLength(root);
}
