import type { EmbeddedPattern, Located } from '../../model/locate';
import { contains } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';

/** A pattern of a document with a name by which it is found again after an edit. */
export interface NamedPattern {
  /** The resource, and which of its patterns it is: `Failed/0`. */
  readonly id: string;
  readonly embedded: EmbeddedPattern;
}

/** The patterns of a document, in document order. */
export function namedPatterns({ eventPatterns }: Located): NamedPattern[] {
  const counts = new Map<string, number>();
  return eventPatterns.map((embedded) => {
    const owner = embedded.resource?.id ?? '';
    const count = counts.get(owner) ?? 0;
    counts.set(owner, count + 1);
    return { id: `${owner}/${count}`, embedded };
  });
}

/** The pattern around an offset; in a file that is one, that one. */
export function patternAt(located: Located, offset: number): NamedPattern | undefined {
  const all = namedPatterns(located);
  const around = all.filter(({ embedded }) => contains(spanOf(embedded), offset)).pop();
  return around ?? (located.template ? undefined : all[0]);
}

/** Where a pattern begins for a reader: at the name before it, if it has one. */
export function spanOf({ node, text }: EmbeddedPattern): Span {
  const { parent } = node;
  const start =
    parent?.kind === 'property' ? Math.min(parent.key.span.start, node.span.start) : node.span.start;
  return { start, end: Math.max(node.span.end, text?.root?.span.end ?? 0) };
}
