import type { Tree, TreeNode } from '../../syntax/tree';
import type { PatternDialect } from './dialects';
import type { EventPatternProblem } from './problem';
import { readEventPattern } from './readPattern';

/** Where a pattern is used. */
export interface ValidateOptions {
  readonly dialect?: PatternDialect;
}

/** What is wrong with a pattern, in document order; an error is what AWS refuses. */
export function validateEventPattern(
  source: Tree | TreeNode,
  options: ValidateOptions = {},
): readonly EventPatternProblem[] {
  return readEventPattern(source, options.dialect).problems;
}
