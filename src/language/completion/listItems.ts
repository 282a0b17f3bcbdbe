import type { Owner } from '../../catalog/fieldTypes';
import { columnOf } from './cursor';
import type { Item } from './item';
import type { Notation } from './notation';
import type { Place } from './place';
import { stop } from './stops';
import type { ItemWriter } from './write';

/** One whole entry of a list of objects: its fields in order, each value as it is written. */
interface Whole {
  readonly label: string;
  readonly documentation: string;
  readonly fields: readonly (readonly [key: string, value: string])[];
}

/** Whole retriers, catchers, choice rules and branches, where a list of them stands or is to. */
export function listItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, cursor } = place;
  const present = isEntry(place) ? place.present : NONE;
  const isValue = cursor.kind === 'value' && cursor.property && !cursor.string;
  const entry = isValue && shape?.kind === 'array' ? shape.items : shape;
  // An entry that has fields is not begun anew.
  if (cursor.kind === 'key' || present.size > 0 || entry?.kind !== 'object' || !entry.owner) return [];
  const { notation } = writer;
  const whole = wholeOf(entry.owner, place, notation);
  if (!whole) return [];
  const { label, documentation, fields } = whole;
  const text = notation.flow ? notation.inline(fields) : inLines(fields, place, notation);
  const list = notation.flow && entry !== shape ? `[${text}]` : text;
  return [writer.value(list, { label, documentation, kind: 'snippet', rank: 0 })];
}

/** Behind a key the lines begin below it, and a list has a dash. */
function inLines(fields: Whole['fields'], { cursor, shape, machine }: Place, notation: Notation): string {
  const members = fields.map(([key, value]) => notation.member(key, value));
  const { property } = cursor;
  if (cursor.kind !== 'value' || !property) return notation.members(members, cursor.column);
  const column = columnOf(machine.tree, property.key.span.start);
  if (shape?.kind !== 'array') return notation.block(members, column);
  return `\n${' '.repeat(column + 2)}- ${notation.members(members, column + 4)}`;
}

const NONE: Place['present'] = new Set();

/** True where the cursor is inside of an entry, at one of its keys. */
function isEntry({ cursor }: Place): boolean {
  return cursor.container.kind === 'object' && cursor.kind === 'either' && cursor.begun.length === 0;
}

function wholeOf(owner: Owner, { language, scope, state }: Place, { inline }: Notation): Whole | undefined {
  const other = scope.states.find((one) => one !== state)?.name ?? '';
  const text = (number: number, shown: string): string => `"${stop(number, shown)}"`;
  const next = (number: number): readonly [string, string] => ['Next', text(number, other)];
  switch (owner) {
    case 'retrier':
      return {
        label: 'retrier',
        documentation: 'Tries again after certain errors, waiting longer each time.',
        fields: [
          ['ErrorEquals', `[${text(1, 'States.TaskFailed')}]`],
          ['IntervalSeconds', stop(2, '1')],
          ['MaxAttempts', stop(3, '3')],
          ['BackoffRate', stop(4, '2')],
          ['JitterStrategy', text(5, 'FULL')],
        ],
      };
    case 'catcher':
      return {
        label: 'catcher',
        documentation: 'Goes on at another state after certain errors.',
        fields: [
          ['ErrorEquals', `[${text(1, 'States.ALL')}]`],
          ...(language === 'JSONPath' ? [['ResultPath', text(2, '$.error')] as const] : []),
          next(3),
        ],
      };
    case 'choiceRule':
      return {
        label: 'choice rule',
        documentation: 'A condition, and the state that follows where it holds.',
        fields:
          language === 'JSONata'
            ? [['Condition', `"{% ${stop(1, "$states.input.field = 'value'")} %}"`], next(2)]
            : [['Variable', text(1, '$.field')], ['StringEquals', text(2, 'value')], next(3)],
      };
    case 'choiceCondition':
      return {
        label: 'condition',
        documentation: 'A part of a condition, which leads nowhere by itself.',
        fields: [
          ['Variable', text(1, '$.field')],
          ['StringEquals', text(2, 'value')],
        ],
      };
    case 'branch':
      return {
        label: 'branch',
        documentation: 'States that run beside those of the other branches.',
        fields: [
          ['StartAt', text(1, 'Work')],
          [
            'States',
            inline([
              [
                stop(1, 'Work'),
                inline([
                  ['Type', '"Pass"'],
                  ['End', 'true'],
                ]),
              ],
            ]),
          ],
        ],
      };
    default:
      return undefined;
  }
}
