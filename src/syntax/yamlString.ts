import { Scalar } from 'yaml';
import { jsonEscape } from './jsonString';
import { RunBuilder, type Mapped, type Quote } from './mapped';

const ESCAPES: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const PLAIN_SAFE = /^[A-Za-z_$./][^:#\n\r"'{}[\],&*]*$/;
const PLAIN_RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** True for text that YAML reads back as the same string without quotes, by either version of YAML. */
export function isPlainSafe(text: string): boolean {
  return PLAIN_SAFE.test(text) && !PLAIN_RESERVED.test(text) && text === text.trim();
}

/**
 * Decodes the scalar at `[start, end)` of `source` along with `value`, what the YAML reader made of
 * it, and keeps the way back to every character.
 */
export function decodeYamlString(
  source: Mapped,
  start: number,
  end: number,
  type: Scalar.Type | undefined,
  value: string,
): Mapped {
  switch (type) {
    case Scalar.QUOTE_DOUBLE:
      return decodeDouble(source, start, end);
    case Scalar.QUOTE_SINGLE:
      return follow(source, start + 1, end - 1, value, 0, (text) =>
        text.includes('\n') ? undefined : text.replaceAll("'", "''"),
      );
    case Scalar.BLOCK_LITERAL:
    case Scalar.BLOCK_FOLDED:
      return decodeBlock(source, start, end, value);
    default:
      return follow(source, start, end, value, 0, (text) => (isPlainSafe(text) ? text : undefined));
  }
}

function decodeDouble(source: Mapped, start: number, end: number): Mapped {
  const { text } = source;
  const runs = new RunBuilder();
  const stop = text[end - 1] === '"' && end - start > 1 ? end - 1 : end;
  let from = start + 1;
  for (let at = from; at < stop;) {
    if (text[at] === '\\') {
      runs.copy(text.slice(from, at), from);
      const length = { x: 2, u: 4, U: 8 }[text[at + 1]];
      if (length) {
        const code = parseInt(text.slice(at + 2, at + 2 + length), 16);
        runs.escape(Number.isNaN(code) || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code), at);
        from = at = at + 2 + length;
      } else if (text[at + 1] === '\n' || text[at + 1] === '\r') {
        at += 1;
        while (at < stop && /\s/.test(text[at])) at++;
        from = at;
      } else {
        runs.escape(ESCAPES[text[at + 1]] ?? '', at);
        from = at = at + 2;
      }
    } else if (text[at] === '\n' || text[at] === '\r') {
      const line = text.slice(from, at).trimEnd();
      runs.copy(line, from);
      const fold = /^[\s]+/.exec(text.slice(at, stop))?.[0] ?? '';
      const breaks = fold.split('\n').length - 1;
      runs.escape(breaks > 1 ? '\n'.repeat(breaks - 1) : ' ', at);
      from = at = at + fold.length;
    } else at++;
  }
  runs.copy(text.slice(from, stop), from);
  return runs.finish(source, stop, jsonEscape);
}

function decodeBlock(source: Mapped, start: number, end: number, value: string): Mapped {
  const { text } = source;
  const firstLine = text.indexOf('\n', start) + 1;
  if (firstLine === 0 || firstLine >= end) return follow(source, end, end, value, 0, () => undefined);
  const indent = blockIndent(text.slice(firstLine, end));
  const quote: Quote = (decoded) => decoded.replaceAll('\n', `\n${' '.repeat(indent)}`);
  return follow(source, firstLine, end, value, indent, quote);
}

/** The indentation of a block scalar's text: that of its first line which is not blank. */
export function blockIndent(body: string): number {
  const line = body.split('\n').find((candidate) => candidate.trim() !== '');
  return line ? line.length - line.trimStart().length : 0;
}

/** Walks source and value side by side; where they differ the source folded lines or doubled a quote. */
function follow(
  source: Mapped,
  start: number,
  end: number,
  value: string,
  indent: number,
  quote: Quote,
): Mapped {
  const { text } = source;
  const runs = new RunBuilder();
  let at = skipIndent(text, start, end, indent);
  let from = at;
  let done = 0;
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index];
    if (text[at] === wanted && at < end) {
      at++;
      if (wanted === '\n') {
        runs.copy(value.slice(done, index + 1), from);
        done = index + 1;
        from = at = skipIndent(text, at, end, indent);
      } else if (wanted === "'" && text[at] === "'" && text[start - 1] === "'") {
        runs.copy(value.slice(done, index + 1), from);
        done = index + 1;
        from = ++at;
      }
      continue;
    }
    // A folded line break: one blank or line feed of the value stands for white space of the source.
    runs.copy(value.slice(done, index), from);
    done = index;
    const white = at;
    if (/\s/.test(wanted)) {
      while (at < end && /\s/.test(text[at]) && (wanted !== '\n' || text[at] !== '\n')) at++;
      if (wanted === '\n' && text[at] === '\n') at++;
      const more = value[index + 1];
      if (more !== '\n') while (at < end && /\s/.test(text[at]) && text[at] !== more) at++;
    } else {
      while (at < end && text[at] !== wanted) at++;
      at++;
    }
    runs.escape(wanted, Math.min(white, end));
    done = index + 1;
    from = at = Math.min(at, end);
  }
  runs.copy(value.slice(done), from);
  return runs.finish(source, Math.max(start, Math.min(at, end)), quote);
}

function skipIndent(text: string, at: number, end: number, indent: number): number {
  let skipped = 0;
  while (skipped < indent && at < end && text[at] === ' ') {
    at++;
    skipped++;
  }
  return at;
}
