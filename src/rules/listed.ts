/** Names in quotes as a sentence lists them; of more than `most` only the first ones, and how many follow. */
export function listed(names: readonly string[], most: number): string {
  const isLong = names.length > most;
  const shown = names.slice(0, isLong ? most - 1 : most).map((name) => `"${name}"`);
  if (isLong) return `${shown.join(', ')} and ${names.length - shown.length} more`;
  return shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
