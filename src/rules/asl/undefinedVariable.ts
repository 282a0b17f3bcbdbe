import { nearest } from '../../expressions/nearest';
import type { StateMachine } from '../../model/stateMachine';
import { variableFlow } from '../../model/variableFlow';
import { variablesOf, visibleScopes, type Assignment, type VariableRead } from '../../model/variables';
import { defineRule, type Finding } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/undefined-variable',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A variable has a value before a state reads it.',
  why: 'AWS deploys a definition that reads a variable which nothing has assigned; the execution then fails at that state.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "t.$": "«$totl»" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "t.$": "$total" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% «$total» + 1 %}", "Next": "B" }, "B": { "Type": "Pass", "Assign": { "total": 1 }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "Assign": { "seen": 1 }, "End": true } } }, "Next": "A" }, "A": { "Type": "Pass", "Output": "{% «$seen» %}", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "B" }, "B": { "Type": "Pass", "Output": "{% ( $twice := $total * 2; $sum([$twice, $total]) ) %}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "who": "x" }, "Next": "M" }, "M": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "Parameters": { "a.$": "States.Format(\'{}\', $who)" }, "End": true } } }, "End": true } } }',
  ],

  *check(machine) {
    for (const read of variablesOf(machine).reads) yield* judge(machine, read);
  },
});

function* judge(machine: StateMachine, read: VariableRead): Iterable<Finding> {
  const { name, node, start, end, state, guarded } = read;
  if (guarded || node.value.startsWith('${', start)) return;
  const finding = (message: string, suggestion?: string): Finding =>
    findingIn(machine.tree, node, { start, end, message, suggestion });
  const { assignments, byScope } = variablesOf(machine);
  const visible = visibleScopes(state.scope).map((scope) => byScope.get(scope));
  if (!visible.some((names) => names?.has(name))) {
    const near = nearest(
      name,
      visible.flatMap((names) => [...(names?.keys() ?? [])]),
    );
    yield finding(
      elsewhere(assignments, read) ?? `Nothing assigns the variable "$${name}".`,
      near && `$${near}`,
    );
    return;
  }
  const availability = variableFlow(machine).at(state, name);
  if (availability === 'never') {
    yield finding(`"$${name}" has no value in "${state.name}": it is assigned only after it.`);
  } else if (availability === 'sometimes') {
    yield {
      ...finding(`"$${name}" has no value on some ways to "${state.name}".`),
      severity: 'info',
    };
  }
}

/** Why a variable that does exist cannot be seen from here. */
function elsewhere(assignments: readonly Assignment[], { name, state }: VariableRead): string | undefined {
  if (name === 'states') return '"$states" exists in JSONata states only.';
  const other = assignments.find((assignment) => assignment.name === name);
  if (!other) return undefined;
  if (state.scope.distributed && !other.state.scope.distributed) {
    return `"$${name}" is a variable outside of the Distributed Map, whose child executions cannot read it.`;
  }
  return `"$${name}" is assigned in "${other.state.name}", on a level whose variables are not seen here.`;
}
