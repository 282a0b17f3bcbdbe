import type { QueryLanguage } from '../../catalog/fieldTypes';
import { lineStart } from '../../syntax/lines';
import { get } from '../../syntax/navigate';
import { columnOf } from './cursor';
import type { Item } from './item';
import type { Notation } from './notation';
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
  // Braces on one line are opened.
  const outer = notation.flow && machine.root.properties.length === 0 ? braces(place) : undefined;
  const column = outer === undefined ? cursor.column : outer + 2;
  const { source } = machine.tree;
  // The brace that closes may not be there yet.
  const close = source.text[source.fromHost(machine.root.span.end) - 1] === '}' ? '' : '}';
  return languages.map((language, rank) => {
    const members = notation.members(machineMembers(notation, language, column, isSettled), column);
    const text =
      outer === undefined ? members : `\n${' '.repeat(column)}${members}\n${' '.repeat(outer)}${close}`;
    return writer.value(text, machineItem(language, rank));
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

/** Where the lines inside of empty braces begin that stand on one line. */
function braces({ machine: { tree, root }, cursor }: Place): number | undefined {
  const { source } = tree;
  const open = source.fromHost(root.span.start);
  if (source.text.slice(open, source.fromHost(cursor.replace.start)).includes('\n')) return undefined;
  const line = source.text.slice(lineStart(source.text, open), open);
  return line.length - line.trimStart().length;
}
