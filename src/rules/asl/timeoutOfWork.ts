import type { State, StateMachine } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import type { Fix } from '../rule';

/** A day: long enough for most work, and far from the year after which AWS ends an execution. */
const DAY = 86_400;

const LIMITS = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];

/** True where state or machine say how long the work may take. */
export function isLimited({ root }: StateMachine, { node }: State): boolean {
  return property(root, 'TimeoutSeconds') !== undefined || LIMITS.some((name) => property(node, name));
}

/** Gives a Task a timeout. */
export function addTimeout(tree: Tree, { node }: State): Fix[] {
  const edit = new TreeEditor(tree).add(node, 'TimeoutSeconds', DAY, property(node, 'Resource'));
  return [{ title: `Add "TimeoutSeconds": ${DAY}`, edits: [edit] }];
}
