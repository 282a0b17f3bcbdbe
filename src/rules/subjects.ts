import type { Field } from '../catalog/fieldTypes';
import type { ResourceArn } from '../expressions/resourceArn';
import type { DagFile } from '../model/airflow';
import type { CodeFile } from '../model/code';
import type { EmbeddedDefinition, EmbeddedPattern, EmbeddedSchedule, Located } from '../model/locate';
import type { JsonataExpression, PathExpression } from '../model/expressions';
import type { OwnerLayout, PathKind } from '../model/ownerLayout';
import type { FieldOwner, FieldUse } from '../model/owners';
import type { Requirements } from '../model/requirements';
import type { MwaaWorkflow } from '../model/mwaaServerless';
import type { State, StateMachine } from '../model/stateMachine';
import type { TaskResource } from '../model/taskResources';
import type { Template } from '../model/template';
import type { Tree } from '../syntax/tree';
import type { Suppression } from './suppress';

/** What a rule can look at. The engine builds each once; nested machines are in their machine. */
export interface Subjects extends PartsOfMachine {
  /** The text itself, of a file that is a definition. */
  tree: Tree;
  /** A definition whose text has no mistake of syntax. */
  stateMachine: StateMachine;
  /** A template whose text has no mistake of syntax. */
  template: InTemplate<object>;
  /** An event pattern: a file of its own, or inside a template whose text has no mistake of syntax. */
  eventPattern: EmbeddedPattern & { readonly template?: Template; readonly located: Located };
  /** A schedule expression inside a template. */
  schedule: InTemplate<EmbeddedSchedule>;
  /** A definition that a template holds or takes from another file. */
  embeddedDefinition: InTemplate<EmbeddedDefinition>;
  /** A program in Python, TypeScript or JavaScript, with what it calls. */
  code: CodeFile;
  /** A Python file that declares DAGs of Apache Airflow. */
  dag: DagFile;
  /** A file with the Python packages of an environment. */
  requirements: Requirements;
  /** A workflow of Amazon MWAA Serverless whose text has no mistake of syntax. */
  mwaaWorkflow: MwaaWorkflow;
  /** What the file switches off although nothing of it was found; known when all other rules have run. */
  unusedSuppressions: readonly Suppression[];
}

/**
 * What a rule can look at that is found again and again in a definition. All such rules share one walk: a
 * rule that walks by itself brings a machine of thousands of states into the processor once more.
 */
export interface PartsOfMachine {
  /** A state of any level. */
  state: State;
  /** An object whose field names AWS fixes. */
  owner: FieldOwner;
  /** A known field where it stands. */
  field: FieldUse;
  /** What a Task calls, where its "Resource" is text. */
  task: TaskResource;
  /** A JSONPath, or an intrinsic function where one may stand. */
  path: PathExpression;
  /** A `{% … %}` where the query language is JSONata. */
  jsonata: JsonataExpression;
}

/** By what a rule may say beforehand which parts of a machine concern it. */
export interface KindOfPart {
  /** Of the state's own object; absent where "Type" is missing or no state type. */
  state: OwnerLayout | undefined;
  owner: OwnerLayout;
  field: FieldOfLayout;
  task: ResourceArn;
  path: PathKind;
}

/** A field among those that stand beside it. */
export interface FieldOfLayout {
  readonly field: Field;
  readonly layout: OwnerLayout;
}

/** A part of a template, with the template and all else that was found in it. */
export type InTemplate<T> = T & { readonly template: Template; readonly located: Located };
