/** The first range in an answer that is not one of the text; places in other files name them. */
export function rangeOutside(answer: unknown, length: number, depth = 0): string | undefined {
  if (typeof answer !== 'object' || answer === null || depth > 8) return undefined;
  if (Array.isArray(answer)) {
    for (const item of answer) {
      const bad = rangeOutside(item, length, depth + 1);
      if (bad) return bad;
    }
    return undefined;
  }
  const { start, end, offset, uri, path } = answer as Record<string, unknown>;
  if (uri !== undefined || path !== undefined) return undefined;
  if (typeof start === 'number' && typeof end === 'number') {
    const fits = Number.isInteger(start) && start >= 0 && start <= end && end <= length;
    return fits ? undefined : `[${start}, ${end})`;
  }
  if (typeof offset === 'number' && !(offset >= 0 && offset <= length)) return `offset ${offset}`;
  for (const item of Object.values(answer)) {
    const bad = rangeOutside(item, length, depth + 1);
    if (bad) return bad;
  }
  return undefined;
}
