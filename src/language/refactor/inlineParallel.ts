import type { State } from '../../model/stateMachine';
import { get, property } from '../../syntax/navigate';
import { Draft } from './draft';
import { freeName, type Refactoring } from './refactoring';
import { endsLevel } from './section';
import { StateBlocks } from './stateBlocks';

/** The branch of a Parallel that has only one takes the place of the Parallel. */
export const inlineParallel: Refactoring = {
  id: 'inlineParallel',
  kind: 'refactor.inline',
  moves: true,
  *offers({ selected }) {
    const [state] = selected;
    if (selected.length !== 1 || state.type !== 'Parallel' || state.scopes.length !== 1) return;
    yield { title: `Inline the only branch of "${state.name}"`, disabled: inWay(state) };
  },
  apply({ machine, selected: [state] }) {
    const [branch] = state.scopes;
    const start = textOf(branch.node, 'StartAt') ?? '';
    const next = textOf(state.node, 'Next');
    // What follows reads an array of one, unless the Parallel has taken it apart or nothing follows.
    const isLeft = branch.states.some((each) => endsLevel(each));
    const collected = takesApart(state) || !isLeft ? undefined : freeName(machine, `${state.name} result`);
    const follower = collected ?? next;
    const draft = new Draft(machine);
    const names = branch.states.map(({ name }) => name);
    draft.change((changes, { scopes }) => {
      for (const scope of scopes) {
        const startAt = scope.startAt?.value;
        if (startAt?.kind === 'string' && startAt.value === state.name && scope.byName.has(state.name))
          changes.value(startAt, start);
      }
      for (const { transitions } of draft.machine.states) {
        for (const { target } of transitions) if (target?.value === state.name) changes.value(target, start);
      }
      for (const name of names) {
        const end = property(draft.state(name).node, 'End');
        if (end && follower !== undefined && endsLevel(draft.state(name))) changes.put(end, 'Next', follower);
      }
    });
    const outer = draft.state(state.name);
    const blocks = new StateBlocks(draft.machine.tree);
    const texts = names.map((name) => blocks.moved(draft.state(name), true));
    // What is said of the Parallel is said of its states now.
    const above = blocks.comments(outer);
    const below = blocks.belowLast(outer.scopes[0]);
    if (above !== '') texts[0] = { ...texts[0], text: `${above}\n${texts[0].text}` };
    const last = texts[texts.length - 1];
    if (below !== '') texts[texts.length - 1] = { ...last, behind: `${last.behind}\n${below}` };
    draft.exchange(
      outer.scope,
      [outer],
      collected === undefined ? texts : [...texts, draft.empty(collected)],
    );
    if (collected !== undefined) {
      const onward = next === undefined ? { End: true } : { Next: next };
      const value =
        machine.queryLanguage === 'JSONata'
          ? { Type: 'Pass', Output: ['{% $states.input %}'], ...onward }
          : { Type: 'Pass', Parameters: { 'list.$': 'States.Array($)' }, OutputPath: '$.list', ...onward };
      draft.fill(collected, value, []);
    }
    const edit = draft.edit();
    return edit && { edits: [edit] };
  },
};

/** Fields that treat the branch as one thing. */
const TREATS_AS_ONE = [
  'InputPath',
  'Parameters',
  'Arguments',
  'ResultSelector',
  'Assign',
  'Retry',
  'Catch',
  'QueryLanguage',
];

/** Why the states of the branch alone would do something else. */
function inWay(state: State): string | undefined {
  const { node, name, scopes } = state;
  const [branch] = scopes;
  const field = TREATS_AS_ONE.find((each) => property(node, each) !== undefined);
  if (field) return `"${field}" of "${name}" is about the branch as a whole.`;
  if (property(node, 'ResultPath'))
    return `"ResultPath" of "${name}" keeps an input that is gone when the branch has run.`;
  const output = ['OutputPath', 'Output'].find((each) => property(node, each) !== undefined);
  if (output && !takesApart(state))
    return `"${output}" of "${name}" makes something of the array of results.`;
  const ending = branch.states.find(({ type }) => type === 'Succeed');
  if (ending && (get(node, 'Next') !== undefined || !takesApart(state)))
    return `"${ending.name}" would end the run, and not only the branch.`;
  if (
    branch.states.some(({ property: { merged } }) => merged) ||
    branch.states.length === 0 ||
    !branch.startAt
  )
    return 'The branch is not written out here.';
  if (get(node, 'Next') !== undefined && !branch.states.some((each) => endsLevel(each)))
    return `No run of the branch comes to what follows "${name}".`;
  return undefined;
}

/** True where the output is that of the branch, not an array with it. */
function takesApart({ node }: State): boolean {
  return (
    textOf(node, 'OutputPath') === '$[0]' ||
    /^\{%\s*\$states\.result\[0\]\s*%\}$/.test(textOf(node, 'Output') ?? '')
  );
}

function textOf(node: State['node'], key: string): string | undefined {
  const value = get(node, key);
  return value?.kind === 'string' ? value.value : undefined;
}
