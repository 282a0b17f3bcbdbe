import { coversEverything } from '../../model/choiceCoverage';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/no-default-choice',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A Choice has a "Default", unless its rules leave nothing over.',
  why: 'Input that no rule applies to fails the execution with "States.NoChoiceMatched".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  bad: [
    {
      text: '{ "StartAt": "C", "States": { «"C"»: { "Type": "Choice", "Choices": [{ "Variable": "$.kind", "StringEquals": "a", "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "A" }, { "Variable": "$.a", "IsPresent": false, "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "NumericLessThan": 5, "Next": "A" }, { "Variable": "$.a", "NumericGreaterThanEquals": 5, "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.ok %}", "Next": "A" }, { "Condition": "{% $not($states.input.ok) %}", "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
  ],

  *check({ states }) {
    for (const { type, node, key, name, choiceRules } of states) {
      if (type !== 'Choice' || choiceRules.length === 0 || property(node, 'Default')) continue;
      if (coversEverything(choiceRules)) continue;
      yield {
        span: key.span,
        message: `"${name}" has no "Default" for input that none of its rules applies to.`,
      };
    }
  },
});
