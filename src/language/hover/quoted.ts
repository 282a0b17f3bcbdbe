/** Names of states in quotes, each once, and how many more there are than can be read at a glance. */
export function quoted(names: readonly string[]): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, 4).map((name) => (name === 'the start' ? name : `"${name}"`));
  return `${shown.join(', ')}${all.length > 4 ? ` and ${all.length - 4} more` : ''}`;
}
