import { isMap, isScalar, isSeq, parseDocument, Scalar, stringify, visit } from 'yaml';
import { toValue } from '../syntax/navigate';
import type { LanguageDocument } from './document';

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
  return tree.format === 'json' ? toYaml(text, toValue(tree.root)) : toJson(text, tree.comments.length);
}

function toYaml(text: string, value: unknown): Conversion {
  const document = parseDocument(stringify(value, { lineWidth: 0, version: '1.1' }));
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
    },
    // Short lists of words, as in ErrorEquals, read better on one line.
    Seq: (_key, node) => {
      if (
        node.items.length > 0 &&
        node.items.every((item) => isScalar(item) && String(item.value).length < 30)
      )
        node.flow = true;
    },
  });
  const laidOut = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return { text: withEol(laidOut, text), languageId: 'asl-yaml', ending: '.asl.yaml', lost: [] };
}

function toJson(text: string, comments: number): Conversion {
  const document = parseDocument(text, { merge: true });
  const value: unknown = document.toJS({ maxAliasCount: 10_000 });
  let aliases = 0;
  visit(document, { Alias: () => void aliases++ });
  const lost = [
    ...(comments > 0
      ? [
          comments === 1
            ? 'JSON has no comments: 1 is left out.'
            : `JSON has no comments: ${comments} are left out.`,
        ]
      : []),
    ...(aliases > 0 ? ['JSON has no anchors: what they stand for is written out.'] : []),
  ];
  const hasRoot = isMap(document.contents) || isSeq(document.contents);
  const laidOut = `${JSON.stringify(hasRoot ? value : {}, null, 2)}\n`;
  return { text: withEol(laidOut, text), languageId: 'asl', ending: '.asl.json', lost };
}

function withEol(text: string, like: string): string {
  return like.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
