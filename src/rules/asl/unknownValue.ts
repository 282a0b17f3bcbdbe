import { nearest } from '../../expressions/nearest';
import { TreeEditor } from '../../syntax/edit';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/unknown-value',
  subject: 'field',
  only: ({ field: { name, shape } }) =>
    // A state of unknown type is not looked up at all, and has a rule of its own.
    shape.kind === 'string' && shape.values !== undefined && name !== 'Type',
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

  check({ field: { name, shape }, property: { value } }, { machine: { tree } }) {
    if (shape.kind !== 'string' || !shape.values || value?.kind !== 'string') return undefined;
    if (value.dynamic || shape.values.includes(value.value)) return undefined;
    return [finding(tree, name, shape.values, value)];
  },
});

function finding(tree: Tree, name: string, values: readonly string[], value: StringNode): Finding {
  const near = values.length === 1 ? values[0] : nearest(value.value, values);
  const list = values.map((word) => `"${word}"`).join(', ');
  const takes = values.length === 1 ? `only ${list}` : `one of ${list}`;
  const fix = near && {
    title: `Change to "${near}"`,
    edits: [new TreeEditor(tree).replace(value, near)],
    safe: near.toLowerCase() === value.value.toLowerCase(),
  };
  return {
    span: value.span,
    message: `"${name}" takes ${takes}, and here stands "${value.value}".`,
    fixes: fix ? [fix] : undefined,
  };
}
