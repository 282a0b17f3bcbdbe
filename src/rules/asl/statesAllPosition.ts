import { mayCatch, mayRetry } from '../../model/handlers';
import { TreeEditor, type PlainValue } from '../../syntax/edit';
import { get, getItems, toValue, walk } from '../../syntax/navigate';
import type { ObjectNode, StringNode, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'asl/states-all-position',
  subject: 'state',
  only: (layout) => mayRetry(layout) || mayCatch(layout),
  severity: 'error',
  summary: '"States.ALL" stands alone in its "ErrorEquals", and in the last retrier or catcher.',
  why: 'The entries are looked at in order, so nothing behind "States.ALL" could ever match. AWS refuses such a definition.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["MyError", «"States.ALL"»] }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Catch": [{"ErrorEquals":[«"States.ALL"»],"Next":"B"},{"ErrorEquals":["E"],"Next":"B"}], "Next": "B" }, "B": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Catch": [{"ErrorEquals":["E"],"Next":"B"},{"ErrorEquals":["States.ALL"],"Next":"B"}], "Next": "B" }, "B": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["E", "F"] }, { "ErrorEquals": ["States.ALL"] }], "End": true } } }',
  ],

  check({ node, retriers, catchers }, { machine: { tree } }) {
    if (!isMisplaced(retriers) && !isMisplaced(catchers)) return undefined;
    return [...judge(tree, get(node, 'Retry'), retriers), ...judge(tree, get(node, 'Catch'), catchers)];
  },
});

function isMisplaced(entries: readonly ObjectNode[]): boolean {
  const last = entries[entries.length - 1];
  for (const entry of entries) {
    const names = getItems(entry, 'ErrorEquals');
    if ((names.length > 1 || entry !== last) && names.some(isAll)) return true;
  }
  return false;
}

function isAll(name: TreeNode): name is StringNode {
  return name.kind === 'string' && name.value === 'States.ALL';
}

function* judge(tree: Tree, list: TreeNode | undefined, entries: readonly ObjectNode[]): Iterable<Finding> {
  let moved = false;
  for (const [index, entry] of entries.entries()) {
    const names = getItems(entry, 'ErrorEquals');
    const all = names.find(isAll);
    if (!all) continue;
    const last = index === entries.length - 1;
    if (names.length > 1) {
      const list = get(entry, 'ErrorEquals');
      yield {
        span: all.span,
        message: '"States.ALL" does not stand alone, though it takes in the other names.',
        fixes: last && list ? [keepOnly(tree, list)] : undefined,
      };
    } else if (!last) {
      yield {
        span: all.span,
        message: 'The entries behind "States.ALL" can never match.',
        // It writes the whole list anew, so there is one for the list and not one for each entry.
        fixes: list && !moved && !isRepeated(entries, index) ? moveToEnd(tree, list, index) : undefined,
      };
      moved = true;
    }
  }
}

/** Of two entries that take in all errors one would still stand before the other. */
function isRepeated(entries: readonly ObjectNode[], index: number): boolean {
  return entries.some((entry, at) => at > index && getItems(entry, 'ErrorEquals').some(isAll));
}

function keepOnly(tree: Tree, names: TreeNode): Fix {
  return { title: 'Keep only "States.ALL"', edits: [new TreeEditor(tree).replace(names, ['States.ALL'])] };
}

function moveToEnd(tree: Tree, list: TreeNode, index: number): Fix[] | undefined {
  let known = list.kind === 'array';
  walk(list, ({ kind }) => {
    if (kind === 'dynamic') known = false;
  });
  if (!known) return undefined;
  const entries = toValue(list) as PlainValue[];
  const moved = [...entries.filter((_, at) => at !== index), entries[index]];
  return [{ title: 'Move it to the end', edits: [new TreeEditor(tree).replace(list, moved)] }];
}
