import { isStateType } from '../catalog/fields/everyState';
import type { QueryLanguage, StateType } from '../catalog/fieldTypes';
import { property } from '../syntax/navigate';
import type { ObjectNode, Property, StringNode, TreeNode } from '../syntax/tree';
import type { Scope, State, Transition } from './stateMachine';
import { items, objects, text, type StateParts } from './stateParts';
import { taskResource, type TaskResource } from './taskResources';

/** A state with what its fields say. */
export class BuiltState implements State {
  readonly name: string;
  readonly type?: StateType;
  readonly end?: Property;
  readonly task?: TaskResource;
  readonly transitions: readonly Transition[];
  readonly retriers: readonly ObjectNode[];
  readonly catchers: readonly ObjectNode[];
  readonly choiceRules: readonly ObjectNode[];
  scopes: readonly Scope[] = NO_SCOPES;

  constructor(
    readonly property: Property,
    readonly node: ObjectNode,
    parts: StateParts,
    readonly queryLanguage: QueryLanguage,
    readonly scope: Scope,
    readonly index: number,
  ) {
    const typeName = text(parts.Type) ?? '';
    const choiceRules = items(parts.Choices);
    const catchers = items(parts.Catch);
    this.name = property.name;
    this.type = isStateType(typeName) ? typeName : undefined;
    this.end = parts.End;
    this.transitions = transitionsOf(parts, choiceRules, catchers);
    this.retriers = objects(items(parts.Retry));
    this.catchers = objects(catchers);
    this.choiceRules = objects(choiceRules);
    this.task = taskResource(this, parts.Resource?.value);
  }

  get key(): StringNode {
    return this.property.key;
  }
}

/** Shared by all states that have none. */
const NO_SCOPES: readonly Scope[] = [];
const NO_TRANSITIONS: readonly Transition[] = [];

function transitionsOf(
  { Next, Default }: StateParts,
  choiceRules: readonly TreeNode[],
  catchers: readonly TreeNode[],
): readonly Transition[] {
  // Nearly all states have one way on; an array that grows would have room for sixteen more.
  if (choiceRules.length + catchers.length === 0) {
    if (!Next) return Default ? [transition('Default', Default)] : NO_TRANSITIONS;
    if (!Default) return [transition('Next', Next)];
  }
  const transitions: Transition[] = [];
  if (Next) transitions.push(transition('Next', Next));
  addNexts(transitions, 'Choice', choiceRules);
  if (Default) transitions.push(transition('Default', Default));
  addNexts(transitions, 'Catch', catchers);
  return transitions.slice();
}

function addNexts(transitions: Transition[], kind: Transition['kind'], holders: readonly TreeNode[]): void {
  for (const holder of holders) {
    const next = property(holder, 'Next');
    if (next) transitions.push(transition(kind, next));
  }
}

function transition(kind: Transition['kind'], entry: Property): Transition {
  const value = entry.value;
  return { kind, property: entry, target: value?.kind === 'string' && !value.dynamic ? value : undefined };
}
