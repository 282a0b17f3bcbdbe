import { parseJsonata } from '../../expressions/jsonata';
import { variablesOf } from '../../model/variables';
import { TreeEditor } from '../../syntax/edit';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/literal-jsonata',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A "{% %}" stands where it is evaluated: in a JSONata state, as the whole text.',
  why: 'Anywhere else it is plain text. AWS deploys the definition and passes on the text, braces and all.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id": «"{% $states.input.id %}"» }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "id": «" {% $states.input.id %}"» }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "text": «"Order {% $states.input.id %}"» }, "End": true } } }',
    },
    // Without the space AWS would refuse it.
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "id": «" {% order.id %}"» }, "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Comment": "{% %}", "Output": { "text": "{% \'Order \' & $states.input.id %}", "share": "100%" }, "End": true } } }',
  ],

  *check(machine) {
    const assigned = new Set(variablesOf(machine).assignments.map(({ name }) => name));
    for (const { node, place } of machine.expressions.literals) {
      const { value, span } = node;
      if (!/\{%[^]*%\}/.test(value)) continue;
      if (place.owner.queryLanguage === 'JSONPath') {
        yield {
          span,
          message: `This "{% %}" is plain text, because "${place.state.name}" is a JSONPath state.`,
        };
        continue;
      }
      const trimmed = value.trim();
      const whole = /^\{%(?:(?!\{%)[^])*%\}$/.test(trimmed);
      yield {
        span,
        message: 'This "{% %}" is plain text, because something stands around it in the same text.',
        fixes:
          whole && isClean(trimmed, assigned)
            ? [
                {
                  title: 'Remove the space around it',
                  edits: [new TreeEditor(machine.tree).replace(node, trimmed)],
                },
              ]
            : undefined,
      };
    }
  },
});

/** True for an expression that can be read once it is one. */
function isClean(text: string, assigned: ReadonlySet<string>): boolean {
  const { problems, topLevel, references } = parseJsonata(text);
  return (
    problems.length === 0 &&
    topLevel.length === 0 &&
    references.every(({ name }) => name === 'states' || assigned.has(name))
  );
}
