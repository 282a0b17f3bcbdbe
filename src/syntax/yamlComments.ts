import type { Span } from './tree';

/** A `#` comment by its offsets in the text that was read. */
export interface YamlComment extends Span {
  /** Without the comment sign, trimmed. */
  readonly text: string;
}

/**
 * The comments of a YAML text up to `end`. `scalars` are where its values stand, start and end in turn
 * and in their order: a `#` in there is part of a value.
 */
export function yamlComments(text: string, scalars: readonly number[], end: number): YamlComment[] {
  const comments: YamlComment[] = [];
  let scalar = 0;
  for (let at = text.indexOf('#'); at >= 0 && at < end; at = text.indexOf('#', at + 1)) {
    if (at > 0 && !/\s/.test(text[at - 1])) continue;
    while (scalar < scalars.length && scalars[scalar + 1] <= at) scalar += 2;
    if (scalars[scalar] <= at && !isBehindBlockHeader(text, scalars[scalar], at)) continue;
    const lineBreak = text.indexOf('\n', at);
    const comment = text.slice(at, lineBreak < 0 ? text.length : lineBreak).trimEnd();
    comments.push({ start: at, end: at + comment.length, text: comment.replace(/^#+/, '').trim() });
    at += comment.length - 1;
  }
  return comments;
}

/** `| # so` comments on the block that begins on the next line. */
function isBehindBlockHeader(text: string, start: number, at: number): boolean {
  return (text[start] === '|' || text[start] === '>') && !text.slice(start, at).includes('\n');
}
