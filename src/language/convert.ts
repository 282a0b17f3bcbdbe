import { parseDocument, visit } from 'yaml';
import type { LanguageDocument } from './document';
import { jsonText } from './jsonText';
import { yamlText } from './yamlText';

export interface Conversion {
  readonly text: string;
  readonly languageId: 'asl' | 'asl-yaml';
  /** The ending that the file's name gets in place of its own. */
  readonly ending: '.asl.json' | '.asl.yaml';
  /** What the other format cannot hold, a sentence each. */
  readonly lost: readonly string[];
}

/**
 * A stand-alone definition in the other format: the same value in the same order. Texts of several lines
 * become block scalars; JSON has no place for comments and anchors, which is said.
 */
export function convert({ text, located }: LanguageDocument): Conversion | undefined {
  const { tree, isDefinition } = located;
  if (!tree?.root || !isDefinition || tree.problems.some(({ harmless }) => !harmless)) return undefined;
  if (tree.format === 'json')
    return { text: withEol(yamlText(tree), text), languageId: 'asl-yaml', ending: '.asl.yaml', lost: [] };
  return {
    text: withEol(jsonText(tree), text),
    languageId: 'asl',
    ending: '.asl.json',
    lost: lostInJson(text, tree.comments.length),
  };
}

function lostInJson(text: string, comments: number): string[] {
  let aliases = 0;
  visit(parseDocument(text, { merge: true }), { Alias: () => void aliases++ });
  return [
    ...(comments > 0
      ? [
          comments === 1
            ? 'JSON has no comments: 1 is left out.'
            : `JSON has no comments: ${comments} are left out.`,
        ]
      : []),
    ...(aliases > 0 ? ['JSON has no anchors: what they stand for is written out.'] : []),
  ];
}

function withEol(text: string, like: string): string {
  return like.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
