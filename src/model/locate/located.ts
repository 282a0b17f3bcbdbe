import type { Tree, TreeNode } from '../../syntax/tree';
import type { PatternDialect } from '../eventPattern/dialects';
import type { DagFile } from '../airflow';
import type { Carrier } from '../oncePer';
import type { MwaaWorkflow } from '../mwaaServerless';
import type { CodeFile } from '../code';
import type { Requirements } from '../requirements';
import type { MachineType, StateMachine } from '../stateMachine';
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
  /** What the resources of a template name as their definitions, here or in another file. */
  readonly definitions: readonly EmbeddedDefinition[];
  /** Event patterns, each an object or a string that holds one. */
  readonly eventPatterns: readonly EmbeddedPattern[];
  /** Schedule expressions. */
  readonly schedules: readonly EmbeddedSchedule[];
  /** A program in Python, TypeScript or JavaScript. */
  readonly code?: CodeFile;
  /** The DAGs of a program that declares some. */
  readonly dagFile?: DagFile;
  /** The Python packages that a file names. */
  readonly requirements?: Requirements;
  /** A workflow of MWAA Serverless. */
  readonly workflow?: MwaaWorkflow;
}

/** The definition of a state machine that a template declares. */
export interface EmbeddedDefinition {
  readonly resource: Resource;
  /** What the definition, or the path of its file, is written as. */
  readonly node: TreeNode;
  readonly type: MachineType;
  /** The text in a string; absent where the definition is an object of the template or in another file. */
  readonly text?: Tree;
  readonly machine?: StateMachine;
  /** The file with the definition, relative to the template's folder. */
  readonly path?: string;
  /** All names that the template fills in by itself; absent where the values come in another way. */
  readonly substitutions?: readonly Substitution[];
}

export interface Substitution {
  readonly name: string;
  /** The name where it is written. */
  readonly key: TreeNode;
  readonly value?: TreeNode;
}

export interface EmbeddedPattern extends Carrier {
  /** The pattern as it is written: an object, or a string. */
  readonly node: TreeNode;
  /** What a string holds, or the file that the pattern is. */
  readonly text?: Tree;
  /** Who reads it. */
  readonly dialect: PatternDialect;
  /** Absent where the pattern is a file of its own. */
  readonly resource?: Resource;
}

export interface EmbeddedSchedule {
  /** The expression: `rate(5 minutes)`. */
  readonly node: TreeNode;
  readonly kind: 'rule' | 'scheduler' | 'glue';
  /** The time zone as written; absent where the expression is read in UTC. */
  readonly timezone?: TreeNode;
  /** The object that has the expression among its properties. */
  readonly holder?: TreeNode;
  readonly resource: Resource;
}

/** Nothing yet, or a file that is none of ours. */
export const NOTHING: Located = {
  isDefinition: false,
  stateMachines: [],
  definitions: [],
  eventPatterns: [],
  schedules: [],
};
