import type { State } from '../../../model/stateMachine';
import { getObject, property } from '../../../syntax/navigate';
import type { Changes } from '../changes';
import { Unsure } from './code';
import { changeNumberPath } from './numberPath';
import type { Roots } from './pathCode';
import { changeTemplate } from './templateCode';

/** The parts of a Map that read data: what is read, given to an iteration, batched and written. */
export function changeMapParts({ node }: State, inner: Roots, changes: Changes): void {
  const parameters = property(node, 'Parameters');
  const selector = property(node, 'ItemSelector') ?? parameters;
  if (parameters && parameters !== selector) throw new Unsure('it has both "ItemSelector" and "Parameters"');
  if (selector?.value) {
    changes.rename(selector, 'ItemSelector');
    changeTemplate(selector.value, inner, changes);
  }
  const iterator = property(node, 'Iterator');
  if (iterator) changes.rename(iterator, 'ItemProcessor');
  for (const name of ['ItemReader', 'ResultWriter']) {
    const part = getObject(node, name);
    const given = property(part, 'Parameters');
    if (!given?.value) continue;
    changes.rename(given, 'Arguments');
    changeTemplate(given.value, inner, changes);
  }
  const batch = property(getObject(node, 'ItemBatcher'), 'BatchInput');
  if (batch?.value) changeTemplate(batch.value, inner, changes);
  for (const part of [
    getObject(getObject(node, 'ItemReader'), 'ReaderConfig'),
    getObject(node, 'ItemBatcher'),
  ]) {
    for (const field of part?.properties ?? []) {
      if (field.name.endsWith('Path')) changeNumberPath(field, inner, changes);
    }
  }
}
