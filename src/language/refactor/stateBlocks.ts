import type { Scope, State } from '../../model/stateMachine';
import { EditedText } from '../../syntax/editedText';
import type { Property, Span, Tree } from '../../syntax/tree';

/** The texts of a tree's states, each with the comments above it and behind it; offsets are the tree's own. */
export class StateBlocks {
  readonly #text: EditedText;

  constructor(tree: Tree) {
    this.#text = new EditedText(tree);
  }

  get text(): string {
    return this.#text.text;
  }

  /** Where a state's text begins and ends; a comma behind it stays where it is. */
  span({ property }: State): Span {
    const { text } = this.#text;
    const [keyStart, keyEnd] = this.#text.inner(property);
    const isBlock = this.#isBlock(property);
    const end = isBlock ? this.#text.lineEnd(keyEnd) : keyEnd;
    let start = keyStart;
    if (!this.#startsLine(keyStart)) return { start, end };
    const indentation = this.#text.indentation(keyStart);
    for (let line = this.#text.lineStart(start); line > 0;) {
      const above = this.#text.lineStart(line - 1);
      const written = text.slice(above, line);
      if (!written.startsWith(indentation) || !/^(?:#|\/\/)/.test(written.slice(indentation.length))) break;
      start = above + indentation.length;
      line = above;
    }
    return { start, end };
  }

  /** A state's text as it is written at the left margin. */
  flush(state: State): string {
    const { start, end } = this.span(state);
    const indentation = this.#text.indentation(start);
    const lines = this.#text.text.slice(start, end).split('\n');
    return lines
      .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart()))
      .join('\n');
  }

  /** The white space before a state's line. */
  indentation(state: State): string {
    return this.#text.indentation(this.span(state).start);
  }

  /** What the text is indented by. */
  get unit(): string {
    return this.#text.unit;
  }

  /** The text between the first and the last of a level's states, with these in another order. */
  ordered(scope: Scope, order: (scope: Scope) => readonly State[]): string {
    const { text } = this.#text;
    const spans = scope.states.map((state) => this.span(state));
    const moved = order(scope);
    return scope.states
      .map((_, index) => {
        const gap = index === 0 ? '' : text.slice(spans[index - 1].end, spans[index].start);
        return gap + this.#inside(moved[index], order);
      })
      .join('');
  }

  /** A state's text with the levels in it put in order. */
  #inside(state: State, order: (scope: Scope) => readonly State[]): string {
    const { start, end } = this.span(state);
    const { text } = this.#text;
    let written = '';
    let at = start;
    for (const scope of state.scopes) {
      const first = scope.states.at(0);
      const last = scope.states.at(-1);
      if (!first || !last) continue;
      written += text.slice(at, this.span(first).start) + this.ordered(scope, order);
      at = this.span(last).end;
    }
    return written + text.slice(at, end);
  }

  #isBlock({ parent }: Property): boolean {
    if (this.#text.tree.format !== 'yaml') return false;
    return this.#text.text[this.#text.inner(parent)[0]] !== '{';
  }

  #startsLine(offset: number): boolean {
    return this.#text.indentation(offset).length === this.#text.column(offset);
  }
}
