import type { StateMachine } from '../model/stateMachine';
import { contains } from '../syntax/navigate';
import type { LanguageDocument } from './document';

/** The definition around an offset. */
export function machineAt({ located }: LanguageDocument, offset: number): StateMachine | undefined {
  return located.stateMachines.find(({ root }) => contains(root.span, offset));
}
