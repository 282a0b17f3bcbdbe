import { get, property } from '../../syntax/navigate';
import type { State } from '../stateMachine';
import { answerOf } from './integrationResult';
import { gathered } from './mapShape';
import type { Shape } from './shape';
import { literalShape } from './templateShape';

/** What a state has of its own once its work is done; `undefined` where it only has what it was given. */
export function stateResult(state: State, results: readonly Shape[]): Shape | undefined {
  const { type, node } = state;
  if (type === 'Task') return answerOf(state);
  if (type === 'Parallel' || type === 'Map') return gathered(state, results);
  return type === 'Pass' && property(node, 'Result') ? literalShape(get(node, 'Result')) : undefined;
}
