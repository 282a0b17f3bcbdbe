import { parseHcl } from '../../syntax/hcl';
import { buildTerraform } from '../template';
import { NOTHING, type Located } from './located';
import type { SourceFile } from './sourceFile';
import { locateIn } from './template';

/** True for a text without which a file of Terraform says nothing about AWS. */
export function mayConcernUs(text: string): boolean {
  return text.includes('aws_') || text.includes('StartAt');
}

/** Reads a file of Terraform; nothing before `loadHcl`. */
export function locateTerraform({ text }: SourceFile): Located {
  const tree = mayConcernUs(text) ? parseHcl(text) : undefined;
  return tree ? locateIn(buildTerraform(tree)) : NOTHING;
}
