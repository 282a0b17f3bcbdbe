import { unclosedJsonata } from '../../expressions/jsonata';
import type { StateMachine } from '../../model/stateMachine';
import { defineRule, type Finding, side } from '../rule';
import { findingIn, findingsIn } from './expressionFinding';

export default defineRule({
  id: 'asl/jsonata-syntax',
  subject: 'jsonata',
  severity: 'error',
  summary: 'What stands in "{% %}" is a JSONata expression, and "{%" is closed by "%}".',
  why: 'Expressions are parsed when the definition is deployed, and one that does not parse is refused as INVALID_JSONATA_EXPRESSION.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.a «+» %}", "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "a": "«{%» $states.input.a" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.a %}« »", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.a %}", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Comment": "{% 1 + %}", "Output": "{% $sum($states.input.a) %}", "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.${Field} %}", "End": true } } }',
  ],

  check({ node, parsed: { problems } }, { machine: { tree } }) {
    return findingsIn(tree, node, problems, true);
  },
  sides: [side('stateMachine', unclosedExpressions)],
});

function* unclosedExpressions(machine: StateMachine): Iterable<Finding> {
  for (const { node } of machine.expressions.unclosed) {
    const problem = unclosedJsonata(node.value);
    if (problem) yield findingIn(machine.tree, node, problem, true);
  }
}
