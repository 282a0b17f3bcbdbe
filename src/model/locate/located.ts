import type { Tree, TreeNode } from '../../syntax/tree';
import type { StateMachine } from '../stateMachine';
import type { Resource, Template } from '../template';

/** What a file holds that rules and editor features can look at. */
export interface Located {
  /** The text of a definition or template, read by its format. */
  readonly tree?: Tree;
  /** True for a file that is a definition, or that says so by its name or language. */
  readonly isDefinition: boolean;
  /** A stand-alone definition, or those embedded in a template, in document order. */
  readonly stateMachines: readonly StateMachine[];
  /** The resources of a template. */
  readonly template?: Template;
  /** Texts of definitions inside a template's strings, whether they can be read or not. */
  readonly embeddedTexts: readonly Tree[];
  /** Definitions that a template takes from another file. */
  readonly definitionFiles: readonly DefinitionFile[];
  /** Event patterns, each an object or a string that holds one. */
  readonly eventPatterns: readonly EmbeddedPattern[];
  /** Schedule expressions. */
  readonly schedules: readonly EmbeddedSchedule[];
}

/** A file that a template names as a definition. */
export interface DefinitionFile {
  /** Where the path is written. */
  readonly node: TreeNode;
  /** Relative to the template's folder; absent where it is not known here. */
  readonly path?: string;
  /** Names that the template fills in; absent where they are not known here. */
  readonly substitutions?: readonly Substitution[];
  readonly resource: Resource;
}

export interface Substitution {
  readonly name: string;
  /** The name where it is written. */
  readonly key: TreeNode;
  readonly value?: TreeNode;
}

/** What matches events by a pattern; each has its own dialect and limits. */
export type PatternSource = 'rule' | 'pipe' | 'lambdaFilter' | 'snsFilter' | 'archive';

export interface EmbeddedPattern {
  /** The pattern's object; of a pattern in a string the object that the string holds. */
  readonly node: TreeNode;
  /** The tree that `node` belongs to: the template's, or that of the string. */
  readonly tree: Tree;
  readonly source: PatternSource;
  readonly resource: Resource;
}

export interface EmbeddedSchedule {
  /** The expression: `rate(5 minutes)`. */
  readonly node: TreeNode;
  readonly kind: 'rule' | 'scheduler' | 'glue';
  /** The time zone as written; absent where the expression is read in UTC. */
  readonly timezone?: TreeNode;
  readonly resource: Resource;
}

/** A file that is none of ours. */
export const NOTHING: Located = {
  isDefinition: false,
  stateMachines: [],
  embeddedTexts: [],
  definitionFiles: [],
  eventPatterns: [],
  schedules: [],
};
