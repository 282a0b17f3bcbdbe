import { PathReader, withoutRoot } from './jsonPathReader';
import type { ExpressionProblem } from './problem';

/** A JSONPath as Step Functions reads it. Offsets count from the start of the string that was parsed. */
export interface JsonPath {
  /** `$` is the input (a filter's `@`: the item), `$$` the context object, `$name` a variable. */
  readonly root: 'input' | 'context' | 'variable' | 'item';
  /** The name without its `$`, when the root is a variable. */
  readonly variable?: string;
  readonly segments: readonly PathSegment[];
  readonly start: number;
  readonly end: number;
  /** Where the segments begin: behind `$`, `$$` or `$name`. */
  readonly rootEnd: number;
}

export type PathSegment =
  | NameSegment
  | IndexSegment
  | SliceSegment
  | UnionSegment
  | WildcardSegment
  | DescendantSegment
  | FilterSegment
  | FunctionSegment;

interface SegmentSpan {
  /** With the dot or the bracket that leads the segment. */
  readonly start: number;
  readonly end: number;
}

export interface NameSegment extends SegmentSpan {
  readonly kind: 'name';
  /** Decoded: without quotes and escapes. */
  readonly name: string;
  /** The name as written, without dot, brackets and quotes. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly quoted: boolean;
}

export interface IndexSegment extends SegmentSpan {
  readonly kind: 'index';
  /** Negative counts from the end. */
  readonly index: number;
}

export interface SliceSegment extends SegmentSpan {
  readonly kind: 'slice';
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
}

/** `[0,1]` or `['a','b']`. */
export interface UnionSegment extends SegmentSpan {
  readonly kind: 'union';
  readonly members: readonly (string | number)[];
}

export interface WildcardSegment extends SegmentSpan {
  readonly kind: 'wildcard';
}

/** `..`: the segment after it is looked for at every depth. */
export interface DescendantSegment extends SegmentSpan {
  readonly kind: 'descendant';
}

export interface FilterSegment extends SegmentSpan {
  readonly kind: 'filter';
  /** What stands between `?(` and `)`; read by `parseFilter`. */
  readonly expression: string;
  readonly expressionStart: number;
}

export interface FunctionSegment extends SegmentSpan {
  readonly kind: 'function';
  readonly name: string;
  /** What stands between the parentheses. */
  readonly argumentText: string;
}

export interface ParsedPath {
  /** Absent where the text does not begin like a path, or a placeholder stands for all of it. */
  readonly path?: JsonPath;
  readonly problems: readonly ExpressionProblem[];
}

/** Reads a whole string as a path. Half a path gives the segments before the first problem. */
export function parseJsonPath(text: string): ParsedPath {
  const end = text.trimEnd().length;
  // "@" is the item of a filter, and there is none around a whole path.
  return text.startsWith('@') ? withoutRoot(text, 0, end) : new PathReader(text, 0, end).read();
}

/** True where the path leads to one value at most; an indefinite path gives an array, empty at worst. */
export function isDefinite(path: JsonPath): boolean {
  return path.segments.every((segment) => MANY[segment.kind] === undefined);
}

/** Why a path is not a reference path (States Language, "Reference Paths"), one problem a segment. */
export function referencePathProblems(path: JsonPath): ExpressionProblem[] {
  const problems: ExpressionProblem[] = [];
  for (const segment of path.segments) {
    const { start, end } = segment;
    const many = MANY[segment.kind];
    if (many !== undefined) {
      problems.push({ start, end, message: `A reference path leads to one value, and ${many}.` });
    } else if (segment.kind === 'function') {
      const message = `A reference path calls no functions, and "${segment.name}" is called here.`;
      problems.push({ start, end, message });
    } else if (segment.kind === 'name' && !segment.quoted) {
      const operator = OPERATOR.exec(segment.name);
      if (operator === null || segment.nameEnd - segment.nameStart !== segment.name.length) continue;
      const at = segment.nameStart + operator.index;
      const message = `"${operator[0]}" is an operator that a reference path does not have; in a name it stands in quotes, as in ['${segment.name}'].`;
      problems.push({ start: at, end: at + 1, message });
    }
  }
  return problems;
}

const OPERATOR = /[*?@]/;

/** What makes a segment lead to many values. */
const MANY: { readonly [kind in PathSegment['kind']]?: string } = {
  wildcard: 'the wildcard leads to every child',
  descendant: '".." looks at every depth',
  slice: 'a slice leads to several items',
  union: 'several members are listed here',
  filter: 'a filter leads to every item that fits',
};
