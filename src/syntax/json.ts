import { printParseErrorCode, visit } from 'jsonc-parser';
import { decodeJsonString } from './jsonString';
import { WholeText, type Mapped } from './mapped';
import { maskPlaceholders, placeholderNames } from './placeholders';
import { nestedTooDeeply } from './depth';
import type {
  ArrayNode,
  Comment,
  ObjectNode,
  Property,
  StringNode,
  SyntaxProblem,
  Tree,
  TreeNode,
} from './tree';

/** By jsonc-parser's names of its error codes. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value.',
  InvalidNumberFormat: 'This is not a number that JSON knows.',
  PropertyNameExpected: 'A property name in double quotes belongs here.',
  ValueExpected: 'A value belongs here.',
  ColonExpected: 'A colon belongs here.',
  CommaExpected: 'A comma belongs here.',
  CloseBraceExpected: 'The closing brace is missing.',
  CloseBracketExpected: 'The closing bracket is missing.',
  EndOfFileExpected: 'The file goes on after the end of the JSON value.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'The comment does not end.',
  UnexpectedEndOfString: 'The string does not end on this line.',
  UnexpectedEndOfNumber: 'The number stops in the middle.',
  InvalidUnicode: 'Four hexadecimal digits belong after "\\u".',
  InvalidEscapeCharacter: 'JSON does not know this escape.',
  InvalidCharacter: 'A control character has to be written as an escape.',
};

/** A JSON string; its way back to the host is decoded when somebody asks. */
class JsonString implements StringNode {
  readonly kind = 'string';
  parent?: Property | ArrayNode;
  readonly dynamic?: boolean;
  #source: Mapped;
  #start: number;
  #end: number;
  #mapped?: Mapped;

  constructor(
    readonly value: string,
    readonly span: { start: number; end: number },
    source: Mapped,
    start: number,
    end: number,
  ) {
    this.#source = source;
    this.#start = start;
    this.#end = end;
    if (value.includes('${') && placeholderNames(value).length > 0) this.dynamic = true;
  }

  get mapped(): Mapped {
    return (this.#mapped ??= decodeJsonString(this.#source, this.#start, this.#end));
  }
}

/** Reads JSON with an editor's tolerance: any text gives a tree, and problems say what is wrong. */
export function parseJson(input: string | Mapped): Tree {
  const source = typeof input === 'string' ? new WholeText(input) : input;
  const tooDeep = nestedTooDeeply(source.text);
  if (tooDeep !== undefined) {
    const span = {
      start: source.toHost(tooDeep),
      end: source.toHost(Math.min(tooDeep + 1, source.text.length)),
    };
    return {
      format: 'json',
      source,
      problems: [{ span, message: 'The text is nested more than 500 levels deep.' }],
      comments: [],
    };
  }
  return new JsonReader(source).read();
}

class JsonReader {
  readonly #source: Mapped;
  readonly #problems: SyntaxProblem[] = [];
  readonly #comments: Comment[] = [];
  /** The containers that are open, outermost first. */
  readonly #open: (ObjectNode | ArrayNode)[] = [];
  #property: Property | undefined;
  #root: TreeNode | undefined;
  readonly #whole: boolean;

  constructor(source: Mapped) {
    this.#source = source;
    this.#whole = source instanceof WholeText;
  }

