/** `^^^ a b - c`: from `start` to `end`, every token has the scopes `a` and `b` and does not have `c`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** One case of a marked file: its title, its text, and what stands under each line. */
export interface Case {
  readonly title: string;
  readonly lines: readonly string[];
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
}

/**
 * Reads a marked file: `# title` begins a case, `| text` is a line of it, and carets below that line, in
 * the same columns, mark a piece of it.
 */
export function readCases(file: string): Case[] {
  return file
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [title, ...rest] = section.split('\n');
      const lines: string[] = [];
      const marks = new Map<number, Mark[]>();
      for (const row of rest) {
        if (row.startsWith('|')) lines.push(row.slice(2));
        else if (row.trim() !== '') add(marks, lines.length - 1, row);
      }
      return { title, lines, marks };
    });
}

function add(marks: Map<number, Mark[]>, line: number, row: string): void {
  const parts = /^( +)(\^+) (.*)$/.exec(row);
  if (!parts) throw new Error(`"${row}" is not a mark`);
  const start = parts[1].length - 2;
  const [has, lacks = []] = ` ${parts[3]}`.split(' - ').map((words) => words.split(' ').filter(Boolean));
  marks.set(line, [...(marks.get(line) ?? []), { start, end: start + parts[2].length, has, lacks }]);
}
