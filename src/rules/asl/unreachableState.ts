import { endsSomewhere, scopeGraph } from '../../model/scopeGraph';
import type { StateMachine } from '../../model/stateMachine';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/unreachable-state',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'Every state can be reached from the "StartAt" of its level.',
  why: 'A state that no transition leads to is refused as MISSING_TRANSITION_TARGET when the definition is deployed.',
  reference:
    'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, «"Orphan"»: { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, «"B"»: { "Type": "Pass", "Next": "C" }, «"C"»: { "Type": "Pass", "Next": "B" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
    // A misspelt transition is one mistake, not two.
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Sace" }, "Save": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    for (const scope of judgedScopes(machine)) {
      const graph = scopeGraph(scope);
      if (!graph.complete || graph.reachesAll) continue;
      for (const state of scope.states) {
        // Of two states with one name only the last counts, and the other rule says so.
        if (graph.reachable.has(state) || scope.byName.get(state.name) !== state) continue;
        yield {
          span: state.key.span,
          message: `No transition of this level leads to "${state.name}".`,
          tag: 'unnecessary' as const,
        };
      }
    }
  },
});

/** AWS does not look for unreachable states where no state of the machine ends it. */
function judgedScopes(machine: StateMachine): StateMachine['scopes'] {
  return endsSomewhere(machine.scope) ? machine.scopes : [];
}
