import type { MachineType } from '../stateMachine';
import { locateDefinition } from './definition';
import { NOTHING, type Located } from './located';
import { formatOf, type SourceFile } from './sourceFile';

export type { EmbeddedDefinition, EmbeddedPattern, EmbeddedSchedule, Located, Substitution } from './located';
export { FILE_ENDINGS, formatOf, isNamedDefinition, type SourceFile, type SourceFormat } from './sourceFile';

/** Reads a file and finds what is in it; `type` is what a stand-alone definition is judged as. */
export function locate(file: SourceFile, type: MachineType = 'STANDARD'): Located {
  const format = formatOf(file);
  switch (format) {
    case 'json':
    case 'yaml':
      return locateDefinition(file, format, type);
    default:
      return NOTHING;
  }
}
