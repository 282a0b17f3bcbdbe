import { transientErrors } from '../../catalog/transientErrors';
import { errorMatch } from '../../model/handlers';
import type { State, StateMachine } from '../../model/stateMachine';
import { get, property } from '../../syntax/navigate';
import type { Property } from '../../syntax/tree';
import { Changes } from './changes';
import type { Refactoring } from './refactoring';

/** A retrier for the errors that pass by themselves, with waits that grow and are spread. */
export const addRetry: Refactoring = {
  id: 'addRetry',
  kind: 'refactor.rewrite',
  *offers({ machine, state }) {
    if (!state || !canFail(state) || errorsLeft(machine, state).length === 0) return;
    yield { title: `Add "Retry" for passing errors to "${state.name}"` };
  },
  apply({ machine, state }) {
    if (!state) return undefined;
    const { wait } = failing(machine, state);
    const retrier = {
      ErrorEquals: errorsLeft(machine, state),
      ...wait,
      JitterStrategy: 'FULL',
    };
    const changes = new Changes();
    const retry = get(state.node, 'Retry');
    if (retry?.kind === 'array') {
      // A retrier for every error stands last.
      const all = state.retriers.findIndex((each) => errorMatch(each).names.includes('States.ALL'));
      changes.insert(retry, retrier, all < 0 ? undefined : retry.items.indexOf(state.retriers[all]));
    } else changes.add(state.node, 'Retry', [retrier], behindWork(state));
    const edits = changes.edits(machine.tree);
    return edits && { edits };
  },
};

/** True for a state that takes "Retry" and "Catch". */
export function canFail({ type }: State): boolean {
  return type === 'Task' || type === 'Map' || type === 'Parallel';
}

/** The field behind which the handling of errors stands. */
export function behindWork({ node }: State): Property | undefined {
  const fields = [
    'ResultPath',
    'ResultSelector',
    'Output',
    'Arguments',
    'Parameters',
    'ItemProcessor',
    'Branches',
  ];
  return [...fields, 'Resource'].map((name) => property(node, name)).find((field) => field !== undefined);
}

function failing({ taskResources }: StateMachine, state: State): ReturnType<typeof transientErrors> {
  return transientErrors(taskResources.find((task) => task.state === state)?.arn);
}

function errorsLeft(machine: StateMachine, state: State): string[] {
  const written = get(state.node, 'Retry');
  if (written && written.kind !== 'array') return [];
  const matches = state.retriers.map(errorMatch);
  if (matches.some(({ open }) => open)) return [];
  const retried = new Set(matches.flatMap(({ names }) => names));
  return failing(machine, state).names.filter((name) => !retried.has(name));
}
