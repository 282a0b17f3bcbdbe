import type { StateMachine } from '../../model/stateMachine';
import type { WorkspaceGraph } from '../../model/workspace';
import { lineStart } from '../../syntax/lines';
import { contains } from '../../syntax/navigate';
import type { LanguageDocument } from '../document';
import { begunYaml, blankItems } from './blank';
import { cursorAt } from './cursor';
import { expressionItems } from './expressions';
import type { Item } from './item';
import { fieldItems, variableItems } from './keys';
import { listItems } from './listItems';
import { mended } from './mended';
import { parameterItems } from './parameters';
import { patternItems } from './pattern';
import { placeOf, type Place } from './place';
import { scheduleItems } from './schedule';
import { firstStateItems, stateBodyItems, stateItems } from './states';
import { substitutionItems } from './substitutions';
import { valueItems } from './values';
import { wholeMachineItems } from './wholeMachine';
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
  const whole = mended(document, offset) ?? begunYaml(document, offset);
  if (whole) return itemsIn(whole.document, whole.offset).map((item) => whole.toOriginal(item));
  const items = itemsIn(document, offset);
  return items.length > 0 ? items : blankItems(document, offset);
}

function itemsIn(document: LanguageDocument, offset: number): Item[] {
  const items = definitionItems(document, offset);
  return items.length > 0 ? items : patternItems(document, offset).sort((a, b) => a.rank - b.rank);
}

function definitionItems(document: LanguageDocument, offset: number): Item[] {
  const machine =
    document.located.stateMachines.find(({ root }) => contains(root.span, offset)) ??
    machineAbove(document, offset);
  const cursor = machine && cursorAt(machine.tree, machine.root, offset);
  if (!machine || !cursor) return [];
  const place = placeOf(machine, cursor);
  const writer = new ItemWriter(place);
  return [...itemsAt(place, writer), ...expressionItems(place, offset, writer)].sort(
    (a, b) => a.rank - b.rank,
  );
}

function itemsAt(place: Place, writer: ItemWriter): Item[] {
  const { kind } = place.cursor;
  const keys =
    kind === 'value'
      ? []
      : [
          ...fieldItems(place, writer),
          ...stateItems(place, writer),
          ...parameterItems(place, writer),
          ...variableItems(place, writer),
        ];
  const values =
    kind === 'key'
      ? []
      : [
          ...listItems(place, writer),
          ...firstStateItems(place, writer),
          ...stateBodyItems(place, writer),
          ...valueItems(place, writer),
        ];
  return [...wholeMachineItems(place, writer), ...keys, ...values];
}

/** In lines of YAML the cursor may stand behind or below the last word of a definition. */
function machineAbove({ text, located }: LanguageDocument, offset: number): StateMachine | undefined {
  const { stateMachines, isDefinition, tree } = located;
  if (isDefinition && stateMachines.length === 1) return stateMachines[0];
  if (tree?.format !== 'yaml') return undefined;
  const machine = stateMachines
    .filter((one) => one.tree.source === tree.source && one.root.span.end <= offset)
    .pop();
  if (!machine || text[machine.root.span.start] === '{') return undefined;
  const { start, end } = machine.root.span;
  const between = text.slice(end, offset).replace(/#.*$/gm, '');
  const [, margin] = /^( *)/.exec(text.slice(lineStart(text, offset))) ?? ['', ''];
  const isInside = margin.length >= start - lineStart(text, start);
  return isInside && /^\s*(?:-\s+)?\S*$/.test(between) ? machine : undefined;
}
