import type { Field } from '../../catalog/fieldTypes';
import { fieldsOf } from '../../catalog/fields';
import type { FieldOwner } from '../../model/owners';
import { TreeEditor } from '../../syntax/edit';
import { get, property, walk } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'asl/mixed-query-language',
  subject: 'field',
  only: ({ field, layout: { queryLanguage } }) =>
    queryLanguage !== undefined && !field.languages.includes(queryLanguage) && !isCondition(field),
  severity: 'error',
  summary: 'A state has only fields of its own query language.',
  why: 'AWS refuses JSONPath fields such as "InputPath" in a JSONata state and JSONata fields such as "Output" in a JSONPath state. A state inside a Map or Parallel takes its language from itself or the machine, never from the Map or Parallel.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", «"InputPath"»: "$.a", «"ResultPath"»: "$.b", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", «"Output"»: { "a": 1 }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": 1 }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", «"Parameters"»: { "QueueUrl": "q", "MessageBody": "m" }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "q", "MessageBody": "m" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": "B" }], «"OutputPath"»: "$.a" }, "B": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "QueryLanguage": "JSONata", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Succeed", «"Output"»: 1 } } }], "End": true } } }',
      fixed:
        '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "QueryLanguage": "JSONata", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Succeed", "QueryLanguage": "JSONata", "Output": 1 } } }], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "JSONata", "Assign": { "a": 1 }, "Output": 1, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.a", "Assign": { "b": 1 }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "jsonata", "Output": 1, "InputPath": "$", "End": true } } }',
    '{ "QueryLanguage": "${Language}", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } } }',
  ],

  check({ owner, property, field }, { machine: { tree } }) {
    return [
      {
        span: property.key.span,
        message: `"${field.name}" is a field of ${field.languages.join()}, and this state is written in ${owner.queryLanguage}.`,
        fixes: fixes(tree, owner, property),
      },
    ];
  },
});

/** What a choice rule asks is written in one language as a whole, and has a rule of its own. */
function isCondition({ required }: Field): boolean {
  return typeof required === 'object' && (required.oneOf === 'condition' || required.oneOf === 'comparison');
}

function fixes(tree: Tree, owner: FieldOwner, at: Property): Fix[] | undefined {
  const { state, queryLanguage } = owner;
  const editor = new TreeEditor(tree);
  if (queryLanguage === 'JSONata') {
    const known = fieldsOf(owner.kind).has('Arguments') && !owner.has('Arguments');
    if (at.name !== 'Parameters' || !known || hasPaths(at)) return undefined;
    return [{ title: 'Rename to "Arguments"', edits: [editor.rename(at, 'Arguments')] }];
  }
  if (!state || owner.kind !== state.type || owner.has('QueryLanguage')) return undefined;
  if (owner.fields.some(isJsonPathOnly) || PARTS.some((name) => speaksJsonPath(state.node, name)))
    return undefined;
  const type = property(state.node, 'Type');
  const edits = [editor.add(state.node, 'QueryLanguage', 'JSONata', type)];
  return [{ title: `Write "${state.name}" in JSONata`, edits }];
}

function isJsonPathOnly(field: Field | undefined): boolean {
  const languages: Field['languages'] = field?.languages ?? [];
  return languages.length === 1 && languages[0] === 'JSONPath';
}

const PARTS = ['Choices', 'Catch', 'Assign'];
const JSONPATH_NAME = /^(?:Variable|And|Or|Not|ResultPath|.*\.\$)$/s;

/** True where a part of a state is still to be converted. */
function speaksJsonPath(state: ObjectNode, part: string): boolean {
  let found = false;
  walk(get(state, part), (node) => {
    if (node.kind === 'object') found ||= node.properties.some(({ name }) => JSONPATH_NAME.test(name));
  });
  return found;
}

function hasPaths({ value }: Property): boolean {
  let found = false;
  walk(value, (node) => {
    if (node.kind === 'object' && node.properties.some(({ name }) => name.endsWith('.$'))) found = true;
  });
  return found;
}
