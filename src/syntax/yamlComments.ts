import { Lexer } from 'yaml';
import type { Comment } from './tree';

/** The `#` comments of a YAML text with their places. */
export function yamlComments(text: string): Comment[] {
  if (!text.includes('#')) return [];
  const comments: Comment[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    // These three are control characters that the lexer adds; they are not in the text.
    if (token === '\x02' || token === '\x18' || token === '\x1f') continue;
    if (token.startsWith('#')) {
      comments.push({
        span: { start: offset, end: offset + token.length },
        text: token.replace(/^#+/, '').trim(),
      });
    }
    offset += token.length;
  }
  return comments;
}
