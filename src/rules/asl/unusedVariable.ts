import type { Scope, StateMachine } from '../../model/stateMachine';
import { variablesOf, visibleScopes, type Assignment } from '../../model/variables';
import { TreeEditor } from '../../syntax/edit';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'asl/unused-variable',
  subject: 'stateMachine',
  severity: 'hint',
  summary: 'A variable that is assigned is read somewhere.',
  why: 'A variable that nothing reads is carried along to the end of the execution, and a reader looks for its use.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "day.$": "$.day", «"total"»: 0 }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "d.$": "$day" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "day.$": "$.day" }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "d.$": "$day" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { «"total"»: 0 }, "Next": "B" }, "B": { "Type": "Pass", "Output": "{% ( $total := 1; $total ) %}", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Output": "{% ( $total := 1; $total ) %}", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "n": 0 }, "Next": "B" }, "B": { "Type": "Choice", "Choices": [{ "Condition": "{% $n < 3 %}", "Assign": { "n": "{% $n + 1 %}" }, "Next": "B" }], "Default": "C" }, "C": { "Type": "Succeed" } } }',
    // It is read in an iteration.
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "who": "x" }, "Next": "M" }, "M": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "Parameters": { "a.$": "$who" }, "End": true } } }, "End": true } } }',
  ],

  *check(machine) {
    const { assignments, reads } = variablesOf(machine);
    if (assignments.length === 0) return;
    const read = new Map<Scope, Set<string>>();
    for (const { name, state } of reads) {
      for (const scope of visibleScopes(state.scope)) {
        const names = read.get(scope);
        if (names) names.add(name);
        else read.set(scope, new Set([name]));
      }
    }
    for (const assignment of assignments) {
      const { name, property, state } = assignment;
      if (property.dynamic || read.get(state.scope)?.has(name)) continue;
      yield {
        span: property.key.span,
        message: `Nothing reads the variable "${name}".`,
        tag: 'unnecessary',
        fixes: [removal(machine, assignment)],
      };
    }
  },
});

/** Takes the assignment out, with the whole of "Assign" where it is the only one. */
function removal({ tree }: StateMachine, { name, key }: Assignment): Fix {
  const property = key.parent?.kind === 'property' ? key.parent : undefined;
  const around = property?.parent.parent;
  const all = property?.parent.properties.length === 1 && around?.kind === 'property' ? around : property;
  return { title: `Remove "${name}"`, edits: [all && new TreeEditor(tree).remove(all)] };
}
