import { nearest } from '../../expressions/nearest';
import type { JsonataExpression } from '../../model/expressions';
import { reservedFields, WITH_RESULT } from '../../model/reservedFields';
import { defineRule, type Finding } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/states-field',
  subject: 'jsonata',
  severity: 'error',
  summary: 'An expression reads of "$states" what exists where it stands.',
  why: '"$states.result" exists in Output and Assign of a Task, Parallel or Map, "$states.errorOutput" in those of a catcher; elsewhere AWS refuses them as UNSUPPORTED_JSONATA_EXPRESSION.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.«errorOutput».Cause %}", "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.«inputs».id %}", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.id %}", "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": "{% $states.«result».delay %}", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }], "Output": "{% $states.result[0] %}", "Catch": [{ "ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Next": "F" }], "End": true }, "F": { "Type": "Fail", "Cause": "{% $states.input.Cause %}" } } }',
  ],

  check({ node, place, parsed }, { machine: { tree } }) {
    let found: Finding[] | undefined;
    for (const { name, path } of parsed.references) {
      const step = path.at(0);
      if (name !== 'states' || !step) continue;
      const problem = judge(place, step.name);
      if (!problem) continue;
      const { start, end } = step;
      (found ??= []).push(findingIn(tree, node, { start, end, ...problem }));
    }
    return found;
  },
});

function judge(
  { owner, field, state }: JsonataExpression['place'],
  name: string,
): { message: string; suggestion?: string } | undefined {
  const here = reservedFields(owner.kind, field.name);
  if (here.includes(name)) return undefined;
  if (name === 'result') {
    const message = WITH_RESULT.has(state.type ?? '')
      ? `"$states.result" exists in "Output" and "Assign" of "${state.name}" only, when there is a result.`
      : `"$states.result" does not exist in a ${state.type} state.`;
    return { message };
  }
  if (name === 'errorOutput')
    return { message: '"$states.errorOutput" exists in "Output" and "Assign" of a catcher only.' };
  const suggestion = nearest(name, here);
  return { message: `"$states" has no "${name}".`, suggestion };
}
