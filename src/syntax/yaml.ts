import { nestedTooDeeply, TOO_DEEP } from './depth';
import { WholeText, type Mapped } from './mapped';
import { readPlainYaml } from './plainYaml';
import type { Tree } from './tree';
import { indentFlowText } from './yamlFlowText';
import { readYaml } from './yamlReader';

/**
 * Reads YAML 1.2 (of several documents the first) with an editor's tolerance: any text gives a tree,
 * and problems say what is wrong. Aliases are followed, `<<` is merged, unknown tags are dynamic values.
 */
export function parseYaml(input: string | Mapped): Tree {
  const source = typeof input === 'string' ? new WholeText(input) : input;
  try {
    const plain = readPlainYaml(source);
    if (plain) return plain;
    const offset = nestedTooDeeply(source.text);
    if (offset !== undefined) return tooDeep(source, offset);
    const { tree, hasLowFlowText } = readYaml(source);
    const indented = hasLowFlowText ? indentFlowText(source) : undefined;
    return indented ? readYaml(indented).tree : tree;
  } catch (error) {
    // The only throw left is a stack overflow in block nesting without brackets.
    if (error instanceof RangeError) return tooDeep(source, 0);
    throw error;
  }
}

function tooDeep(source: Mapped, offset: number): Tree {
  const span = {
    start: source.toHost(offset),
    end: source.toHost(Math.min(offset + 1, source.text.length)),
  };
  return { format: 'yaml', source, problems: [{ span, message: TOO_DEEP }], comments: [] };
}
