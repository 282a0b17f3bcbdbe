import { LanguageDocument } from '../../src/language/document';
import { readCursor, readMarks } from './marks';
import type { Span } from '../../src/syntax/tree';

/** A document of a text with a cursor `|`. */
export function documentAt(
  marked: string,
  path = 'test.asl.json',
): { document: LanguageDocument; offset: number } {
  const { text, offset } = readCursor(marked);
  return { document: new LanguageDocument({ path, text }), offset };
}

/** A document of a text with spans between « and ». */
export function documentWith(
  marked: string,
  path = 'test.asl.json',
): { document: LanguageDocument; spans: Span[] } {
  const { text, spans } = readMarks(marked);
  return { document: new LanguageDocument({ path, text }), spans };
}
