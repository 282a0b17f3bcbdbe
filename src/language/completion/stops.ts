/**
 * Places where the cursor stops in a text that is accepted. While the text is put together they are marked
 * by characters of Unicode's private use area, which no quoting touches.
 */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

const SPECIAL = new RegExp(`[\\\\$}${OPEN}]`);
const MARKED = new RegExp(`${OPEN}(\\d)([^${CLOSE}]*)${CLOSE}`, 'g');

/** A stop, with the text that stands there until something is typed. */
export function stop(number: number, text = ''): string {
  return `${OPEN}${number}${text}${CLOSE}`;
}

/** The text in VS Code's snippet syntax: stops as `$1` and `${1:…}`, everything else as it is shown. */
export function toSnippet(marked: string): string {
  // Most texts are names, of which there may be thousands.
  if (!SPECIAL.test(marked)) return marked;
  return marked
    .replace(/[\\$}]/g, '\\$&')
    .replace(MARKED, (_, number: string, text: string) =>
      text === '' ? `$${number}` : `\${${number}:${text}}`,
    );
}
