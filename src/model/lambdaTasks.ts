import { get } from '../syntax/navigate';
import type { TreeNode } from '../syntax/tree';
import type { State, StateMachine } from './stateMachine';
import { taskCalls } from './taskCalls';
import { oncePer } from './oncePer';

/** A Task that runs a Lambda function. */
export interface LambdaTask {
  readonly state: State;
  /** The value of "Resource". */
  readonly node: TreeNode;
  /** `arn` where "Resource" is the function itself, be it filled in from outside. */
  readonly form: 'invoke' | 'sdk' | 'arn';
}

/** The Tasks that run Lambda functions, in document order. */
export const lambdaTasks = oncePer((machine: StateMachine): ReadonlyMap<State, LambdaTask> => {
  const tasks = new Map<State, LambdaTask>();
  const calls = taskCalls(machine);
  for (const state of machine.states) {
    if (state.type !== 'Task') continue;
    const call = calls.get(state);
    if (call) {
      const form = call.arn.kind === 'sdk' ? 'sdk' : 'invoke';
      if (call.name === 'lambda:invoke') tasks.set(state, { state, node: call.node, form });
      continue;
    }
    const node = get(state.node, 'Resource');
    if (node && isFunction(node)) tasks.set(state, { state, node, form: 'arn' });
  }
  return tasks;
});

/** What is filled in whole can only be a function or an activity, and activities are called so. */
function isFunction(node: TreeNode): boolean {
  if (node.kind === 'dynamic') return !node.names.some((name) => /activity/i.test(name));
  if (node.kind !== 'string') return false;
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:/.test(node.value.replace(PLACEHOLDER, 'x'))) return true;
  return node.dynamic === true && /^\$\{[^}]+\}$/.test(node.value) && !/activity/i.test(node.value);
}

const PLACEHOLDER = /\$\{[^}]*\}/g;
