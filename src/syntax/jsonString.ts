import { RunBuilder, type Mapped } from './mapped';

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Text as it stands between the quotes of a JSON string. */
export function jsonEscape(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * Decodes the JSON string literal at `[start, end)` of `source`, quotes included. A missing closing
 * quote and unknown escapes are read as they stand.
 */
export function decodeJsonString(source: Mapped, start: number, end: number): Mapped {
  const { text } = source;
  const runs = new RunBuilder();
  const closed = end - start >= 2 && text[end - 1] === '"';
  const stop = closed ? end - 1 : end;
  let from = start + 1;
  for (let at = from; at < stop;) {
    if (text[at] !== '\\') {
      at++;
      continue;
    }
    runs.copy(text.slice(from, at), from);
    const letter = text[at + 1];
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
      runs.escape(String.fromCharCode(parseInt(text.slice(at + 2, at + 6), 16)), at);
      from = at = at + 6;
    } else {
      runs.escape(ESCAPES[letter] ?? letter ?? '', at);
      from = at = at + 2;
    }
  }
  runs.copy(text.slice(from, stop), from);
  return runs.finish(source, stop, jsonEscape);
}
