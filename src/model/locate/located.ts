import type { Tree } from '../../syntax/tree';
import type { StateMachine } from '../stateMachine';

/** What a file holds that rules and editor features can look at. */
export interface Located {
  /** The text of a definition or template, read by its format. */
  readonly tree?: Tree;
  /** True for a file that is a definition, or that says so by its name or language. */
  readonly isDefinition: boolean;
  /** A stand-alone definition, or those embedded in a template, in document order. */
  readonly stateMachines: readonly StateMachine[];
}

/** A file that is none of ours. */
export const NOTHING: Located = { isDefinition: false, stateMachines: [] };
