import type { Field, Owner, Sibling } from '../../catalog/fieldTypes';
import { fieldsOf } from '../../catalog/fields';
import { nearest } from '../../expressions/nearest';
import type { OwnerLayout } from '../../model/ownerLayout';
import type { FieldOwner } from '../../model/owners';
import { type PlainValue, TreeEditor } from '../../syntax/edit';
import { headingOf } from '../../syntax/heading';
import { get, getObject } from '../../syntax/navigate';
import type { ObjectNode, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, side } from '../rule';
import { thisOwner } from './ownerNames';

/** What an object of one kind has to have: single fields, and groups of which one field is enough. */
interface Demand {
  readonly fields: readonly Field[];
  /** The sibling that calls for the fields, where not every object of the kind has to have them. */
  readonly beside?: Sibling;
}

/** Groups about which rules of their own say more: which transition, which comparison. */
const ELSEWHERE: ReadonlySet<string> = new Set(['transition', 'condition', 'comparison']);

const demands = new Map<Owner, readonly Demand[]>();

export default defineRule({
  id: 'asl/missing-field',
  subject: 'owner',
  only: (layout) => !demandsOf(layout.kind).every((demand) => isPlainlyMet(demand, layout)),
  severity: 'error',
  summary: 'Every state, and every object inside it, has the fields that AWS asks for.',
  why: 'AWS refuses a definition in which a field is missing that it needs, such as "Resource" in a Task state or "ErrorEquals" in a retrier.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '«{ "Comment": "a", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }»',
      fixed:
        '{ "Comment": "a", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } }, "StartAt": "A" }',
    },
    { text: '{ "StartAt": "A", "States": { «"A"»: { "End": true } } }' },
    { text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Task", "End": true } } }' },
    { text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Wait", "End": true } } }' },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [«{ "MaxAttempts": 2 }»], "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { «"ProcessorConfig"»: { "Mode": "DISTRIBUTED" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "SecondsPath": "$.s", "End": true } } }',
    '{ "startAt": "A", "States": { "A": { "type": "Succeed" } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resorce": "${Arn}", "End": true } } }',
  ],

  check(owner, { machine: { tree } }) {
    return judge(tree, owner, demandsOf(owner.kind));
  },
  sides: [
    side(
      'state',
      ({ name, node }, { machine: { tree } }) => {
        if (node.properties.some(({ name }) => nearest(name, ['Type']))) return undefined;
        return [{ span: headingOf(tree, node), message: `The state "${name}" has no "Type".` }];
      },
      (layout) => layout === undefined,
    ),
  ],
});

function isPlainlyMet({ fields, beside }: Demand, layout: OwnerLayout): boolean {
  return fields.some(({ name }) => layout.has(name)) || (beside !== undefined && !layout.has(beside.field));
}

function* judge(tree: Tree, owner: FieldOwner, open: readonly Demand[]): Iterable<Finding> {
  const alone: string[] = [];
  for (const { fields, beside } of open) {
    if (fields.some(({ name }) => owner.has(name)) || (beside && !stands(owner.node, beside))) continue;
    const spoken = fields.filter(({ languages }) => speaks(owner, languages)).map(({ name }) => name);
    if (spoken.length === 0 || fields.some(({ name }) => owner.hasOrMeans(name))) continue;
    if (beside) {
      const message = `has ${written(owner.node, beside)} and no "${spoken[0]}"`;
      yield finding(tree, owner, message, spoken[0]);
    } else if (spoken.length > 1) {
      yield finding(tree, owner, `has none of ${spoken.map((name) => `"${name}"`).join(', ')}`);
    } else {
      alone.push(spoken[0]);
    }
  }
  if (alone.length === 0) return;
  const message = `has ${alone.map((name) => `no "${name}"`).join(' and ')}`;
  yield finding(tree, owner, message, alone.length === 1 ? alone[0] : undefined);
}

function finding(tree: Tree, owner: FieldOwner, lack: string, name?: string): Finding {
  const { node } = owner;
  const value = name === undefined ? undefined : initialValue(name, node);
  return {
    span: headingOf(tree, node),
    message: `${thisOwner(owner)} ${lack}.`,
    fixes:
      name === undefined || value === undefined
        ? undefined
        : [{ title: `Add "${name}"`, edits: [new TreeEditor(tree).add(node, name, value)] }],
  };
}

function written(node: ObjectNode, { field }: Sibling): string {
  const value = get(node, field);
  return value?.kind === 'string' && value.value.length < 30 ? `"${field}": "${value.value}"` : `"${field}"`;
}

function demandsOf(kind: Owner): readonly Demand[] {
  let found = demands.get(kind);
  if (!found) {
    const fields = [...fieldsOf(kind).values()];
    const groups = new Map<string, Field[]>();
    for (const field of fields) {
      if (typeof field.required !== 'object' || ELSEWHERE.has(field.required.oneOf)) continue;
      groups.set(field.required.oneOf, [...(groups.get(field.required.oneOf) ?? []), field]);
    }
    found = [
      ...fields.filter(({ required }) => required === true).map((field) => ({ fields: [field] })),
      ...[...groups.values()].map((group) => ({ fields: group })),
      ...fields
        .filter(({ requiredWith }) => requiredWith)
        .map((field) => ({ fields: [field], beside: field.requiredWith })),
    ];
    demands.set(kind, found);
  }
  return found;
}

function speaks({ queryLanguage }: FieldOwner, languages: Field['languages']): boolean {
  return queryLanguage === undefined ? languages.length > 1 : languages.includes(queryLanguage);
}

function stands(node: ObjectNode, { field, values }: Sibling): boolean {
  const value = get(node, field);
  if (!value) return false;
  return values === undefined || (value.kind === 'string' && !value.dynamic && values.includes(value.value));
}

/** What is plainly meant, or the usual choice; `undefined` where only the author knows. */
function initialValue(name: string, node: ObjectNode): PlainValue | undefined {
  switch (name) {
    case 'StartAt':
      return firstState(getObject(node, 'States'));
    case 'ExecutionType':
      return 'STANDARD';
    case 'CSVHeaderLocation':
      return 'FIRST_ROW';
    default:
      return undefined;
  }
}

/** The first state to which no other one leads, else the first. */
function firstState(states: ObjectNode | undefined): string | undefined {
  const names = states?.properties.map(({ name }) => name) ?? [];
  const targets = new Set<string>();
  const collect = (node: TreeNode | undefined): void => {
    if (node?.kind === 'array') node.items.forEach(collect);
    if (node?.kind !== 'object') return;
    for (const { name, value } of node.properties) {
      if (value?.kind === 'string' && (name === 'Next' || name === 'Default')) targets.add(value.value);
      if (name === 'Choices' || name === 'Catch') collect(value);
    }
  };
  for (const { value } of states?.properties ?? []) collect(value);
  return names.find((name) => !targets.has(name)) ?? names[0];
}
