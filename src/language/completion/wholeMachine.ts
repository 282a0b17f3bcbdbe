import type { QueryLanguage } from '../../catalog/fieldTypes';
import { get } from '../../syntax/navigate';
import { columnOf } from './cursor';
import type { Item } from './item';
import type { Notation } from './notation';
import { insideOf } from './openedBraces';
import type { Place } from './place';
import { stop } from './stops';
import type { ItemWriter } from './write';

/** A whole machine where there is none of its states yet, or the first of them behind "StartAt". */
export function wholeMachineItems(place: Place, writer: ItemWriter): Item[] {
  const { machine, cursor, shape, field } = place;
  const { notation } = writer;
  if (get(machine.root, 'States')) return [];
  if (field?.name === 'StartAt' && cursor.kind === 'value') return [firstState(place, writer)];
  const isRoot = cursor.container === machine.root && cursor.begun.length === 0;
  if (!isRoot || cursor.kind === 'value' || cursor.property?.value || shape?.kind !== 'object') return [];
  if (get(machine.root, 'StartAt')) return [];
  const isSettled = get(machine.root, 'QueryLanguage') !== undefined;
  const languages = isSettled ? [machine.queryLanguage] : LANGUAGES;
  const inside = insideOf(place, machine.root, writer);
  return languages.map((language, rank) => {
    const { column } = inside;
    const members = notation.members(machineMembers(notation, language, column, isSettled), column);
    return inside.writer.value(inside.around(members), machineItem(language, rank));
  });
}

/** The one that AWS shows first for new machines comes first. */
export const LANGUAGES: readonly QueryLanguage[] = ['JSONata', 'JSONPath'];

/** How a whole machine is offered. */
export function machineItem(language: QueryLanguage, rank: number): Omit<Item, 'newText' | 'replace'> {
  return {
    label: `state machine in ${language}`,
    documentation: 'A start, and the state of that name.',
    kind: 'snippet',
    // Before the fields one by one.
    rank: rank - 10,
  };
}

/** The members of a machine of one state, written for keys at `column`. */
export function machineMembers(
  notation: Notation,
  language: QueryLanguage,
  column: number,
  isSettled = false,
): string[] {
  const speaks = notation.member(notation.key('QueryLanguage'), notation.text(language));
  return [
    ...(language === 'JSONata' && !isSettled ? [speaks] : []),
    notation.member(notation.key('StartAt'), shown(notation)),
    firstStates(notation, column),
  ];
}

/** A name behind "StartAt", with the state that has it. */
function firstState({ machine, cursor: { property } }: Place, writer: ItemWriter): Item {
  const { notation } = writer;
  const column = property ? columnOf(machine.tree, property.key.span.start) : 0;
  const text = notation.members([shown(notation), firstStates(notation, column)], column);
  return writer.value(text, {
    label: FIRST,
    detail: 'with the state of that name',
    kind: 'snippet',
    rank: 0,
  });
}

const FIRST = 'First';

function shown({ flow }: Notation): string {
  const name = stop(1, FIRST);
  return flow ? `"${name}"` : name;
}

function firstStates(notation: Notation, column: number): string {
  const { member, block, key, text } = notation;
  const state = block([member(key('Type'), text('Pass')), member(key('End'), 'true')], column + 2);
  const states = block([member(notation.namedKey(stop(1, FIRST)), state)], column);
  return member(key('States'), states);
}
