import type { Property, Span } from '../syntax/tree';

/** A property's place, also where its value came through an alias and stands before it. */
export function spanOfProperty({ key, span }: Property): Span {
  return { start: key.span.start, end: Math.max(key.span.end, span.end) };
}
