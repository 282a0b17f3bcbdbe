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
  const { shape, cursor, machine } = place;
  const { property } = cursor;
  const isList = shape?.kind === 'array' && cursor.kind === 'value' && property && !cursor.string;
  const entry = isList ? shape.items : shape;
  if (cursor.kind === 'key' || entry?.kind !== 'object' || !entry.owner) return [];
  const { notation } = writer;
  const whole = wholeOf(entry.owner, place, notation);
  if (!whole) return [];
  const { label, documentation, fields } = whole;
  const column = isList ? columnOf(machine.tree, property.key.span.start) + 4 : cursor.column;
  const text = notation.flow
    ? notation.inline(fields)
    : notation.members(
        fields.map(([key, value]) => notation.member(key, value)),
        column,
      );
  const list = notation.flow ? `[${text}]` : `\n${' '.repeat(column - 2)}- ${text}`;
  return [writer.value(isList ? list : text, { label, documentation, kind: 'snippet', rank: 0 })];
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
