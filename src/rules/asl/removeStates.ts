import type { State } from '../../model/stateMachine';
import type { TextEdit } from '../../syntax/edit';
import type { Property } from '../../syntax/tree';

/** Takes states of one level out, neighbours together, with their commas or lines. One state has to stay. */
export function removeStates(states: readonly State[]): TextEdit[] {
  const gone = new Set<Property>(states.map(({ property }) => property));
  const siblings = states[0]?.property.parent.properties ?? [];
  const edits: TextEdit[] = [];
  for (let from = 0; from < siblings.length; from++) {
    if (!gone.has(siblings[from])) continue;
    let to = from;
    while (to + 1 < siblings.length && gone.has(siblings[to + 1])) to++;
    const behind = siblings[to + 1] as Property | undefined;
    const span = behind
      ? { start: siblings[from].span.start, end: behind.span.start }
      : { start: siblings[from - 1]?.span.end ?? siblings[from].span.start, end: siblings[to].span.end };
    edits.push({ span, newText: '' });
    from = to;
  }
  return edits;
}
