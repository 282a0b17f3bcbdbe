import { isHclLoaded, loadHcl, parseHcl } from '../../syntax/hcl';
import { buildTerraform } from '../template';
import { NOTHING, type Located } from './located';
import { formatOf, type SourceFile } from './sourceFile';
import { locateIn } from './template';

/** Reads a file beside the program: the grammar's bytes. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** True for a text without which a file of Terraform says nothing about AWS. */
function mayConcernUs(text: string): boolean {
  return text.includes('aws_');
}

/**
 * Makes ready what the format of a file needs; has to be waited for before `locate`. Only the first
 * file of Terraform takes time.
 */
export async function prepare(file: SourceFile, read: ReadAsset): Promise<void> {
  if (isHclLoaded() || formatOf(file) !== 'terraform' || !mayConcernUs(file.text)) return;
  await loadHcl(read);
}

/** Reads a file of Terraform; nothing before `prepare`. */
export function locateTerraform({ text }: SourceFile): Located {
  const tree = mayConcernUs(text) ? parseHcl(text) : undefined;
  return tree ? locateIn(buildTerraform(tree)) : NOTHING;
}
