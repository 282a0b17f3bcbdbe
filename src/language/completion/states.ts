import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import type { PlainValue } from '../../syntax/edit';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/** Whole states, where a level's states stand: a name to be given, the type's example in this query language. */
export function stateItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, language, cursor } = place;
  if (shape?.kind !== 'states') return [];
  return [...STATE_TYPE_FACTS.values()].map(({ type, summary, examples, terminal }, index) => {
    const example = JSON.parse(examples[language]) as Record<string, PlainValue>;
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
    return writer.named(type, writer.notation.lines(body, cursor.column), item);
  });
}
