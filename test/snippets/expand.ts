/** The text that VS Code inserts for a snippet's body when every stop keeps its default or first choice. */
export function expand(body: readonly string[]): string {
  const text = body.join('\n').replace(/\t/g, '  ');
  const known = new Map<string, string>();
  return text.replace(
    /\\([\\$}])|\$\{(\d+)\|([^,|]*)[^}]*\|\}|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{?(\d+)\}?/g,
    (_, escaped, choice, first, stop, value, again) => {
      if (escaped !== undefined) return escaped as string;
      if (again !== undefined) return known.get(again as string) ?? '';
      const inserted: string = choice !== undefined ? first : value.replace(/\\(.)/g, '$1');
      known.set((choice ?? stop) as string, inserted);
      return inserted;
    },
  );
}
