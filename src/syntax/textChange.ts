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
  const most = Math.min(before.length, after.length);
  const by = after.length - before.length;
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  while (end > start && end + by > start && before.charCodeAt(end - 1) === after.charCodeAt(end + by - 1))
    end--;
  const longer = by > 0 ? after : before;
  const length = Math.abs(by);
  const isOneWay = end - start === Math.max(0, -by);
  while (isOneWay && start > 0 && longer.charCodeAt(start - 1) === longer.charCodeAt(start - 1 + length)) {
    start--;
    end--;
  }
  return { start, end, by };
}
