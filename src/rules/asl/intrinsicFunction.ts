import { expressionsOf } from '../../model/expressions';
import { defineRule } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/intrinsic-function',
  subject: 'stateMachine',
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

  *check(machine) {
    const calls = expressionsOf(machine).paths.filter(
      ({ kind, node }) => kind === 'pathOrIntrinsic' && node.value.startsWith('States.'),
    );
    for (const { node, parsed } of calls) {
      for (const problem of parsed.problems) yield findingIn(machine.tree, node, problem, true);
      for (const warning of parsed.warnings)
        yield { ...findingIn(machine.tree, node, warning, true), severity: 'warning' };
    }
  },
});
