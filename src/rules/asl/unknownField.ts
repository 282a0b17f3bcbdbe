import { nearest } from '../../expressions/nearest';
import type { FieldOwner } from '../../model/owners';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import type { Property, Tree } from '../../syntax/tree';
import { defineRule, type Finding, side } from '../rule';
import { anyOwner } from './ownerNames';

export default defineRule({
  id: 'asl/unknown-field',
  subject: 'owner',
  only: ({ hasUnknown }) => hasUnknown,
  severity: 'error',
  summary: 'A state, and every object inside it, has only the fields that AWS knows for it.',
  why: 'AWS refuses a definition with a field that does not belong where it stands, such as "Retry" on a Wait state; names are compared with regard to case.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, «"Nxt"»: "B" }, "B": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, "Next": "B" }, "B": { "Type": "Succeed" } } }',
    },
    {
      text: '{ «"startAt"»: "A", "States": { "A": { «"type"»: "Succeed" } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, «"Retry"»: [], "End": true } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"], «"BackofRate"»: 2 }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"], "BackoffRate": 2 }], "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.a", "IsNull": true, «"Next"»: "B" }, "Next": "B" }] }, "B": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.a", "IsNull": true }, "Next": "B" }] }, "B": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { «"QueryLanguage"»: "JSONPath", "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "Comment": "x", "StartAt": "A", "States": { "A": { "Type": "Pass", "Comment": "y", "Result": { "any": 1 }, "Parameters": { "thing": 1 }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Lop", "Retries": 3 } } }',
  ],

  check(owner, { machine: { tree } }) {
    return judgeAll(tree, owner);
  },
  sides: [
    side(
      'state',
      ({ node }, { machine: { tree } }) => {
        if (property(node, 'Type')) return undefined;
        const misspelt = node.properties.find(({ name }) => nearest(name, ['Type']));
        if (!misspelt) return undefined;
        const message = `"${misspelt.name}" is not a field of a state.`;
        return [{ ...rename(tree, misspelt, 'Type'), message }];
      },
      (layout) => layout === undefined,
    ),
  ],
});

function* judgeAll(tree: Tree, owner: FieldOwner): Iterable<Finding> {
  for (const unknown of owner.unknown) yield* judge(tree, owner, unknown);
}

function* judge(tree: Tree, owner: FieldOwner, unknown: Property): Iterable<Finding> {
  const name = unknown.name;
  if (name === 'Comment') return;
  if (unknown.dynamic) return;
  const message = `"${name}" is not a field of ${anyOwner(owner.kind)}.`;
  const meant = owner.meant.get(unknown);
  if (meant) yield { ...rename(tree, unknown, meant), message };
  // AWS looks for the role and leaves alone what else stands there.
  else if (owner.kind !== 'credentials') {
    const edits = [new TreeEditor(tree).remove(unknown)];
    yield { span: unknown.key.span, message, fixes: [{ title: `Remove "${name}"`, edits }] };
  }
}

function rename(tree: Tree, misspelt: Property, name: string): Pick<Finding, 'span' | 'fixes'> {
  const edits = [new TreeEditor(tree).rename(misspelt, name)];
  return { span: misspelt.key.span, fixes: [{ title: `Rename to "${name}"`, edits, safe: true }] };
}