  read(): Tree {
    const { text, placeholders } = maskPlaceholders(this.#source.text);
    visit(
      text,
      {
        onObjectBegin: (offset, length) =>
          this.#begin({ kind: 'object', span: this.#span(offset, offset + length), properties: [] }),
        onObjectEnd: (offset, length) => this.#end(offset + length),
        onArrayBegin: (offset, length) =>
          this.#begin({ kind: 'array', span: this.#span(offset, offset + length), items: [] }),
        onArrayEnd: (offset, length) => this.#end(offset + length),
        onObjectProperty: (name, offset, length) => this.#beginProperty(name, offset, length),
        onLiteralValue: (value, offset, length) => {
          const names = placeholders.get(offset);
          if (names) this.#add({ kind: 'dynamic', span: this.#span(offset, offset + length), names });
          else this.#literal(value as unknown, offset, length);
        },
        onError: (code, offset, length) => {
          const at = offset >= text.length ? Math.max(0, text.trimEnd().length - 1) : offset;
          const end = offset >= text.length ? text.trimEnd().length : offset + length;
          if (placeholders.has(at) || nearPlaceholder(placeholders, text, at)) return;
          const name = printParseErrorCode(code);
          this.#problems.push({
            span: this.#span(at, end),
            message: MESSAGES[name] ?? 'This is not JSON.',
            harmless: name === 'InvalidCommentToken' || isTrailingComma(text, at),
          });
        },
        onComment: (offset, length) =>
          this.#comments.push({
            span: this.#span(offset, offset + length),
            text: commentText(text.slice(offset, offset + length)),
          }),
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
    for (const node of this.#open) (node.span as { end: number }).end = this.#host(text.length);
    return {
      format: 'json',
      source: this.#source,
      root: this.#root,
      problems: firstPerPlace(this.#problems),
      comments: this.#comments,
    };
  }

  #host(offset: number): number {
    return this.#whole ? offset : this.#source.toHost(offset);
  }

  #span(start: number, end: number): { start: number; end: number } {
    return this.#whole
      ? { start, end }
      : { start: this.#source.toHost(start), end: this.#source.toHost(end) };
  }

  #begin(node: ObjectNode | ArrayNode): void {
    this.#add(node);
    this.#open.push(node);
    this.#property = undefined;
  }

  #end(offset: number): void {
    const node = this.#open.pop();
    if (!node) return;
    (node.span as { end: number }).end = this.#host(offset);
    const { parent } = node;
    if (parent?.kind === 'property') (parent.span as { end: number }).end = node.span.end;
    this.#property = undefined;
  }

  #beginProperty(name: string, offset: number, length: number): void {
    const parent = this.#open[this.#open.length - 1];
    if (parent?.kind !== 'object') return;
    const key = new JsonString(
      name,
      this.#span(offset, offset + length),
      this.#source,
      offset,
      offset + length,
    );
    const property: Property = { kind: 'property', span: { ...key.span }, key, parent };
    key.parent = property;
    parent.properties.push(property);
    this.#property = property;
  }

  #literal(value: unknown, offset: number, length: number): void {
    const span = this.#span(offset, offset + length);
    if (typeof value === 'string') {
      this.#add(new JsonString(value, span, this.#source, offset, offset + length));
    } else {
      const kind = value === null ? 'null' : typeof value === 'boolean' ? 'boolean' : 'number';
      const raw = this.#source.text.slice(offset, offset + length);
      this.#add({ kind, span, value: value as number | boolean | null, raw });
    }
  }

  #add(node: TreeNode): void {
    const container = this.#open[this.#open.length - 1];
    if (!container) {
      this.#root ??= node;
    } else if (container.kind === 'array') {
      node.parent = container;
      container.items.push(node);
    } else if (this.#property && !this.#property.value) {
      node.parent = this.#property;
      this.#property.value = node;
      (this.#property.span as { end: number }).end = node.span.end;
    }
  }
}

/** Several complaints about one place are one mistake; the first one names it. */
function firstPerPlace(problems: SyntaxProblem[]): SyntaxProblem[] {
  return problems.filter(
    (problem, index) => index === 0 || problem.span.start > problems[index - 1].span.end,
  );
}

/** A placeholder may stand for a whole member (`${Retry},`), which JSON cannot express. */
function nearPlaceholder(placeholders: ReadonlyMap<number, unknown>, text: string, offset: number): boolean {
  if (placeholders.size === 0) return false;
  for (const [start] of placeholders) {
    const end = text.indexOf('"', start + 1) + 1;
    if (offset >= start && offset <= end && /^\s*$/.test(text.slice(end, offset))) return true;
    if (offset > end && /^\s*$/.test(text.slice(end, offset))) return true;
  }
  return false;
}

function isTrailingComma(text: string, at: number): boolean {
  return (text[at] === '}' || text[at] === ']') && /,\s*$/.test(text.slice(Math.max(0, at - 200), at));
}

function commentText(comment: string): string {
  return comment.replace(/^\/\/|^\/\*|\*\/$/g, '').trim();
}
