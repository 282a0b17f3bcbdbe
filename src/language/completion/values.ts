import type { Field } from '../../catalog/fieldTypes';
import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import { errorItems } from './errors';
import type { Item } from './item';
import type { Place } from './place';
import { requestValueItems } from './request';
import { resourceItems } from './resources';
import type { ItemWriter } from './write';

/** Values that a field takes: its words, states of the level, errors, resources, or an empty value to fill in. */
export function valueItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, field, cursor } = place;
  if (!shape) return [];
  if (field?.name === 'Type') return typeItems(writer);
  if (field?.name === 'ErrorEquals' && shape.kind === 'string') return errorItems(place, writer);
  if (shape.kind === 'boolean') {
    // "End": false is what a state has without it.
    const words = field?.name === 'End' ? ['true'] : ['true', 'false'];
    return words.map((word, index) => writer.value(word, { label: word, kind: 'value', rank: index }));
  }
  if (shape.kind === 'string') {
    if (shape.values)
      return shape.values.map((word, index) => writer.string(word, { kind: 'value', rank: index }));
    if (field?.nullable && !cursor.string?.value && field.languages.includes(place.language))
      return [writer.value('null', { label: 'null', detail: nothing(field), kind: 'value', rank: 2 })];
    if (shape.format === 'stateName') return targetItems(place, writer);
    if (shape.format === 'resource') return resourceItems(place, writer);
    return [];
  }
  if (shape.kind === 'payload') {
    const known = requestValueItems(place, writer);
    if (known) return known;
    // Behind a key that ends so stands a path.
    if (place.language === 'JSONPath' && cursor.property?.name.endsWith('.$')) return [];
  }
  if (cursor.string || (shape.kind !== 'object' && shape.kind !== 'array' && shape.kind !== 'payload'))
    return [];
  // Below a key in block style the keys themselves are offered.
  if (!cursor.flow && cursor.kind === 'either') return [];
  const label = shape.kind === 'array' ? '[ ]' : '{ }';
  return [writer.value(writer.skeleton(shape), { label, kind: 'snippet', rank: 5, asksOn: true })];
}

/** What a path of null stands for. */
function nothing({ name }: Field): string {
  return name === 'ResultPath' ? 'the result is dropped' : 'an empty object';
}

function typeItems(writer: ItemWriter): Item[] {
  return [...STATE_TYPE_FACTS.values()].map(({ type, summary }, index) =>
    writer.string(type, { kind: 'value', documentation: summary, rank: index }),
  );
}

/** States of the level, those that nothing leads to first; a state does not lead to itself. */
function targetItems({ scope, state, field }: Place, writer: ItemWriter): Item[] {
  const targets = new Set<string>();
  for (const { transitions } of scope.states) {
    for (const { target } of transitions) if (target) targets.add(target.value);
  }
  return scope.states
    .filter((one) => one !== state || field?.name === 'StartAt')
    .map((one) =>
      writer.string(one.name, { kind: 'state', detail: one.type, rank: targets.has(one.name) ? 1 : 0 }),
    );
}
