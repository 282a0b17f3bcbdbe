import type { JsonPath, PathSegment } from './jsonPath';

const DOLLAR = 0x24;
const DOT = 0x2e;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/**
 * The path of `[start, end)` when it is nothing but a root, plain names and indexes, which most paths
 * are; the reader of all paths gives the same answer, only later.
 */
export function simplePath(text: string, start: number, end: number): JsonPath | undefined {
  if (text.charCodeAt(start) !== DOLLAR) return undefined;
  let at = start + 1;
  let root: JsonPath['root'] = 'input';
  let variable: string | undefined;
  if (at < end && text.charCodeAt(at) === DOLLAR) {
    root = 'context';
    at++;
  } else if (at < end && isLetter(text.charCodeAt(at))) {
    root = 'variable';
    at = wordEnd(text, at, end);
    variable = text.slice(start + 1, at);
    if (variable.includes('-')) return undefined;
  }
  const rootEnd = at;
  const segments: PathSegment[] = [];
  while (at < end) {
    const from = at;
    const code = text.charCodeAt(at);
    if (code === DOT) {
      const nameEnd = wordEnd(text, from + 1, end);
      if (nameEnd === from + 1) return undefined;
      const name = text.slice(from + 1, nameEnd);
      const span = { start: from, end: nameEnd, nameStart: from + 1, nameEnd };
      segments.push({ kind: 'name', name, quoted: false, ...span });
      at = nameEnd;
    } else if (code === OPEN_BRACKET) {
      const close = digitsEnd(text, from + 1, end);
      if (close === from + 1 || close >= end || text.charCodeAt(close) !== CLOSE_BRACKET) return undefined;
      at = close + 1;
      segments.push({ kind: 'index', index: Number(text.slice(from + 1, close)), start: from, end: at });
    } else {
      return undefined;
    }
  }
  const path = { root, segments, start, end, rootEnd };
  return variable === undefined ? path : { ...path, variable };
}

function wordEnd(text: string, at: number, end: number): number {
  while (at < end && isWord(text.charCodeAt(at))) at++;
  return at;
}

function digitsEnd(text: string, at: number, end: number): number {
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2d;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ASCII letters and the underscore. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}
