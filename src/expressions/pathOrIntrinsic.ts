import { parseIntrinsic, type IntrinsicCall } from './intrinsic';
import { parseJsonPath, type JsonPath } from './jsonPath';
import { nearest } from './nearest';
import type { ExpressionProblem } from './problem';

/** The value of a key that ends in `.$`. */
export interface ParsedPathOrIntrinsic {
  readonly path?: JsonPath;
  readonly call?: IntrinsicCall;
  /** What AWS refuses when the state machine is created. */
  readonly problems: readonly ExpressionProblem[];
  /** What fails when the call runs, whatever the data. */
  readonly warnings: readonly ExpressionProblem[];
}

/** Reads a string that AWS takes as a path, when it starts with `$`, or else as an intrinsic function. */
export function parsePathOrIntrinsic(text: string): ParsedPathOrIntrinsic {
  if (text.charCodeAt(0) === 0x24) return { ...parseJsonPath(text), warnings: [] };
  if (text.startsWith('States.')) return parseIntrinsic(text);
  const prefix = /^\s*([A-Za-z]+)\.\w+\s*\(/.exec(text);
  const suggestion =
    prefix && nearest(prefix[1], ['States']) ? text.trim().replace(prefix[1], 'States') : undefined;
  const message = `"${text}" is neither a path, which starts with "$", nor an intrinsic function, which starts with "States.".`;
  return {
    problems: [{ start: 0, end: text.length, message, ...(suggestion && { suggestion }) }],
    warnings: [],
  };
}
