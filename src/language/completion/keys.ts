import { fieldsOf } from '../../catalog/fields';
import type { Field } from '../../catalog/fieldTypes';
import { fieldCard } from '../hover/field';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/** Fields that the object at the cursor may still have: what it needs first, what is kept for old definitions last. */
export function fieldItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, language, present } = place;
  if (shape?.kind !== 'object') return [];
  const fields = shape.owner ? [...fieldsOf(shape.owner).values()] : place.untyped ? beforeType() : [];
  return fields
    .filter((field) => field.languages.includes(language) && !present.has(field.name))
    .filter(({ excludes = [] }) => !excludes.some((name) => present.has(name)))
    .map((field) =>
      writer.key(field.name, valueOf(field, writer), {
        kind: 'field',
        detail: detailOf(field),
        documentation: fieldCard(field, language),
        rank: rankOf(field, place),
        asksOn: field.shape.kind !== 'payload',
      }),
    );
}

/** A state that has no type yet. */
function beforeType(): Field[] {
  return [...fieldsOf('Pass').values()].filter(({ name }) =>
    ['Type', 'Comment', 'QueryLanguage', 'Next', 'End'].includes(name),
  );
}

function valueOf({ name, shape, default: standard }: Field, writer: ItemWriter): string {
  return name === 'End' ? 'true' : writer.skeleton(shape, standard);
}

function rankOf({ name, required, replacedBy }: Field, { present }: Place): number {
  if (replacedBy) return 90;
  if (name === 'Type') return 0;
  if (required === true) return 1;
  if (typeof required === 'object') return 2;
  if (name === 'Next' || name === 'End') return present.has('Next') || present.has('End') ? 80 : 3;
  return name === 'Comment' || name === 'QueryLanguage' ? 70 : 10;
}

function detailOf({ required, replacedBy }: Field): string | undefined {
  if (required === true) return 'required';
  return replacedBy ? `older name of ${replacedBy}` : undefined;
}
