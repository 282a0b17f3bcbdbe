import type { Field, StringFormat, ValueShape } from '../../catalog/fieldTypes';
import type { FieldOwner } from '../../model/owners';
import { TreeEditor } from '../../syntax/edit';
import type { Property, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';
import { isMisplacedField } from './misplacedQueryLanguage';

export default defineRule({
  id: 'asl/field-type',
  subject: 'owner',
  severity: 'error',
  summary: 'A value is of the kind that its field takes: text, a number, true or false, an object or a list.',
  why: 'AWS refuses "30" in quotes where a number belongs, one error name where a list of them belongs, and null where it has no meaning.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": «"30"», "End": true } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 30, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 30, "End": «"true"» } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 30, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": «"States.ALL"» }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": [«"B"»], "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": «1.5» }], "End": true } } }',
    },
    { text: '{ "QueryLanguage": «1», "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }' },
    { text: '{ "StartAt": "A", "States": { "A": «"Succeed"» } }' },
    { text: '{ "StartAt": "A", "States": «[]» }' },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": null, "ResultPath": null, "Result": null, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": "{% $states.input.s %}", "Output": null, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": "${Delay}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${Delay}, "End": true } } }',
  ],

  check(owner, { machine: { tree } }) {
    const { fields } = owner.layout;
    const { properties } = owner.node;
    let found: Finding[] | undefined;
    // Counted, as iterators cost more than the look at a value that is right, and nearly all are.
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index];
      const { value } = properties[index];
      if (!field || !value || fitsThroughout(field.shape, value) || !isJudged(field)) continue;
      if (!speaks(owner, field) || isExpression(owner, field, value)) continue;
      found = [...(found ?? []), ...judge(new TreeEditor(tree), field, field.shape, value)];
    }
    return found;
  },
});

/** An unknown type is not looked up at all, and has a rule of its own. */
function isJudged({ name, shape }: Field): boolean {
  return name !== 'Type' && shape.kind !== 'any';
}

/** A field of the other query language is refused whatever its value is. */
function speaks({ queryLanguage }: FieldOwner, { languages }: Field): boolean {
  return queryLanguage === undefined || languages.includes(queryLanguage);
}

/** The usual case, decided without building anything. */
function fitsThroughout(shape: ValueShape, value: TreeNode): boolean {
  if (!fits(shape, value)) return false;
  if (shape.kind === 'array' && value.kind === 'array') {
    for (const item of value.items) if (!fitsThroughout(shape.items, item)) return false;
    return true;
  }
  // The states themselves, each of which is an object.
  return shape.kind !== 'states' || (value.kind === 'object' && value.properties.every(holdsObject));
}

function holdsObject({ value }: Property): boolean {
  return value === undefined || value.kind === 'object';
}

function* judge(
  editor: TreeEditor,
  field: Field,
  shape: ValueShape,
  value: TreeNode,
  what = `"${field.name}"`,
): Iterable<Finding> {
  if (value.kind === 'dynamic' || (value.kind === 'string' && value.dynamic)) return;
  const kind = KINDS[shape.kind];
  if (kind !== undefined && !fits(shape, value) && !(field.nullable && value.kind === 'null')) {
    const wanted = shape.kind === 'payload' ? KINDS.object : kind;
    const message = `${what} is ${wanted}, and here stands ${described(value)}.`;
    yield { span: value.span, message, fixes: fixes(editor, shape, value) };
  } else if (shape.kind === 'array' && value.kind === 'array') {
    for (const item of value.items) {
      yield* judge(editor, field, shape.items, item, `Each item of "${field.name}"`);
    }
  } else if (shape.kind === 'states' && value.kind === 'object') {
    for (const entry of value.properties) {
      const { name, value: state } = entry;
      if (!state || state.kind === 'object' || state.kind === 'dynamic' || isMisplacedField(entry)) continue;
      const message = `The state "${name}" is an object, and here stands ${described(state)}.`;
      yield { span: state.span, message };
    }
  }
}

/** Shapes that are of one kind, as a message says it. */
const KINDS: { readonly [kind in ValueShape['kind']]?: string } = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  states: 'an object',
  payload: 'any JSON value',
};

function fits(shape: ValueShape, value: TreeNode): boolean {
  switch (shape.kind) {
    case 'integer':
      return value.kind === 'number' && Number.isInteger(value.value);
    case 'payload':
      return shape.object !== true || value.kind === 'object';
    case 'states':
      return value.kind === 'object';
    default:
      return value.kind === shape.kind;
  }
}

/** An expression may stand here; whether it is one that can be read is another question. */
function isExpression({ queryLanguage }: FieldOwner, { jsonata }: Field, value: TreeNode): boolean {
  return (
    jsonata === true &&
    queryLanguage !== 'JSONPath' &&
    value.kind === 'string' &&
    value.value.trimStart().startsWith('{%')
  );
}

function described(value: TreeNode): string {
  switch (value.kind) {
    case 'string':
      return `the text ${JSON.stringify(value.value.length > 40 ? `${value.value.slice(0, 40)}…` : value.value)}`;
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'number':
    case 'boolean':
    case 'null':
      return value.raw;
    default:
      return 'another value';
  }
}

/** What the value would be if only its quotes or brackets were wrong. */
function fixes(editor: TreeEditor, shape: ValueShape, value: TreeNode): Fix[] | undefined {
  const change = (title: string, to: string | number | boolean | readonly string[]): Fix[] => [
    { title, edits: [editor.replace(value, to)] },
  ];
  if (value.kind === 'string') {
    const text = value.value.trim();
    if (shape.kind === 'boolean' && /^(?:true|false)$/i.test(text))
      return change(`Change to ${text.toLowerCase()}`, text.toLowerCase() === 'true');
    if (shape.kind === 'integer' && /^\d{1,15}$/.test(text)) return change(`Change to ${text}`, Number(text));
    if (shape.kind === 'number' && /^\d{1,15}(?:\.\d+)?$/.test(text))
      return change(`Change to ${text}`, Number(text));
    if (shape.kind === 'array' && shape.items.kind === 'string')
      return change('Put it in a list', [value.value]);
  } else if (shape.kind === 'string' && (value.kind === 'number' || value.kind === 'boolean')) {
    if (shape.values ? shape.values.includes(value.raw) : isAnyText(shape.format))
      return change(`Change to "${value.raw}"`, value.raw);
  }
  return undefined;
}

/** A path, an ARN or a timestamp is no number in quotes. */
function isAnyText(format: StringFormat | undefined): boolean {
  return format === undefined || format === 'text' || format === 'label' || format === 'stateName';
}
