import type { Owner, QueryLanguage, ValueShape } from '../catalog/fieldTypes';
import { getString } from '../syntax/navigate';
import type { ObjectNode, TreeNode } from '../syntax/tree';
import { ExpressionCollector, type MachineExpressions } from './expressions';
import { FieldOwner } from './owners';
import type { State, StateMachine } from './stateMachine';

/** What a definition is made of, found in one walk: each object is looked at while it is at hand. */
export interface MachineParts {
  /** Every object that has a field table, outside in; states without a known type have none. */
  readonly owners: readonly FieldOwner[];
  /** In the order of the objects that they stand in. */
  readonly expressions: MachineExpressions;
}

/** Reads the parts of a machine. */
export function machineParts(machine: StateMachine): MachineParts {
  const collector = new Collector();
  const ofMachine = machineLanguage(machine);
  for (const scope of machine.scopes) {
    const around = scope.owner;
    collector.add(scope.kind, scope.node, around ? writtenLanguage(around, ofMachine) : ofMachine, around);
    for (const state of scope.states) {
      if (state.type) collector.add(state.type, state.node, writtenLanguage(state, ofMachine), state);
    }
  }
  return collector;
}

class Collector implements MachineParts {
  readonly owners: FieldOwner[] = [];
  readonly expressions = new ExpressionCollector();

  add(kind: Owner, node: ObjectNode, language: QueryLanguage | undefined, state?: State): void {
    const owner = new FieldOwner(kind, node, language, state);
    this.owners.push(owner);
    this.expressions.add(owner);
    const { fields, holders } = owner.layout;
    for (const index of holders) {
      const shape = fields[index]?.shape;
      const { value } = node.properties[index];
      if (shape && value) this.#addInside(shape, value, language, state);
    }
  }

  #addInside(
    shape: ValueShape,
    value: TreeNode,
    language: QueryLanguage | undefined,
    state: State | undefined,
  ): void {
    if (shape.kind === 'object' && shape.owner && value.kind === 'object') {
      this.add(shape.owner, value, language, state);
    } else if (shape.kind === 'array' && value.kind === 'array') {
      for (const item of value.items) this.#addInside(shape.items, item, language, state);
    }
  }
}

function writtenLanguage(
  { node, queryLanguage }: State,
  ofMachine: QueryLanguage | undefined,
): QueryLanguage | undefined {
  const own = getString(node, 'QueryLanguage');
  if (!own) return ofMachine;
  return own.value === queryLanguage ? queryLanguage : undefined;
}

function machineLanguage({ root, queryLanguage }: StateMachine): QueryLanguage | undefined {
  const own = getString(root, 'QueryLanguage');
  return own && own.value !== queryLanguage ? undefined : queryLanguage;
}
