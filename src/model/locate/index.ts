import { readRequirements } from '../requirements';
import type { MachineType } from '../stateMachine';
import { locateCode } from './code';
import { locateDefinition } from './definition';
import { NOTHING, type Located } from './located';
import { formatOf, type SourceFile } from './sourceFile';
import { locateTerraform } from './terraform';

export type { EmbeddedDefinition, EmbeddedPattern, EmbeddedSchedule, Located, Substitution } from './located';
export { assetsFor, loadAsset, prepare, type Asset, type ReadAsset } from './prepare';
export {
  FILE_ENDINGS,
  FILE_NAMES,
  formatOf,
  isNamedDefinition,
  type SourceFile,
  type SourceFormat,
} from './sourceFile';

/**
 * Reads a file and finds what is in it; `type` is what a stand-alone definition is judged as. Given what the
 * file held `before` an edit, only what has changed is read; nobody may use that any more.
 */
export function locate(file: SourceFile, type: MachineType = 'STANDARD', before?: Located): Located {
  const format = formatOf(file);
  switch (format) {
    case 'json':
    case 'yaml':
      return locateDefinition(file, format, type, before);
    case 'python':
    case 'typescript':
      return locateCode(file, format);
    case 'terraform':
      return locateTerraform(file);
    case 'requirements':
      return { ...NOTHING, requirements: readRequirements(file.text) };
    default:
      return NOTHING;
  }
}
