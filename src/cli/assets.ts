import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetsFor, loadAsset, type Asset, type SourceFile } from '../model/locate';

const NAMES: Readonly<Record<Asset, string>> = {
  terraform: 'the reader of Terraform',
  api: 'the catalogue of API actions',
};

/** Loads what a file needs, from beside the program; the sentence that says why it is not there. */
export async function prepareFor(file: SourceFile): Promise<string | undefined> {
  for (const asset of assetsFor(file)) {
    try {
      await loadAsset(asset, (name) => readFile(join(__dirname, name)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return `${file.path} is not checked: ${NAMES[asset]} cannot be loaded (${reason}).`;
    }
  }
  return undefined;
}
