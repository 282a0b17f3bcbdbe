import type { StateMachine } from '../model/stateMachine';
import type { Tree } from '../syntax/tree';
import type { Suppression } from './suppress';

/** What a rule can look at. The engine builds each once; nested machines are in their machine. */
export interface Subjects {
  /** The text itself, of a file that is a definition. */
  tree: Tree;
  /** A definition whose text has no mistake of syntax. */
  stateMachine: StateMachine;
  /** What the file switches off although nothing of it was found; known when all other rules have run. */
  unusedSuppressions: readonly Suppression[];
}
