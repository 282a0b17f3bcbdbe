import type { KnownFields } from '../../patternFields';
import type { Item } from '../item';
import type { ItemWriter } from '../write';
import { knownValues, written } from './knownValues';
import { wholeOperators } from './operators';
import type { PatternPlace } from './place';

/** Items of a field's list: what the event can have there, then operators. */
export function listItems(place: PatternPlace, known: KnownFields, writer: ItemWriter): Item[] {
  const { cursor } = place;
  const listed = new Set(
    cursor.container.kind === 'array'
      ? cursor.container.items.flatMap((item) =>
          item.kind === 'string' && item !== cursor.string ? [item.value] : [],
        )
      : [],
  );
  const values = knownValues(place, known).filter(({ text }) => !listed.has(text));
  return [...written(values, writer), ...wholeOperators(place, writer)];
}

/** What stands behind a field's name where nothing is there yet: a list with one value. */
export function valueItems(place: PatternPlace, known: KnownFields, writer: ItemWriter): Item[] {
  const { cursor, path } = place;
  if (path.length === 0 || cursor.kind === 'either' || (path.length === 1 && path[0] === 'detail')) return [];
  return knownValues(place, known).map(({ text, documentation }, index) =>
    writer.value(`[${JSON.stringify(text)}]`, {
      label: text,
      kind: 'value',
      documentation,
      filter: text,
      rank: index,
    }),
  );
}
