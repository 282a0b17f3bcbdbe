import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import type { PlainValue } from '../../syntax/edit';
import { getString } from '../../syntax/navigate';
import { columnOf } from './cursor';
import type { Item } from './item';
import { insideOf } from './openedBraces';
import type { Place } from './place';
import { stop } from './stops';
import type { ItemWriter } from './write';

/** Whole states, where a level's states stand: a name to be given, the type's example in this query language. */
export function stateItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, cursor } = place;
  if (shape?.kind !== 'states') return [];
  const { notation } = writer;
  const inside =
    cursor.kind === 'key' && cursor.container.kind === 'object' && !cursor.property?.value
      ? insideOf(place, cursor.container, writer)
      : { writer, column: writer.column, around: (member: string) => member };
  return wholeStates(place).map(({ type, body, item }) => {
    const state = notation.lines(body, inside.column);
    return inside.writer.named(type, state, item, inside.around);
  });
}

/** A whole state behind its name. */
export function stateBodyItems(place: Place, writer: ItemWriter): Item[] {
  const { cursor, machine, shape } = place;
  const { property } = cursor;
  const isState = shape?.kind === 'object' && shape.owner === undefined && place.untyped;
  if (!isState || cursor.kind !== 'value' || !property || cursor.string) return [];
  const column = columnOf(machine.tree, property.key.span.start);
  return wholeStates(place).map(({ body, item }) => writer.value(writer.notation.lines(body, column), item));
}

/** A level's states with the first of them, where the key stands and no value yet. */
export function firstStateItems({ cursor, machine, ...place }: Place, writer: ItemWriter): Item[] {
  const { container, property } = cursor;
  const isEmpty = cursor.string === undefined || !cursor.flow;
  if (place.shape?.kind !== 'states' || cursor.kind !== 'value' || !property || !isEmpty) return [];
  const { notation } = writer;
  const column = columnOf(machine.tree, property.key.span.start);
  const start = getString(container, 'StartAt')?.value ?? '';
  return wholeStates(place).map(({ type, body, item }) => {
    const key = start === '' ? notation.namedKey(stop(1, type)) : notation.key(start);
    const state = notation.member(key, notation.lines(body, column + 2));
    return writer.value(notation.block([state], column), item);
  });
}

interface WholeState {
  readonly type: string;
  readonly body: Record<string, PlainValue>;
  readonly item: Omit<Item, 'newText' | 'replace'>;
}

/** A state of each type: its example, whose targets are other states of the level where it has any. */
function wholeStates({ language, scope, state }: Pick<Place, 'language' | 'scope' | 'state'>): WholeState[] {
  const others = scope.states.filter((one) => one !== state).map(({ name }) => name);
  return [...STATE_TYPE_FACTS.values()].map(({ type, summary, examples, terminal }, index) => {
    const example = withTargets(JSON.parse(examples[language]) as Record<string, PlainValue>, others);
    const fields = Object.fromEntries(
      Object.entries(example).filter(([key]) => key !== 'Next' && key !== 'End'),
    );
    const body = terminal || type === 'Choice' ? fields : { ...fields, End: true };
    const item = {
      kind: 'state' as const,
      label: `${type} state`,
      documentation: summary,
      rank: index,
      filter: type,
    };
    return { type, body, item };
  });
}

/** A Choice with targets that exist: its rules lead to the first of the others, and the rest to the next one. */
function withTargets(
  state: Record<string, PlainValue>,
  [first, second = first]: readonly string[],
): Record<string, PlainValue> {
  if (first === undefined || !Array.isArray(state.Choices)) return state;
  const rules = state.Choices as readonly Record<string, PlainValue>[];
  return { ...state, Choices: rules.map((rule) => ({ ...rule, Next: first })), Default: second };
}
