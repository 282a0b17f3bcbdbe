import type { TextEdit } from '../syntax/edit';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { formatEmbedded } from './embeddedFormatting';
import { formatJson, layOutYaml, type FormatOptions } from './layout';
import { pairedLines } from './pairedLines';

/**
 * Lays definitions and event patterns out, of a template what it holds of them; a second time changes nothing.
 * YAML keeps comments, anchors and block texts.
 */
export function formatting(document: LanguageDocument, options: FormatOptions, range?: Span): TextEdit[] {
  const { text, located } = document;
  if (located.template) return formatEmbedded(document, options, range);
  const { tree, isDefinition, eventPatterns } = located;
  const isOurs = isDefinition || eventPatterns.some((pattern) => pattern.text === tree);
  if (!tree || !isOurs || tree.problems.some(({ harmless }) => !harmless)) return [];
  if (tree.format !== 'yaml') return formatJson(text, options, range);
  const laidOut = layOutYaml(text, options);
  if (laidOut === undefined || laidOut === text) return [];
  return range
    ? pairedLines(text, laidOut, range)
    : [{ span: { start: 0, end: text.length }, newText: laidOut }];
}
