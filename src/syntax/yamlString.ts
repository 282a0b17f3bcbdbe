import type { Scalar } from 'yaml';
import { jsonEscape } from './jsonString';
import { RunBuilder, type Mapped, type Quote } from './mapped';
import { Writing, type Decode } from './writing';

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

// `.5` and `.inf` are numbers.
const PLAIN_SAFE = /^[A-Za-z_$/][^:#"'{}[\],&*\u0000-\u001f\u007f-\u009f\ufeff]*$/;
const PLAIN_RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** True for text that YAML reads back as the same string without quotes, by either version of YAML. */
export function isPlainSafe(text: string): boolean {
  return PLAIN_SAFE.test(text) && !PLAIN_RESERVED.test(text) && text === text.trim();
}

/** How scalars of each type are written in a source. */
export class YamlWritings {
  readonly #source: Mapped;
  readonly #of: Partial<Record<Scalar.Type, Writing>> = {};

  constructor(source: Mapped) {
    this.#source = source;
  }

  of(type: Scalar.Type = 'PLAIN'): Writing {
    return (this.#of[type] ??= new Writing(this.#source, DECODERS[type]));
  }
}

/** Along with what the YAML reader made of a scalar, so that folding and chomping are its own. */
const DECODERS: Readonly<Record<Scalar.Type, Decode>> = {
  PLAIN: (source, start, end, value) =>
    follow(source, start, end, value, (text) => (isPlainSafe(text) ? text : undefined)),
  QUOTE_SINGLE: (source, start, end, value) =>
    follow(source, start + 1, end - 1, value, (text) =>
      text.includes('\n') ? undefined : text.replaceAll("'", "''"),
    ),
  QUOTE_DOUBLE: decodeDouble,
  BLOCK_FOLDED: (source, start, end, value) => {
    const { from, to, indent } = blockBody(source.text, start, end, value);
    return follow(source, from + indent, to, value, indented(source.text, from, to, indent));
  },
  BLOCK_LITERAL: decodeLiteral,
};

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

/** The lines of a block scalar: where they begin and end, and the indentation that is not part of the value. */
function blockBody(
  text: string,
  start: number,
  end: number,
  value: string,
): { from: number; to: number; indent: number } {
  const lineBreak = text.indexOf('\n', start);
  if (lineBreak < 0) return { from: end, to: end, indent: 0 };
  // A node ends with its last line of text; blank lines behind it may be part of the value.
  BLANK_LINES.lastIndex = end;
  const to = end + (BLANK_LINES.exec(text)?.[0].length ?? 0);
  const from = Math.min(lineBreak + 1, to);
  return { from, to, indent: Math.max(0, leading(text.slice(from, to)) - leading(value)) };
}

const BLANK_LINES = /(?:[ \t]*\r?\n)*/y;

/** The blanks before the first text. */
function leading(lines: string): number {
  const line = /^ *(?=[^ \r\n])/m.exec(lines);
  return line ? line[0].length : 0;
}

/** Every line of what is written into a block has to be indented as far as the block. */
function indented(text: string, from: number, to: number, indent: number): Quote {
  const lineBreak = text.slice(from, to).includes('\r\n') ? '\r\n' : '\n';
  return (decoded) =>
    decoded.replace(/\r?\n(?!\r?\n)/g, `${lineBreak}${' '.repeat(indent)}`).replace(/\r?\n/g, lineBreak);
}

function decodeLiteral(source: Mapped, start: number, end: number, value: string): Mapped {
  const { text } = source;
  const { from, to, indent } = blockBody(text, start, end, value);
  const runs = new RunBuilder();
  let at = from;
  for (let done = 0; done < value.length;) {
    const valueEnd = value.indexOf('\n', done);
    const line = value.slice(done, valueEnd < 0 ? value.length : valueEnd);
    const lineBreak = text.indexOf('\n', at);
    const lineEnd = lineBreak < 0 || lineBreak > to ? to : lineBreak;
    runs.copy(line, line === '' ? Math.min(at + indent, lineEnd) : at + indent);
    const textEnd = text[lineEnd - 1] === '\r' && lineEnd > at ? lineEnd - 1 : lineEnd;
    if (valueEnd >= 0) runs.escape('\n', textEnd);
    done += line.length + 1;
    at = valueEnd < 0 ? textEnd : Math.min(lineEnd + 1, to);
  }
  return runs.finish(source, at, indented(text, from, to, indent));
}

/** Walks source and value side by side; where they differ the source folded lines or doubled a quote. */
function follow(source: Mapped, start: number, end: number, value: string, quote: Quote): Mapped {
  const { text } = source;
  const isSingle = text[start - 1] === "'";
  const runs = new RunBuilder();
  let at = start;
  let from = at;
  let done = 0;
  for (let index = 0; index < value.length;) {
    if (at < end && text[at] === value[index]) {
      at++;
      index++;
      if (!isSingle || text[at - 1] !== "'" || text[at] !== "'") continue;
      runs.copy(value.slice(done, index), from);
      done = index;
      from = ++at;
      continue;
    }
    runs.copy(value.slice(done, index), from);
    done = index;
    const space = Math.min(at, end);
    at = behindSpace(text, space, end);
    index = behindSpace(value, index, value.length);
    // Neither has white space here: only text that was not read as it stands gets out of step.
    if (at === space && index === done) index++;
    runs.escape(value.slice(done, index), space);
    done = index;
    from = at;
  }
  runs.copy(value.slice(done), from);
  return runs.finish(source, Math.min(at, end), quote);
}

function behindSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at])) at++;
  return at;
}
