import { parseJson } from '../syntax/json';
import type { Mapped } from '../syntax/mapped';
import { MadeProperty } from '../syntax/madeProperty';
import { get, getObject } from '../syntax/navigate';
import type { ObjectNode, Property } from '../syntax/tree';
import { buildStateMachine, type State, type StateMachine } from './stateMachine';

/** Machines of up to so many states are taken whole. */
const FEW = 200;
/** So many states, nested ones counted, are looked at before a place, and half as many behind it. */
const MOST = 100;

/**
 * The machine as it is around a state of the outermost level, with all that is inside: what leads there and
 * where it leads to, nearest first. What comes from further away can have left anything in the input. Its
 * states are others than those of the machine, its syntax is the same.
 */
export function vicinity(machine: StateMachine, offset: number): StateMachine {
  const { scope, root, tree, type } = machine;
  const center = scope.states.find(({ node: { span } }) => span.start <= offset && offset < span.end);
  const listed = getObject(root, 'States');
  if (machine.states.length <= FEW || !center || !listed) return machine;

  const after = (state: State): State[] =>
    state.transitions.flatMap(({ target }) => (target && scope.byName.get(target.value)) ?? []);
  const before = predecessors(scope.states, after);
  const near = new Set([
    ...around(center, (state) => before.get(state) ?? [], MOST),
    ...around(center, after, MOST / 2),
  ]);
  const first = get(root, 'StartAt');
  const start = first?.kind === 'string' ? first.value : undefined;
  const entries = [...near].filter(
    (state) => state.name === start || before.get(state)?.some((one) => !near.has(one)),
  );
  const entrance = entranceTo(entries, root.span.start);
  const states = objectOf(listed, [
    ...(getObject(entrance, 'States')?.properties ?? []),
    ...scope.states.flatMap((state) => (near.has(state) ? [state.property] : [])),
  ]);
  const properties = root.properties.filter(({ value, name }) => value !== listed && name !== 'StartAt');
  const [startAt, levels] = entrance?.properties ?? [];
  return (
    buildStateMachine(tree, type, objectOf(root, [...properties, startAt, propertyOf(levels, states)])) ??
    machine
  );
}

function predecessors(
  states: readonly State[],
  after: (state: State) => readonly State[],
): Map<State, State[]> {
  const before = new Map<State, State[]>();
  for (const state of states) {
    for (const target of after(state)) {
      const found = before.get(target);
      if (found) found.push(state);
      else before.set(target, [state]);
    }
  }
  return before;
}

/** The nearest states in one direction, until they are as many as that. */
function around(center: State, next: (state: State) => readonly State[], most: number): Set<State> {
  const found = new Set([center]);
  let size = sizeOf(center);
  for (const state of found) {
    for (const other of next(state)) {
      if (found.has(other)) continue;
      size += sizeOf(other);
      if (size > most) return found;
      found.add(other);
    }
  }
  return found;
}

/** How many states there are in one, itself counted. */
function sizeOf({ scopes }: State): number {
  return scopes.reduce((sum, { states }) => states.reduce((inner, each) => inner + sizeOf(each), sum), 1);
}

/** Stands for all that is not looked at: a Choice, nowhere in the text, that leads to each of the states. */
function entranceTo(entries: readonly State[], at: number): ObjectNode | undefined {
  const choice = { Type: 'Choice', Choices: entries.map(({ name }) => ({ Next: name })) };
  const text = JSON.stringify({ StartAt: ENTRANCE, States: { [ENTRANCE]: choice } });
  const { root } = parseJson(new TextAt(text, at));
  return root?.kind === 'object' ? root : undefined;
}

/** No state that somebody writes has this name. */
const ENTRANCE = '\u0000';

/** A text that takes no room in its host. */
class TextAt implements Mapped {
  constructor(
    readonly text: string,
    readonly at: number,
  ) {}

  toHost(): number {
    return this.at;
  }

  fromHost(): number {
    return 0;
  }

  encode(): undefined {
    return undefined;
  }
}

function objectOf({ span, parent }: ObjectNode, properties: Property[]): ObjectNode {
  return { kind: 'object', span, parent, properties };
}

function propertyOf({ span, key, parent }: Property, value: ObjectNode): Property {
  return new MadeProperty(key, parent, span, value);
}
