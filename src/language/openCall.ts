/** The call whose parentheses are open at a place. */
export interface OpenCall {
  /** As written before the parenthesis. */
  readonly name: string;
  /** How many commas of its own stand before the place. */
  readonly argument: number;
}

/** More characters than the name of a function has, with blanks behind it. */
const LONGEST_NAME = 100;

/** Finds the innermost call around `at` by its brackets, in a text that may end anywhere. */
export function openCall(text: string, from: number, at: number): OpenCall | undefined {
  const open: { readonly name?: string; argument: number }[] = [];
  for (let index = from; index < at; index++) {
    const character = text[index];
    if (character === "'" || character === '"' || character === '`') index = behindQuoted(text, index) - 1;
    else if (character === '(' || character === '[' || character === '{')
      open.push({ name: character === '(' ? nameBefore(text, from, index) : undefined, argument: 0 });
    else if (character === ')' || character === ']' || character === '}') open.pop();
    else if (character === ',' && open.length > 0) open[open.length - 1].argument++;
  }
  // A list or an object, or parentheses that only group, stand in the argument of the call around them.
  for (const { name, argument } of open.reverse()) if (name !== undefined) return { name, argument };
  return undefined;
}

function nameBefore(text: string, from: number, end: number): string | undefined {
  const before = text.slice(Math.max(from, end - LONGEST_NAME), end);
  return /(?:\$\w+|[A-Za-z][\w.]*)\s*$/.exec(before)?.[0].trimEnd();
}

function behindQuoted(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== text[start]) at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
