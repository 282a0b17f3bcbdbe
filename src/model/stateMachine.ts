import { isStateType } from '../catalog/fields/everyState';
import type { QueryLanguage, StateType } from '../catalog/fieldTypes';
import { get, getObject, getString, property } from '../syntax/navigate';
import type { ObjectNode, Property, StringNode, Tree, TreeNode } from '../syntax/tree';
import type { MachineExpressions } from './expressions';
import { machineParts, type MachineParts } from './machineParts';
import type { FieldOwner } from './owners';
import { BuiltState } from './builtState';
import { items, objects, partsOf, text, type StateParts } from './stateParts';
import { taskResources, type TaskResource } from './taskResources';
import type { Carrier } from './oncePer';

export type MachineType = 'STANDARD' | 'EXPRESS';

/** A state machine with every nested level resolved. Any child may be missing: text may be half typed. */
export interface StateMachine extends Carrier {
  readonly tree: Tree;
  readonly root: ObjectNode;
  /** What the definition is judged as; a stand-alone file does not say it. */
  readonly type: MachineType;
  /** The machine's own query language; JSONPath unless it says JSONata. */
  readonly queryLanguage: QueryLanguage;
  readonly scope: Scope;
  /** All scopes, the machine's own first, then nested ones in document order. */
  readonly scopes: readonly Scope[];
  /** All states of all scopes in document order. */
  readonly states: readonly State[];
  /** All objects whose field names AWS fixes, with their fields; built on first use. */
  readonly owners: readonly FieldOwner[];
  /** The texts in these objects that are evaluated or look like it; built on first use. */
  readonly expressions: MachineExpressions;
  /** What the Task states call; built on first use. */
  readonly taskResources: readonly TaskResource[];
}

export type ScopeKind = 'machine' | 'branch' | 'itemProcessor' | 'iterator';

/** One level of states: the machine's, a Parallel's branch or a Map's processor. Targets never leave it. */
export interface Scope extends Carrier {
  readonly kind: ScopeKind;
  readonly node: ObjectNode;
  /** The Map or Parallel that holds this level; absent on the machine's own. */
  readonly owner?: State;
  readonly startAt?: Property;
  readonly states: readonly State[];
  /** By name; of several states with one name the last, as JSON readers take it. */
  readonly byName: ReadonlyMap<string, State>;
  /** True inside a Distributed Map's processor, at any depth. */
  readonly distributed: boolean;
}

export interface State {
  readonly name: string;
  readonly property: Property;
  /** The state's name where it is defined. */
  readonly key: StringNode;
  readonly node: ObjectNode;
  /** Absent where `Type` is missing or no state type. */
  readonly type?: StateType;
  readonly queryLanguage: QueryLanguage;
  readonly scope: Scope;
  /** The place among the states of its scope. */
  readonly index: number;
  /** What stands under "End", whatever it is. */
  readonly end?: Property;
  /** What a Task calls, where its "Resource" is text. */
  readonly task?: TaskResource;
  /** Branches of a Parallel, the processor of a Map. */
  readonly scopes: readonly Scope[];
  readonly transitions: readonly Transition[];
  readonly retriers: readonly ObjectNode[];
  readonly catchers: readonly ObjectNode[];
  readonly choiceRules: readonly ObjectNode[];
}

export interface Transition {
  readonly kind: 'Next' | 'Default' | 'Choice' | 'Catch';
  /** The `Next` or `Default` that names the target. */
  readonly property: Property;
  /** Absent where the value is missing, no text, or filled in from outside. */
  readonly target?: StringNode;
}

/** True for a tree that is visibly a definition: `States` with at least one state-like value, or `StartAt` beside it. */
export function isStateMachine(tree: Tree): boolean {
  const states = get(tree.root, 'States');
  if (states?.kind !== 'object') return false;
  if (property(tree.root, 'StartAt')) return true;
  return states.properties.some(({ value }) => isStateType(getString(value, 'Type')?.value ?? ''));
}

