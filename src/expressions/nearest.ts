/**
 * The candidate that `word` was most likely meant to be: the same but for case, else the one with
 * the fewest edits (insert, delete, replace, swap neighbours), at most about one in three letters or
 * `most`. The first of equals wins.
 */
export function nearest(word: string, candidates: Iterable<string>, most = Infinity): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let limit = Math.min(most, Math.max(1, Math.ceil(wanted.length / 3)));
  const rows = [new Array<number>(), new Array<number>(), new Array<number>()];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (other === wanted) return candidate;
    // One letter may become any other: without a letter in common nothing is meant.
    if (Math.abs(other.length - wanted.length) > limit || wanted.length < 2) continue;
    const distance = edits(wanted, other, limit, rows);
    if (distance > limit || distance >= wanted.length) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

/** Edits between two texts, or more than `limit` as soon as that is certain. */
function edits(a: string, b: string, limit: number, rows: number[][]): number {
  let [previous, before, current] = rows;
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(before[j] + 1, current[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, previous[j - 2] + 1);
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [previous, before, current] = [before, current, previous];
  }
  return before[b.length];
}
