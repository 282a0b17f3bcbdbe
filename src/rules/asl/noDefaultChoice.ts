import { coversEverything } from '../../model/choiceCoverage';
import type { State } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'asl/no-default-choice',
  subject: 'state',
  only: (layout) => layout?.kind === 'Choice' && !layout.has('Default'),
  severity: 'warning',
  summary: 'A Choice has a "Default", unless its rules leave nothing over.',
  why: 'Input that no rule applies to fails the execution with "States.NoChoiceMatched".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  note: 'step-functions#choices',
  bad: [
    {
      text: '{ "StartAt": "C", "States": { «"C"»: { "Type": "Choice", "Choices": [{ "Variable": "$.kind", "StringEquals": "a", "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.kind", "StringEquals": "a", "Next": "A" }], "Default": "C: no rule applies" }, "A": { "Type": "Succeed" }, "C: no rule applies": {"Type":"Fail","Error":"NoRuleApplies","Cause":"None of the rules of C applies to the input."} } }',
    },
  ],
  good: [
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "A" }, { "Variable": "$.a", "IsPresent": false, "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "NumericLessThan": 5, "Next": "A" }, { "Variable": "$.a", "NumericGreaterThanEquals": 5, "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.ok %}", "Next": "A" }, { "Condition": "{% $not($states.input.ok) %}", "Next": "A" }] }, "A": { "Type": "Succeed" } } }',
  ],

  check(state, { machine: { tree } }) {
    const { node, name, choiceRules } = state;
    if (choiceRules.length === 0 || property(node, 'Default')) return undefined;
    if (coversEverything(choiceRules)) return undefined;
    return [
      {
        span: state.key.span,
        message: `"${name}" has no "Default" for input that none of its rules applies to.`,
        fixes: failByDefault(tree, state),
      },
    ];
  },
});

/** A failure with a name of its own, which is easier to catch and to find than that of Step Functions. */
function failByDefault(tree: Tree, { name, node, scope, property: { parent } }: State): Fix[] {
  const target = `${name.slice(0, LONGEST)}: no rule applies`;
  if (scope.byName.has(target)) return [];
  const editor = new TreeEditor(tree);
  const cause = `None of the rules of ${name} applies to the input.`;
  const failure = { Type: 'Fail', Error: 'NoRuleApplies', Cause: cause };
  const edits = [
    editor.add(node, 'Default', target, property(node, 'Choices')),
    editor.add(parent, target, failure),
  ];
  return [{ title: 'Add a "Default" that fails', edits }];
}

/** With its ending the name of the new state stays within the 80 characters that a name may have. */
const LONGEST = 60;
