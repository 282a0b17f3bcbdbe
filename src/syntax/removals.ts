import type { EditedText, TextEdit } from './editedText';
import type { Property } from './tree';

/** Edits that take some of an object's properties out; at least one stays. */
export function removals(
  text: EditedText,
  siblings: readonly Property[],
  removed: ReadonlySet<Property>,
  inLines: boolean,
): (TextEdit | undefined)[] {
  const edits: (TextEdit | undefined)[] = [];
  for (let from = 0; from < siblings.length;) {
    if (!removed.has(siblings[from])) {
      from++;
      continue;
    }
    let to = from;
    while (to < siblings.length && removed.has(siblings[to])) to++;
    edits.push(...(inLines ? lines(text, siblings, from, to) : [between(text, siblings, from, to)]));
    from = to;
  }
  return edits;
}

/** True where each property has its lines for itself, so that they can go without what stands above and below. */
export function haveOwnLines(text: EditedText, properties: readonly Property[]): boolean {
  return properties.every((property) => {
    const [start, end] = text.inner(property);
    const rest = text.text.slice(end, text.lineEnd(end));
    return text.indentation(start).length === text.column(start) && /^\s*,?\s*(?:(?:#|\/\/).*)?$/.test(rest);
  });
}

/** A run between commas goes with the comma behind it, the last run with the one before it. */
function between(
  text: EditedText,
  siblings: readonly Property[],
  from: number,
  to: number,
): TextEdit | undefined {
  const [start] = text.inner(siblings[from]);
  if (to < siblings.length) return text.edit(start, text.inner(siblings[to])[0], '');
  return text.edit(text.inner(siblings[from - 1])[1], text.inner(siblings[to - 1])[1], '');
}

/** Whole lines, each with the break before it; comments on lines of their own stay. */
function lines(
  text: EditedText,
  siblings: readonly Property[],
  from: number,
  to: number,
): (TextEdit | undefined)[] {
  const [start] = text.inner(siblings[from]);
  const startsLine = text.indentation(start).length === text.column(start);
  // Behind the dash of a list, or at the very beginning, what follows moves up.
  if (!startsLine || text.lineStart(start) === 0) {
    const next = siblings.at(to);
    return [next && text.edit(start, text.inner(next)[0], '')];
  }
  return siblings.slice(from, to).map((property) => {
    const [own, end] = text.inner(property);
    return text.edit(text.lineEnd(text.lineStart(own) - 1), text.lineEnd(end), '');
  });
}
