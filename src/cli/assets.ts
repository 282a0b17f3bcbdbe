import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare, type SourceFile } from '../model/locate';

/** Loads what the format of a file needs, from beside the program; the sentence that says why it is not there. */
export async function prepareFor(file: SourceFile): Promise<string | undefined> {
  try {
    await prepare(file, (name) => readFile(join(__dirname, name)));
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${file.path} is not checked: the reader of Terraform cannot be loaded (${reason}).`;
  }
}
