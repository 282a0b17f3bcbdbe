import { variableFlow } from '../../model/variableFlow';
import { variablesOf, visibleScopes } from '../../model/variables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/variable-scope',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A branch or an iteration assigns only variables of its own.',
  why: 'What runs in a Parallel or Map reads the variables around it and cannot assign them, nor have one of the same name: that is refused.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "total": 0 }, "Next": "M" }, "M": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "Assign": { «"total.$"»: "$.n" }, "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    // The catcher of the Parallel assigns only when its branches are over.
    '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } }], "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "x": 2 }, "Next": "F" }], "End": true }, "F": { "Type": "Fail" } } }',
    '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } }, { "StartAt": "B", "States": { "B": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } }], "End": true } } }',
  ],

  *check(machine) {
    const { assignments, byScope } = variablesOf(machine);
    for (const { name, property, state } of assignments) {
      const { owner } = state.scope;
      if (!owner || property.dynamic) continue;
      const [, ...outer] = visibleScopes(state.scope);
      const other = outer.map((scope) => byScope.get(scope)?.get(name)).find((found) => found);
      // What the outer level assigns only later, AWS lets pass.
      if (!other || (variableFlow(machine).at(owner, name) ?? 'never') === 'never') continue;
      yield {
        span: property.key.span,
        message: `"${name}" is a variable of the level around this one, where "${other.state.name}" assigns it.`,
        related: [{ span: other.key.span, message: `"${name}" is assigned here.` }],
      };
    }
  },
});
