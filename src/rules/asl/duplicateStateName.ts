import type { Scope, State, StateMachine } from '../../model/stateMachine';
import { TreeEditor, type TextEdit } from '../../syntax/edit';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/duplicate-state-name',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A state name occurs once in the whole machine, branches and iterations included.',
  why: 'A name that is used on two levels is refused as DUPLICATE_STATE_NAME. Written twice on one level, the first of the two states is lost without a word.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "StartAt": "Work", "States": { "Work": { "Type": "Parallel", "Branches": [{ "StartAt": "Work", "States": { «"Work"»: { "Type": "Pass", "End": true } } }], "End": true } } }',
      fixed:
        '{ "StartAt": "Work", "States": { "Work": { "Type": "Parallel", "Branches": [{ "StartAt": "Work2", "States": { "Work2": { "Type": "Pass", "End": true } } }], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "End": true } } }',
  ],

  check(machine) {
    return hasTwins(machine) ? judge(machine) : undefined;
  },
});

/** The usual answer is no, for which the names of the largest level need not be listed once more. */
function hasTwins({ scopes, states }: StateMachine): boolean {
  let largest = scopes[0];
  for (const scope of scopes) {
    if (scope.byName.size < scope.states.length) return true;
    if (scope.states.length > largest.states.length) largest = scope;
  }
  const seen = new Set<string>();
  for (const { name, scope } of states) {
    if (scope === largest) continue;
    if (largest.byName.has(name) || seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function* judge(machine: StateMachine): Iterable<Finding> {
  const first = new Map<string, State>();
  for (const state of machine.states) {
    const { name, scope } = state;
    const other = first.get(name);
    if (!other) {
      first.set(name, state);
      continue;
    }
    if (state.property.dynamic) continue;
    const sameLevel = other.scope === scope;
    yield {
      span: state.key.span,
      // Readers of JSON take the last of two equal keys, so AWS never sees the first one.
      severity: sameLevel ? ('warning' as const) : undefined,
      message: sameLevel
        ? `"${name}" is defined twice on this level, and only the last one counts.`
        : `"${name}" is the name of another state of this machine.`,
      related: [{ span: other.key.span, message: `The other "${name}".` }],
      fixes: [renaming(machine, state, sameLevel)],
    };
  }
}

function renaming(machine: StateMachine, state: State, keyOnly: boolean) {
  const name = freeName(machine, state.name);
  const editor = new TreeEditor(machine.tree);
  const edits = [editor.rename(state.property, name)];
  if (!keyOnly) edits.push(...references(state.scope, state.name, editor, name));
  return { title: `Rename to "${name}"`, edits };
}

/** Everything on the level that leads to the name; no other level can. */
function references(scope: Scope, name: string, editor: TreeEditor, to: string): (TextEdit | undefined)[] {
  const targets = scope.states.flatMap(({ transitions }) => transitions.map(({ target }) => target));
  const start = scope.startAt?.value;
  if (start?.kind === 'string') targets.push(start);
  return targets.flatMap((target) => (target?.value === name ? [editor.replace(target, to)] : []));
}

const MAX_NAME = 80;

function freeName({ states }: StateMachine, name: string): string {
  const taken = new Set(states.map((state) => state.name));
  for (let number = 2; ; number++) {
    const suffix = String(number);
    const candidate = name.slice(0, MAX_NAME - suffix.length) + suffix;
    if (!taken.has(candidate)) return candidate;
  }
}
