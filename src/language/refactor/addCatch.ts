import { notification } from '../../catalog/notifications';
import { errorMatch } from '../../model/handlers';
import type { State } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { get, getObject, property } from '../../syntax/navigate';
import { behindWork, canFail } from './addRetry';
import { Changes } from './changes';
import { freeName, type Place, type Refactoring } from './refactoring';

/** A catcher for every error that leads to a new Fail state or to one that reports already. */
export const addCatch: Refactoring = {
  id: 'addCatch',
  kind: 'refactor.rewrite',
  *offers(place) {
    const { state } = place;
    if (!state || !canFail(state) || catchesAll(state)) return;
    for (const { name } of reporters(place, state))
      yield { title: `Add "Catch" that leads to "${name}"`, argument: name };
    yield { title: 'Add "Catch" that leads to a new Fail state' };
  },
  apply(place, argument) {
    const { machine, state } = place;
    if (!state) return undefined;
    const changes = new Changes();
    const target = argument ?? freeName(machine, `${state.name} failed`);
    const jsonata = state.queryLanguage === 'JSONata';
    const catcher = {
      ErrorEquals: ['States.ALL'],
      ...(jsonata
        ? { Output: "{% $merge([$states.input, {'error': $states.errorOutput}]) %}" }
        : { ResultPath: '$.error' }),
      Next: target,
    };
    const written = get(state.node, 'Catch');
    if (written?.kind === 'array') changes.insert(written, catcher);
    else changes.add(state.node, 'Catch', [catcher], property(state.node, 'Retry') ?? behindWork(state));
    const states = getObject(state.scope.node, 'States');
    if (argument === undefined && states)
      changes.add(states, target, failState(machine.queryLanguage === 'JSONata'));
    const edits = changes.edits(machine.tree);
    return edits && { edits };
  },
};

function failState(jsonata: boolean) {
  return jsonata
    ? {
        Type: 'Fail',
        Error: '{% $states.input.error.Error %}',
        Cause: '{% $states.input.error.Cause %}',
      }
    : { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };
}

function catchesAll({ node, catchers }: State): boolean {
  const written = get(node, 'Catch');
  if (written && written.kind !== 'array') return true;
  return catchers.map(errorMatch).some(({ names, open }) => open || names.includes('States.ALL'));
}

/** More would fill the menu. */
const MOST = 4;

/** States of the level that end in an error, or that tell somebody and are no step of the work that follows. */
function reporters({ machine }: Place, from: State): State[] {
  const calls = taskCalls(machine);
  const work = workBehind(from);
  const tells = (state: State): boolean =>
    !work.has(state) && notification(calls.get(state)?.name ?? '') === 'message';
  const isReporter = (state: State): boolean => state !== from && (state.type === 'Fail' || tells(state));
  return from.scope.states.filter(isReporter).slice(0, MOST);
}

/** What a run comes to from a state while no error is caught. */
function workBehind(from: State): Set<State> {
  const { byName } = from.scope;
  const found = new Set([from]);
  for (const { transitions } of found)
    for (const { kind, target } of transitions) {
      const next = kind !== 'Catch' && target && byName.get(target.value);
      if (next) found.add(next);
    }
  return found;
}
