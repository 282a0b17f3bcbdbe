import type { SyntaxNode, Tree } from '@lezer/common';
import type { Comment, Span } from '../tree';

/** Levels of a tree that every walk over it has stack for; what people write has a tenth of them. */
const DEEPEST = 600;

/** What both readers need of a Lezer tree: texts, spans, children by name, comments, broken places. */
export class CodeReader {
  constructor(readonly text: string) {}

  slice({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  span({ from, to }: SyntaxNode): Span {
    return { start: from, end: to };
  }

  children(node: SyntaxNode): SyntaxNode[] {
    const list: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (!COMMENTS.has(child.name)) list.push(child);
    }
    return list;
  }

  /** Comments and error nodes of a whole tree, and whether it is nested too deeply to be read. */
  extras(tree: Tree): { comments: Comment[]; broken: Span[]; isTooDeep: boolean } {
    const comments: Comment[] = [];
    const broken: Span[] = [];
    let depth = 0;
    let isTooDeep = false;
    tree.iterate({
      enter: ({ from, to, name, type }) => {
        isTooDeep ||= ++depth > DEEPEST;
        if (COMMENTS.has(name)) {
          const text = this.text
            .slice(from, to)
            .replace(/^(?:#+|\/\/+|\/\*+)|\*+\/$/g, '')
            .trim();
          comments.push({ span: { start: from, end: to }, text });
        } else if (type.isError) broken.push({ start: from, end: to });
      },
      leave: () => void depth--,
    });
    return { comments, broken, isTooDeep };
  }
}

const COMMENTS: ReadonlySet<string> = new Set(['Comment', 'LineComment', 'BlockComment']);
