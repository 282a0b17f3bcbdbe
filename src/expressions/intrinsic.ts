import { checkIntrinsic } from './intrinsicChecks';
import { IntrinsicReader } from './intrinsicReader';
import type { JsonPath } from './jsonPath';
import type { ExpressionProblem } from './problem';

/** `States.Name(…)`; offsets count from the start of the string that was parsed. */
export interface IntrinsicCall {
  readonly kind: 'call';
  /** As written, with its prefix. */
  readonly name: string;
  readonly nameEnd: number;
  readonly arguments: readonly IntrinsicArgument[];
  readonly start: number;
  readonly end: number;
}

export type IntrinsicArgument =
  | IntrinsicCall
  | { readonly kind: 'path'; readonly path: JsonPath; readonly start: number; readonly end: number }
  | IntrinsicText
  | IntrinsicLiteral
  /** `${…}`: filled in from outside. */
  | { readonly kind: 'placeholder'; readonly start: number; readonly end: number };

export interface IntrinsicText {
  readonly kind: 'text';
  /** What stands between the quotes, escapes and all. */
  readonly written: string;
  /** With the escapes resolved. */
  readonly value: string;
  /** The quotes included. */
  readonly start: number;
  readonly end: number;
}

export interface IntrinsicLiteral {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
  readonly start: number;
  readonly end: number;
}

export interface ParsedIntrinsic {
  readonly call?: IntrinsicCall;
  /** What AWS refuses when the state machine is created. */
  readonly problems: readonly ExpressionProblem[];
  /** What fails when the call runs, whatever the data. */
  readonly warnings: readonly ExpressionProblem[];
}

/** Reads a whole string as a call of an intrinsic function. */
export function parseIntrinsic(text: string): ParsedIntrinsic {
  const reader = new IntrinsicReader(text);
  const call = reader.read();
  if (call === undefined || reader.problems.length > 0)
    return { call, problems: reader.problems, warnings: [] };
  const warnings: ExpressionProblem[] = [];
  checkIntrinsic(call, reader.problems, warnings);
  return { call, problems: reader.problems, warnings };
}

/** Every path among the arguments of a call and of the calls in it. */
export function* pathsOf(call: IntrinsicCall): Generator<JsonPath> {
  for (const argument of call.arguments) {
    if (argument.kind === 'path') yield argument.path;
    else if (argument.kind === 'call') yield* pathsOf(argument);
  }
}
