import type { ExpressionProblem } from '../../expressions/problem';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';
import { findingIn, findingsIn } from './expressionFinding';

export default defineRule({
  id: 'asl/intrinsic-function',
  subject: 'path',
  only: (kind) => kind === 'pathOrIntrinsic',
  severity: 'error',
  summary: 'A call of an intrinsic function is well formed, and the function exists.',
  why: 'AWS refuses an unknown function, a wrong number of arguments, an escape that does not exist and more than ten calls in each other. Literal arguments that can only fail are told as warnings.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "«States.Fromat»(\'{}\', $.b)" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.Format(\'{}\', $.b)" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.Array(«States.MathAdd»(1))" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.UUID(«$.a»)" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "F", "States": { "F": { "Type": "Fail", "CausePath": "States.Format«(»\'{}\', $.b" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.Format(\'{} of {}\', $.b, States.ArrayLength($.c))", "none.$": "States.Array()" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.Format(\'${Name} {}\', $.b)" }, "End": true } } }',
  ],

  check({ node, parsed }, { machine: { tree } }) {
    if (!node.value.startsWith('States.')) return undefined;
    if (parsed.warnings.length === 0) return findingsIn(tree, node, parsed.problems, true);
    return [...(findingsIn(tree, node, parsed.problems, true) ?? []), ...warned(tree, node, parsed.warnings)];
  },
});

function warned(tree: Tree, node: StringNode, warnings: readonly ExpressionProblem[]): Finding[] {
  return warnings.map((warning) => ({ ...findingIn(tree, node, warning, true), severity: 'warning' }));
}
