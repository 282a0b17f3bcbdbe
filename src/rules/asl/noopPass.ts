import { executionType } from '../../model/executionType';
import type { Scope, State } from '../../model/stateMachine';
import { TreeEditor, type TextEdit } from '../../syntax/edit';
import { getString } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import { defineRule } from '../rule';
import { removeStates } from './removeStates';

export default defineRule({
  id: 'asl/noop-pass',
  subject: 'stateMachine',
  severity: 'hint',
  summary: 'A Pass state does something, or several ways meet in it.',
  why: 'A Standard machine is billed by transitions. A Pass that only goes on is one more in every execution.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html',
  note: 'costs#what-is-counted',
  bad: [
    {
      text: '{ "StartAt": "Begin", "States": { «"Begin"»: { "Type": "Pass", "Next": "A" }, "A": { "Type": "Succeed" } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "B" }], "Default": "A" }, "A": { "Type": "Succeed" }, «"B"»: { "Type": "Pass", "Comment": "nothing", "Next": "A" } } }',
      fixed:
        '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": 1, "Next": "B" }, "B": { "Type": "Pass", "End": true } } }',
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "B" }], "Default": "B" }, "B": { "Type": "Pass", "Next": "A" }, "A": { "Type": "Succeed" } } }',
    '{ "Comment": "EXPRESS", "StartAt": "Begin", "States": { "Begin": { "Type": "Pass", "Next": "A" }, "A": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    for (const scope of machine.scopes) {
      if (!scope.states.some(isNoop) || executionType(machine, scope) === 'EXPRESS') continue;
      const ways = waysInto(scope);
      for (const state of scope.states) {
        const into = ways.get(state.name) ?? [];
        const next = getString(state.node, 'Next');
        if (!isNoop(state) || into.length !== 1 || !next || next.value === state.name) continue;
        yield {
          span: state.key.span,
          message: `"${state.name}" changes nothing, and each execution is billed for it.`,
          tag: 'unnecessary' as const,
          fixes: [{ title: `Remove "${state.name}"`, edits: bypass(machine.tree, state, into, next.value) }],
        };
      }
    }
  },
});

const IDLE: ReadonlySet<string> = new Set(['Type', 'Next', 'Comment', 'QueryLanguage']);

function isNoop({ type, node }: State): boolean {
  return type === 'Pass' && node.properties.every(({ name }) => IDLE.has(name));
}

/** The texts that name each state as a target, that of StartAt included. */
function waysInto({
  startAt,
  states,
}: Scope): Map<string, NonNullable<State['transitions'][number]['target']>[]> {
  const start = startAt?.value?.kind === 'string' ? [startAt.value] : [];
  const targets = states.flatMap(({ transitions }) => transitions.flatMap(({ target }) => target ?? []));
  const ways = new Map<string, typeof targets>();
  for (const target of [...start, ...targets])
    ways.set(target.value, [...(ways.get(target.value) ?? []), target]);
  return ways;
}

function bypass(
  tree: Tree,
  state: State,
  into: readonly NonNullable<State['transitions'][number]['target']>[],
  next: string,
): (TextEdit | undefined)[] {
  const editor = new TreeEditor(tree);
  return [...into.map((target) => editor.replace(target, next)), ...removeStates([state])];
}
