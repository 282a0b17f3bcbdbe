import type { Field } from '../../catalog/fieldTypes';
import type { FieldOwner, FieldUse } from '../../model/owners';
import { TreeEditor } from '../../syntax/edit';
import { getString } from '../../syntax/navigate';
import type { Property, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';
import { anyOwner } from './ownerNames';

/** Fields about whose company rules of their own say more: which transition, which comparison. */
const ELSEWHERE: ReadonlySet<string> = new Set(['transition', 'condition', 'comparison']);

export default defineRule({
  id: 'asl/conflicting-fields',
  subject: 'field',
  only: ({ field: { name, refusedWith }, layout }) =>
    refusedWith !== undefined || layout.fields.some((other) => other?.excludes?.includes(name)),
  severity: 'error',
  summary: 'Fields that exclude each other do not stand side by side.',
  why: 'AWS refuses a value given twice, as by "Seconds" and "Timestamp" in one Wait state, and a field that the value of another one rules out.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, «"TimestampPath"»: "$.at", "End": true } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "ErrorPath": "$.e", «"Error"»: "E" } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "ErrorPath": "$.e" } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE", «"ExecutionType"»: "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "ErrorPath": "$.e", "Cause": "c" } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "TimeoutSeconds": 60, "HeartbeatSecondsPath": "$.h", "End": true } } }',
  ],

  check(use, { machine: { tree } }) {
    const { owner, field } = use;
    for (const other of owner.fields) {
      // A key that is written twice stands beside the same others.
      if (other === field) break;
      if (other?.excludes && judged(owner, field) && excludes(owner, other, field)) {
        return isFirst(use) ? [besideAnother(tree, use, other), ...refused(tree, use)] : undefined;
      }
    }
    if (field.refusedWith && judged(owner, field) && isFirst(use)) return refused(tree, use);
    return undefined;
  },
});

function isFirst({ owner: { node, fields }, property, field }: FieldUse): boolean {
  return node.properties[fields.indexOf(field)] === property;
}

function besideAnother(tree: Tree, { owner, property, field }: FieldUse, first: Field): Finding {
  const message = `"${first.name}" and "${field.name}" stand side by side, and ${anyOwner(owner.kind)} takes one of them.`;
  return finding(tree, property, message);
}

function* refused(tree: Tree, { owner, property, field }: FieldUse): Iterable<Finding> {
  const { refusedWith } = field;
  const value = refusedWith && getString(owner.node, refusedWith.field);
  if (!value || value.dynamic || !refusedWith.values?.includes(value.value)) return;
  const message = `"${field.name}" does not go with "${refusedWith.field}": "${value.value}".`;
  yield finding(tree, property, message);
}

function finding(tree: Tree, property: Property, message: string): Finding {
  const fix = {
    title: `Remove "${property.name}"`,
    edits: [new TreeEditor(tree).remove(property)],
  };
  return { span: property.key.span, message, fixes: [fix] };
}

function excludes(owner: FieldOwner, first: Field, field: Field): boolean {
  return judged(owner, first) && first.excludes?.includes(field.name) === true;
}

/** A field of the other query language is refused for that already. */
function judged({ queryLanguage }: FieldOwner, { required, languages }: Field): boolean {
  if (typeof required === 'object' && ELSEWHERE.has(required.oneOf)) return false;
  return queryLanguage === undefined || languages.includes(queryLanguage);
}
