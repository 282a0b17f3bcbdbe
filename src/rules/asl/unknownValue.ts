import { nearest } from '../../expressions/nearest';
import { TreeEditor } from '../../syntax/edit';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/unknown-value',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A field that takes one of a few words has one of them, in the same case.',
  why: 'AWS refuses any other word, such as "jsonata" for "JSONata" or "2.0" as the version of the language.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "QueryLanguage": «"jsonata"», "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
      fixed: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "Version": «"2.0"», "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
      fixed: '{ "Version": "1.0", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"], "JitterStrategy": «"RANDOM"» }], "End": true } } }',
    },
  ],
  good: [
    '{ "Version": "1.0", "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    '{ "QueryLanguage": "${Language}", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
  ],

  *check({ tree, owners }) {
    for (const owner of owners) {
      for (const { property, field } of owner.properties) {
        const { value } = property;
        if (value?.kind !== 'string' || field?.shape.kind !== 'string' || value.dynamic) continue;
        const { values } = field.shape;
        // An unknown type leaves the object without an owner and has a rule of its own.
        if (!values || values.includes(value.value)) continue;
        const near = values.length === 1 ? values[0] : nearest(value.value, values);
        const list = values.map((word) => `"${word}"`).join(', ');
        const takes = values.length === 1 ? `only ${list}` : `one of ${list}`;
        yield {
          span: value.span,
          message: `"${field.name}" takes ${takes}, and here stands "${value.value}".`,
          fixes: near
            ? [
                {
                  title: `Change to "${near}"`,
                  edits: [new TreeEditor(tree).replace(value, near)],
                  safe: near.toLowerCase() === value.value.toLowerCase(),
                },
              ]
            : undefined,
        };
      }
    }
  },
});
