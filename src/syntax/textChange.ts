/** What an edit made of a text: one place that differs, `[start, end)` in the text as it was. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  /** By how many characters what follows has moved. */
  readonly by: number;
}

/**
 * Where two versions of a text differ; what they begin and end with is the same. Of all places at which the
 * same could have been put in or taken out it is the first: behind a line rather than before the next one.
 */
export function changeBetween(before: string, after: string): TextChange {
  const by = after.length - before.length;
  const start = sameFrom(before, after);
  const end = before.length - sameBack(before, after, Math.min(before.length, after.length) - start);
  const longer = by > 0 ? after : before;
  const length = Math.abs(by);
  const isOneWay = end - start === Math.max(0, -by);
  let back = 0;
  while (isOneWay && back < start && longer[start - back - 1] === longer[start - back - 1 + length]) back++;
  return { start: start - back, end: end - back, by };
}

/** Whole pieces are compared first, which is many times faster than their characters. */
const PIECES = [4096, 64, 1];

/** How many characters two texts begin with alike. */
function sameFrom(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  for (const piece of PIECES) {
    while (same + piece <= most && one.slice(same, same + piece) === other.slice(same, same + piece))
      same += piece;
  }
  return same;
}

/** How many they end with alike, up to `most`. */
function sameBack(one: string, other: string, most: number): number {
  const tail = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  let same = 0;
  for (const piece of PIECES) {
    while (same + piece <= most && tail(one, same, same + piece) === tail(other, same, same + piece))
      same += piece;
  }
  return same;
}
