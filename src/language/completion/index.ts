import type { WorkspaceGraph } from '../../model/workspace';
import { contains } from '../../syntax/navigate';
import type { LanguageDocument } from '../document';
import { cursorAt } from './cursor';
import { expressionItems } from './expressions';
import type { Item } from './item';
import { fieldItems } from './keys';
import { listItems } from './listItems';
import { mended } from './mended';
import { parameterItems } from './parameters';
import { patternItems } from './pattern';
import { placeOf, type Place } from './place';
import { scheduleItems } from './schedule';
import { stateItems } from './states';
import { substitutionItems } from './substitutions';
import { valueItems } from './values';
import { ItemWriter } from './write';

export type { Item, ItemKind } from './item';

/** What can be put at an offset of a definition, a schedule or an event pattern, the likeliest first. */
export function complete(
  document: LanguageDocument,
  offset: number,
  userZone?: string,
  graph?: WorkspaceGraph,
): Item[] {
  const names = substitutionItems(document, offset, graph);
  if (names) return names;
  const schedules = scheduleItems(document, offset, { userZone });
  if (schedules.length > 0) return schedules;
  const whole = mended(document, offset);
  return whole
    ? itemsIn(whole.document, offset).map((item) => whole.toOriginal(item))
    : itemsIn(document, offset);
}

function itemsIn(document: LanguageDocument, offset: number): Item[] {
  const items = definitionItems(document, offset);
  return items.length > 0 ? items : patternItems(document, offset).sort((a, b) => a.rank - b.rank);
}

function definitionItems({ located }: LanguageDocument, offset: number): Item[] {
  const machine =
    located.stateMachines.find(({ root }) => contains(root.span, offset)) ?? onlyMachine(located);
  const cursor = machine && cursorAt(machine.tree, machine.root, offset);
  if (!machine || !cursor) return [];
  const place = placeOf(machine, cursor);
  return [...itemsAt(place), ...expressionItems(place, offset)].sort((a, b) => a.rank - b.rank);
}

function itemsAt(place: Place): Item[] {
  const writer = new ItemWriter(place);
  const { kind } = place.cursor;
  const keys =
    kind === 'value'
      ? []
      : [...fieldItems(place, writer), ...stateItems(place, writer), ...parameterItems(place, writer)];
  const values = kind === 'key' ? [] : [...listItems(place, writer), ...valueItems(place, writer)];
  return [...keys, ...values];
}

/** In YAML the cursor may stand below the last line of the definition. */
function onlyMachine({
  stateMachines,
  isDefinition,
}: LanguageDocument['located']): LanguageDocument['located']['stateMachines'][number] | undefined {
  return isDefinition && stateMachines.length === 1 ? stateMachines[0] : undefined;
}
