import { lineStart } from '../../syntax/lines';
import type { ObjectNode } from '../../syntax/tree';
import type { Place } from './place';
import { ItemWriter } from './write';

/** Where the members of an object are written. */
export interface Inside {
  readonly writer: ItemWriter;
  /** Where their keys stand. */
  readonly column: number;
  /** What is written, with the lines around it. */
  around(members: string): string;
}

/** Inside of an object: braces with nothing in them on one line are opened, and closed where they are not yet. */
export function insideOf(place: Place, object: ObjectNode, writer: ItemWriter): Inside {
  const { cursor, machine } = place;
  const { source, format } = machine.tree;
  const { text } = source;
  const open = source.fromHost(object.span.start);
  const start = source.fromHost(cursor.replace.start);
  const isOpened =
    !cursor.flow ||
    object.properties.some((property) => property !== cursor.property) ||
    text.slice(open, start).includes('\n');
  if (isOpened) return { writer, column: writer.column, around: (members) => members };
  // Blanks inside of them are replaced along, where the host has one character for each.
  const margins = format !== 'hcl' && source.toHost(start) === cursor.replace.start;
  const before = margins ? (/ *$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
  const end = source.fromHost(cursor.replace.end);
  const behind = margins ? (/^ *(?=\})/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  const replace = { start: source.toHost(start - before), end: source.toHost(end + behind) };
  const line = text.slice(lineStart(text, open), open);
  const outer = line.length - line.trimStart().length;
  const close = text[source.fromHost(object.span.end) - 1] === '}' ? '' : '}';
  return {
    writer: new ItemWriter({ ...place, cursor: { ...cursor, replace } }),
    column: outer + 2,
    around: (members) => `\n${' '.repeat(outer + 2)}${members}\n${' '.repeat(outer)}${close}`,
  };
}
