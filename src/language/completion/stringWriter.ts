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
  const { text: whole } = mapped;
  // What is open and has nothing behind it is closed along, with a blank inside of its signs.
  const isOpen = whole.startsWith('{%') && !whole.includes('%}', end);
  const close = isOpen && (cursor.unclosed || whole.slice(end).trim() === '') ? ' %}' : '';
  const { source } = machine.tree;
  const { unclosed = '' } = cursor;
  const behind = source.encode(unclosed, source.fromHost(replace.end), source.fromHost(replace.end)) ?? '';
  const isBare = source.text.endsWith('{%', source.fromHost(replace.start));
  const before = isBare && whole.startsWith('{%') ? ' ' : '';
  return (text, { text: written, ...draft }) => ({
    ...draft,
    label: text,
    filter: text,
    newText: toSnippet((mapped.encode(before + (written ?? text) + close, start, end) ?? text) + behind),
    replace,
  });
}
