import { walk, get } from '../../syntax/navigate';
import type { Property } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/static-result',
  subject: 'state',
  only: (layout) => layout?.kind === 'Pass' && layout.has('Result'),
  severity: 'warning',
  summary: 'The "Result" of a Pass state has no paths in it.',
  why: 'A Result is passed on as it is written, keys that end in ".$" included; "Parameters" is what evaluates paths. AWS warns of it as PASS_RESULT_IS_STATIC.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { «"id.$"»: "$.order.id" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "$.order.id" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "price": "$5" }, "End": true } } }',
  ],

  check({ node }) {
    const result = get(node, 'Result');
    if (result?.kind !== 'object' && result?.kind !== 'array') return undefined;
    return evaluatedLooking(result).map(({ key }) => ({
      span: key.span,
      message: `"${key.value}" is not evaluated in a "Result", which is passed on as it is.`,
    }));
  },
});

function evaluatedLooking(result: Parameters<typeof walk>[0]): Property[] {
  const found: Property[] = [];
  walk(result, (node) => {
    const entry = node.parent;
    if (node.kind !== 'string' || entry?.kind !== 'property' || !entry.name.endsWith('.$')) return;
    if (/^\$|^States\./.test(node.value) && !node.dynamic) found.push(entry);
  });
  return found;
}
