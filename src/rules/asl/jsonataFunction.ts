import { defineRule } from '../rule';
import { findingsIn } from './expressionFinding';

export default defineRule({
  id: 'asl/jsonata-function',
  subject: 'jsonata',
  severity: 'warning',
  summary: 'An expression calls functions that Step Functions has, with as many arguments as they take.',
  why: 'Step Functions runs JSONata 2.0.6 without "$eval" and adds functions of its own. A call of anything else deploys, and fails when it runs.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% «$lenght»($states.input.name) %}", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $length($states.input.name) %}", "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.a «??» 1 %}", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $partition([1, 2, 3], 2) %}", "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% ( $half := function($n) { $n / 2 }; $half(4) ) %}", "End": true } } }',
  ],

  check({ node, parsed: { warnings, arity } }, { machine: { tree } }) {
    if (warnings.length + arity.length === 0) return undefined;
    return findingsIn(tree, node, [...warnings, ...arity]);
  },
});
