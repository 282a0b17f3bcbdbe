import type { Parser } from 'web-tree-sitter';
import { nestedTooDeeply } from './depth';
import { hclNodes } from './hclNode';
import { HclReader } from './hclReader';
import { WholeText } from './mapped';
import type { Tree } from './tree';

/** The files that `loadHcl` asks for. */
export const HCL_FILES = { runtime: 'web-tree-sitter.wasm', grammar: 'tree-sitter-hcl.wasm' } as const;

let loading: Promise<void> | undefined;
let parser: Parser | undefined;

/** Makes the reader of Terraform ready, once; a failure is not kept, so that a later call may try again. */
export function loadHcl(read: (file: string) => Promise<Uint8Array>): Promise<void> {
  return (loading ??= load(read).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function load(read: (file: string) => Promise<Uint8Array>): Promise<void> {
  const { Language, Parser } = await import('web-tree-sitter');
  // In a worker the runtime looks for its own address, unless it is told that it needs none.
  await Parser.init({ wasmBinary: await read(HCL_FILES.runtime), locateFile: (file: string) => file });
  const grammar = await Language.load(await read(HCL_FILES.grammar));
  const loaded = new Parser();
  loaded.setLanguage(grammar);
  parser = loaded;
}

/** True when `parseHcl` can read. */
export function isHclLoaded(): boolean {
  return parser !== undefined;
}

/**
 * Reads a file of Terraform: blocks are objects under their type and labels, as in Terraform's JSON
 * syntax. Any text gives a tree; without `loadHcl` there is none.
 */
export function parseHcl(text: string): Tree | undefined {
  if (!parser) return undefined;
  if (nestedTooDeeply(text) !== undefined) return tooDeep(text);
  const parsed = parser.parse(text);
  if (!parsed) return undefined;
  try {
    return new HclReader(text).read(hclNodes(parsed));
  } catch (error) {
    // The only throw left is a stack overflow in nesting without brackets.
    if (error instanceof RangeError) return tooDeep(text);
    throw error;
  } finally {
    parsed.delete();
  }
}

function tooDeep(text: string): Tree {
  const span = { start: 0, end: Math.min(1, text.length) };
  const message = 'The text is nested more than 500 levels deep.';
  return { format: 'hcl', source: new WholeText(text), problems: [{ span, message }], comments: [] };
}
