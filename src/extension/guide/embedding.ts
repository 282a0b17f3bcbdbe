/** Languages in whose files nothing but themselves can stand as it is; templates and prose hold anything. */
const strict: readonly (readonly string[])[] = [
  ['json', 'jsonc', 'asl', 'eventpattern'],
  ['python'],
  ['javascript', 'typescript'],
];

/** Whether a text of one language can be put into a file of another. */
export function canStandIn(file: string, text: string): boolean {
  return strict.every((family) => !family.includes(file) || family.includes(text));
}
