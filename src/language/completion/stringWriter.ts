import type { StringNode } from '../../syntax/tree';
import type { Item } from './item';
import type { Place } from './place';
import { toSnippet } from './stops';

/** An item before it is written into the string that it stands in. */
export type Draft = Omit<Item, 'label' | 'newText' | 'replace'> & { readonly text?: string };

/** Writes into a string, with the escapes of its host; one that is not closed yet is closed. */
export function writerFor(
  { cursor, machine }: Place,
  { mapped }: StringNode,
  start: number,
  end: number,
): (text: string, draft: Draft) => Item {
  const replace = { start: mapped.toHost(start), end: mapped.toHost(end) };
  const isJsonata = mapped.text.startsWith('{%') && !mapped.text.includes('%}', end);
  const closing = cursor.unclosed ? `${isJsonata ? ' %}' : ''}${cursor.unclosed}` : '';
  const { source } = machine.tree;
  const behind = source.encode(closing, source.fromHost(replace.end), source.fromHost(replace.end)) ?? '';
  return (text, { text: written, ...draft }) => ({
    ...draft,
    label: text,
    filter: text,
    newText: toSnippet((mapped.encode(written ?? text, start, end) ?? text) + behind),
    replace,
  });
}
