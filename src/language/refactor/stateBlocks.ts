import type { Scope, State } from '../../model/stateMachine';
import { EditedText } from '../../syntax/editedText';
import type { Property, Span, Tree } from '../../syntax/tree';

/** A state's text at the left margin, to be put elsewhere. */
export interface Block {
  /** With the comments above it. */
  readonly text: string;
  /** A comment behind it on its last line, which a comma stands before; with lines that follow where it is the last. */
  readonly behind: string;
}

/** Where a state's text stands, by offsets of the tree's own. */
interface Place extends Span {
  /** True where a comma follows. */
  readonly comma: boolean;
  /** What is said of the state behind that comma ends here. */
  readonly behind: Span;
}

/** The texts of a tree's states, each with the comments above it and behind it. */
export class StateBlocks {
  readonly #text: EditedText;

  constructor(tree: Tree) {
    this.#text = new EditedText(tree);
  }

  /** Where a state begins with the comments above it, and where it ends; a comma and a comment follow that. */
  place({ property }: State): Place {
    const { text } = this.#text;
    const [keyStart, keyEnd] = this.#text.inner(property);
    const start = this.#withCommentsAbove(keyStart);
    if (this.isBlock(property)) {
      const end = this.#withDeeperComments(this.#text.lineEnd(keyEnd), this.#text.column(keyStart));
      return { start, end, comma: false, behind: { start: end, end } };
    }
    const rest = text.slice(keyEnd, this.#text.lineEnd(keyEnd));
    const [, before, comma, comment] =
      /^([ \t]*)(,?)([ \t]*(?:#|\/\/|\/\*(?=.*\*\/\s*$)).*)?\s*$/.exec(rest) ??
      /^([ \t]*)(,?)()/.exec(rest) ??
      [];
    const behind = keyEnd + (comma ? before.length + 1 : 0);
    return {
      ...{ start, end: keyEnd, comma: comma !== '' },
      behind: { start: behind, end: comment ? keyEnd + rest.trimEnd().length : behind },
    };
  }

  /** The text between the places of two states that follow each other; before the first one nothing. */
  gap(states: readonly State[], index: number): string {
    if (index === 0) return '';
    return this.#text.text.slice(this.place(states[index - 1]).behind.end, this.place(states[index]).start);
  }

  /** A state as it can be put elsewhere; with what stands between it and the state before it, if that is moved too. */
  moved(state: State, withGap: boolean): Block {
    const { start, end, behind } = this.place(state);
    const { states } = state.scope;
    const index = states.indexOf(state);
    const gap = !withGap ? '' : index > 0 ? this.gap(states, index) : this.#aboveFirst(state);
    const lines = gap.trim() === '' ? '' : `${gap.trim()}\n${this.indentation(state)}`;
    return {
      text: this.#flush(lines + this.#text.text.slice(start, end), start),
      behind: this.#text.text.slice(behind.start, behind.end),
    };
  }

  /** The comments above a state and the one behind it, a line each, at the left margin. */
  comments(state: State): string {
    const { start, behind } = this.place(state);
    const [keyStart] = this.#text.inner(state.property);
    const above = this.#flush(this.#text.text.slice(start, keyStart), start);
    const own = this.#text.text.slice(behind.start, behind.end).trim();
    return `${above.trimEnd()}\n${own}`.trim();
  }

  /** The comments that follow the last state of a level, each on a line, at the left margin. */
  belowLast({ node, states }: Scope): string {
    const last = states[states.length - 1];
    const { behind } = this.place(last);
    const { text } = this.#text;
    const start = this.#text.indentation(behind.end);
    if (this.isBlock(last.property)) {
      const end = this.#withDeeperComments(
        behind.end,
        this.#text.column(this.#text.inner(last.property)[0]) - 1,
      );
      return this.#flush(text.slice(behind.end, end).trim(), behind.end);
    }
    const around = last.property.parent;
    const inside = text.slice(behind.end, this.#text.inner(around ?? node)[1] - 1).trim();
    return inside
      .split('\n')
      .map((line) => (line.startsWith(start) ? line.slice(start.length) : line.trim()))
      .join('\n');
  }

  /** The white space before a state's line. */
  indentation(state: State): string {
    return this.#text.indentation(this.place(state).start);
  }

  /** The text between the first and the last of a level's states, with these in another order. */
  ordered(scope: Scope, order: (scope: Scope) => readonly State[]): string {
    const { text } = this.#text;
    const places = scope.states.map((state) => this.place(state));
    const moved = order(scope);
    return scope.states
      .map((_, index) => {
        const { comma } = places[index];
        const own = this.place(moved[index]);
        const behind = text.slice(own.behind.start, own.behind.end);
        return `${this.gap(scope.states, index)}${this.#inside(moved[index], order)}${comma ? ',' : ''}${behind}`;
      })
      .join('');
  }

  /** A state's text with the levels in it put in order. */
  #inside(state: State, order: (scope: Scope) => readonly State[]): string {
    const { start, end } = this.place(state);
    const { text } = this.#text;
    let written = '';
    let at = start;
    for (const scope of state.scopes) {
      const first = scope.states.at(0);
      const last = scope.states.at(-1);
      if (!first || !last) continue;
      written += text.slice(at, this.place(first).start) + this.ordered(scope, order);
      at = this.place(last).behind.end;
    }
    return written + text.slice(at, end);
  }

  /** True for a state of YAML that is written by indentation. */
  isBlock({ parent }: Property): boolean {
    if (this.#text.tree.format !== 'yaml') return false;
    return this.#text.text[this.#text.inner(parent)[0]] !== '{';
  }

  #withCommentsAbove(keyStart: number): number {
    const { text } = this.#text;
    let start = keyStart;
    if (!this.#startsLine(keyStart)) return start;
    const indentation = this.#text.indentation(keyStart);
    for (let line = this.#text.lineStart(start); line > 0;) {
      const above = this.#text.lineStart(line - 1);
      const written = text.slice(above, line);
      const isComment = /^(?:#|\/\/|\/\*.*\*\/\s*$)/.test(written.slice(indentation.length));
      if (!written.startsWith(indentation) || !isComment) break;
      start = above + indentation.length;
      line = above;
    }
    return start;
  }

  /** The end of the comments that follow an offset and are indented further than a column. */
  #withDeeperComments(offset: number, column: number): number {
    const { text } = this.#text;
    let end = offset;
    for (let next = text.indexOf('\n', offset) + 1; next > 0; next = text.indexOf('\n', next) + 1) {
      const lineEnd = this.#text.lineEnd(next);
      const line = text.slice(next, lineEnd);
      if (line.trim() === '') continue;
      if (!line.trimStart().startsWith('#') || line.search(/\S/) <= column) break;
      end = lineEnd;
    }
    return end;
  }

  /** Comments between the bracket of a level and its first state. */
  #aboveFirst(state: State): string {
    const { text } = this.#text;
    const [open] = this.#text.inner(state.property.parent);
    const { start } = this.place(state);
    const line = this.#text.lineEnd(open);
    return line < start ? text.slice(line, start) : '';
  }

  #flush(text: string, like: number): string {
    const indentation = this.#text.indentation(like);
    return text
      .split('\n')
      .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart()))
      .join('\n');
  }

  #startsLine(offset: number): boolean {
    return this.#text.indentation(offset).length === this.#text.column(offset);
  }
}
