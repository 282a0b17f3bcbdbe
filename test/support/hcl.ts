import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadHcl } from '../../src/syntax/hcl';

const require = createRequire(import.meta.url);

const PACKAGES = ['web-tree-sitter', '@tree-sitter-grammars/tree-sitter-hcl'];

/** Makes the reader of Terraform ready, from the packages that the build takes it from. */
export function readyHcl(): Promise<void> {
  return loadHcl(async (file) => {
    const owner = PACKAGES.find((name) => name.endsWith(file.replace('.wasm', ''))) ?? PACKAGES[0];
    return readFile(require.resolve(`${owner}/${file}`));
  });
}
