import type { Property, Span, StringNode, Tree, TreeNode } from './tree';
import { JoinedText } from './joined';
import type { IntroducedValue } from './joinedList';
import { lineEnd, lineStart } from './lines';

/** A change of the host's text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text of a tree by lines and columns, and the way of a change back to the host. Offsets are the tree's own. */
export class EditedText {
  readonly tree: Tree;
  readonly text: string;

  constructor(tree: Tree) {
    this.tree = tree;
    this.text = tree.source.text;
  }

  /** `undefined` where the host cannot hold the new text, or an alias elsewhere needs the old one; in joined text a function may be `introduced`. */
  edit(start: number, end: number, newText: string, introduced?: IntroducedValue): TextEdit | undefined {
    const { source, format } = this.tree;
    if (format === 'yaml' && this.#isNeeded(start, end, newText)) return undefined;
    const withBreaks = this.text.includes('\r\n') ? newText.replace(/\r?\n/g, '\r\n') : newText;
    if (source instanceof JoinedText) return source.edit(start, end, withBreaks, introduced);
    const encoded = source.encode(withBreaks, start, end);
    const span = { start: source.toHost(start), end: source.toHost(end) };
    return encoded === undefined ? undefined : { span, newText: encoded };
  }

  /** Whether a place holds an anchor that the new text lacks and an alias outside of the place names. */
  #isNeeded(start: number, end: number, newText: string): boolean {
    for (const [, anchor] of this.text.slice(start, end).matchAll(/(?<!\S)&([^\s,[\]{}]+)/g)) {
      if (newText.includes(`&${anchor}`)) continue;
      for (let at = -1; (at = this.text.indexOf(`*${anchor}`, at + 1)) >= 0;) {
        const isWhole = !/[^\s,[\]{}]/.test(this.text[at + 1 + anchor.length] ?? ' ');
        if (isWhole && (at < start || at >= end)) return true;
      }
    }
    return false;
  }

  inner({ span }: TreeNode | StringNode | Property): [start: number, end: number] {
    const { source } = this.tree;
    return [source.fromHost(span.start), source.fromHost(span.end)];
  }

  lineStart(offset: number): number {
    return lineStart(this.text, offset);
  }

  /** The end of the line without its break. */
  lineEnd(offset: number): number {
    return lineEnd(this.text, offset);
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** The white space that the line of an offset begins with. */
  indentation(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset), offset))?.[0] ?? '';
  }

  /** What this text is indented by. */
  get unit(): string {
    return /\n([ \t]+)\S/.exec(this.text)?.[1] ?? '  ';
  }

  /** The offset behind the last text before `offset`. */
  behindText(offset: number): number {
    let at = offset;
    while (at > 0 && /\s/.test(this.text[at - 1])) at--;
    return at;
  }
}

/** The members that are written in an object itself. */
export function ownProperties({ properties }: TreeNode & { kind: 'object' }): Property[] {
  return properties.filter(({ merged }) => !merged);
}