/** Builds the model of the definition at `root`, by default the whole tree. */
export function buildStateMachine(
  tree: Tree,
  type: MachineType = 'STANDARD',
  root: TreeNode | undefined = tree.root,
): StateMachine | undefined {
  if (root?.kind !== 'object') return undefined;
  // One level too deep it is a mistake of its own, and still says what the author means.
  const written = getString(root, 'QueryLanguage') ?? getString(getObject(root, 'States'), 'QueryLanguage');
  const queryLanguage: QueryLanguage = written?.value === 'JSONata' ? 'JSONata' : 'JSONPath';
  const builder = new Builder(queryLanguage);
  const scope = builder.scope('machine', root);
  return new BuiltStateMachine(tree, root, type, queryLanguage, scope, builder);
}

/** A class, since an object of its own shape with getters of its own stays in memory for many keystrokes. */
class BuiltStateMachine implements StateMachine {
  readonly scopes: readonly Scope[];
  readonly states: readonly State[];
  carried?: Map<unknown, unknown> = undefined;
  #parts?: MachineParts;
  #taskResources?: readonly TaskResource[];

  constructor(
    readonly tree: Tree,
    readonly root: ObjectNode,
    readonly type: MachineType,
    readonly queryLanguage: QueryLanguage,
    readonly scope: Scope,
    { scopes, states }: Builder,
  ) {
    this.scopes = scopes;
    this.states = states;
  }

  get owners(): readonly FieldOwner[] {
    return this.#read().owners;
  }

  get expressions(): MachineExpressions {
    return this.#read().expressions;
  }

  get taskResources(): readonly TaskResource[] {
    return (this.#taskResources ??= taskResources(this.states));
  }

  #read(): MachineParts {
    return (this.#parts ??= machineParts(this));
  }
}

class Builder {
  readonly scopes: Scope[] = [];
  readonly states: State[] = [];
  readonly #queryLanguage: QueryLanguage;

  constructor(queryLanguage: QueryLanguage) {
    this.#queryLanguage = queryLanguage;
  }

  scope(kind: ScopeKind, node: ObjectNode, owner?: State): Scope {
    const states: State[] = [];
    const byName = new Map<string, State>();
    const mode = getString(getObject(node, 'ProcessorConfig'), 'Mode')?.value;
    const distributed = mode === 'DISTRIBUTED' || (owner?.scope.distributed ?? false);
    const scope: Scope = {
      kind,
      node,
      owner,
      startAt: property(node, 'StartAt'),
      states,
      byName,
      distributed,
    };
    this.scopes.push(scope);
    for (const entry of getObject(node, 'States')?.properties ?? []) {
      if (entry.value?.kind !== 'object') continue;
      const state = this.#state(entry, entry.value, scope, states.length);
      states.push(state);
      byName.set(state.name, state);
    }
    return scope;
  }

  #state(entry: Property, node: ObjectNode, scope: Scope, index: number): State {
    const parts = partsOf(node);
    const own = text(parts.QueryLanguage);
    // A Map's or Parallel's own query language does not reach its inner states.
    const queryLanguage = own === 'JSONata' || own === 'JSONPath' ? own : this.#queryLanguage;
    const state = new BuiltState(entry, node, parts, queryLanguage, scope, index);
    this.states.push(state);
    if (parts.isNested) this.#nested(state, parts);
    return state;
  }

  #nested(state: BuiltState, { Branches, ItemProcessor, Iterator }: StateParts): void {
    const scopes = objects(items(Branches)).map((branch) => this.scope('branch', branch, state));
    if (ItemProcessor?.value?.kind === 'object')
      scopes.push(this.scope('itemProcessor', ItemProcessor.value, state));
    if (Iterator?.value?.kind === 'object') scopes.push(this.scope('iterator', Iterator.value, state));
    state.scopes = scopes;
  }
}
