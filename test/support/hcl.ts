import { copyFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HCL_FILES, loadHcl } from '../../src/syntax/hcl';

const require = createRequire(import.meta.url);

const PLACES: Readonly<Record<string, string>> = {
  [HCL_FILES.runtime]: require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  [HCL_FILES.grammar]: require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'),
};

/** Reads what the reader of Terraform needs from the packages that the build takes it from. */
export function readHclFile(name: string): Promise<Uint8Array> {
  return readFile(PLACES[name]);
}

/** Makes the reader of Terraform ready in this process. */
export function readyHcl(): Promise<void> {
  return loadHcl(readHclFile);
}

/** Puts the files beside a program that was built for a test. */
export function copyHclFiles(folder: string): void {
  for (const [name, place] of Object.entries(PLACES)) copyFileSync(place, join(folder, name));
}
