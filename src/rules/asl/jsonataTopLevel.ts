import { defineRule } from '../rule';
import { findingsIn } from './expressionFinding';

export default defineRule({
  id: 'asl/jsonata-top-level',
  subject: 'jsonata',
  severity: 'error',
  summary: 'An expression starts from "$states" or from a variable, never from a bare name.',
  why: 'Step Functions gives expressions no context item: a bare name or "$" at the top level, and "$$" anywhere, is refused as UNSUPPORTED_JSONATA_EXPRESSION.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "v": "{% «order».id %}" }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "v": "{% $states.input.order.id %}" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% «$».id %}", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.id %}", "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.orders[owner = «$$».user] %}", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.orders[owner = $states.input.user] %}", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.orders[total > 3].id %}", "End": true } } }',
  ],

  check({ node, parsed: { topLevel } }, { machine: { tree } }) {
    return findingsIn(tree, node, topLevel);
  },
});
