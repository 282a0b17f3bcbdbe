import type { Property } from '../../../syntax/tree';
import type { Changes } from '../changes';
import { expression, Unsure } from './code';
import { pathTextCode, type Roots } from './pathCode';

/** A field such as "TimeoutSecondsPath", which also takes a number that is written as a text. */
export function changeNumberPath(field: Property, roots: Roots, changes: Changes): void {
  const { text } = pathTextCode(textOf(field), roots);
  const name = field.name.slice(0, -'Path'.length);
  const code = name === 'Timestamp' ? text : `${roots.names.call('number')}(${text})`;
  changes.put(field, name, expression({ text: code, shape: 'number' }));
}

/** The text of a field that holds a path. */
export function textOf({ name, value }: Property): string {
  if (value?.kind !== 'string') throw new Unsure(`"${name}" holds no path`);
  if (value.dynamic) throw new Unsure(`"${name}" is filled in from outside`);
  return value.value;
}
