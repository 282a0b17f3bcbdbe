import type { LanguageDocument } from '../../document';
import { knownFields } from '../../patternFields';
import type { Item } from '../item';
import { ItemWriter } from '../write';
import { fieldNames } from './fields';
import { operandItems, operatorNames } from './operators';
import { patternPlace } from './place';
import { listItems, valueItems } from './values';

/** What can be put at an offset of an event pattern: names of fields, values, operators. */
export function patternItems({ located }: LanguageDocument, offset: number): Item[] {
  const place = patternPlace(located, offset);
  if (!place) return [];
  const { cursor, tree, inside, operators } = place;
  const known = knownFields(
    place.embedded ?? { node: cursor.container, dialect: place.dialect },
    located.template,
  );
  const writer = new ItemWriter({ cursor, machine: { tree } });
  if (inside === 'field')
    return [
      ...(cursor.kind === 'value' ? [] : fieldNames(place, known, writer)),
      ...(cursor.kind === 'key' ? [] : valueItems(place, known, writer)),
    ];
  const isName = cursor.kind === 'key' || (cursor.kind === 'either' && cursor.string === undefined);
  if (inside === 'list' && cursor.kind === 'key') return operatorNames(place, writer);
  if (inside === 'list') return listItems(place, known, writer);
  if (isName && cursor.kind === 'key') return operatorNames(place, writer);
  return operators.length > 0 ? operandItems(place, known, writer) : [];
}
