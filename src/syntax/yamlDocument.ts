import { Composer, isScalar, Parser } from 'yaml';
import type { Document, Node as YamlNode, Pair, Scalar } from 'yaml';

/** The first document of a text, as the `yaml` package reads it; those behind it are not read. */
export function firstDocument(text: string): Document.Parsed | undefined {
  const composer = new Composer({ version: '1.2', uniqueKeys: false, logLevel: 'silent' });
  for (const document of composer.compose(new Parser().parse(text))) return document;
  return undefined;
}

/** `<<: *defaults` */
export function isMerge({ key, value }: Pair<YamlNode, YamlNode | null>): boolean {
  return value !== null && isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/** A key's text; empty for a key that is no scalar. */
export function nameOf(key: YamlNode): string {
  return isScalar(key) ? textOf(key) : '';
}

/** A key, and a number as it is written, is text. */
export function textOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** `Next:` with nothing behind it is half typed, not null. */
export function isEmptyScalar(node: YamlNode): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '' && !node.tag && !node.anchor;
}

/** Where the `yaml` package says that a node stands. */
export function rangeOf(node: YamlNode): readonly [start: number, end: number] {
  return (node.range ?? [0, 0, 0]) as unknown as [number, number];
}

/** A block scalar's range reaches into the line behind it. */
export function lastTextEnd(text: string, start: number, end: number): number {
  let at = end;
  for (let line = at; line > start; line--) {
    const character = text[line - 1];
    if (character === '\n') at = text[line - 2] === '\r' ? line - 2 : line - 1;
    else if (character !== ' ' && character !== '\t' && character !== '\r') break;
  }
  return at;
}

/** The offset behind the text before an offset of the same line. */
export function beforeBlanks(text: string, offset: number): number {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at;
}
