import { MAX_DEPTH, TOO_DEEP } from './depth';
import { decodeJsonString } from './jsonString';
import { JsonTokens, Token } from './jsonTokens';
import { WholeText, type Mapped } from './mapped';
import {
  ReadArray,
  ReadDynamic,
  ReadObject,
  ReadProperty,
  ReadScalar,
  ReadString,
  type ReadNode,
} from './nodes';
import { OpenItems } from './openItems';
import { onePerPlace } from './problems';
import { maskPlaceholders, type MaskedText } from './placeholders';
import type { Span, SyntaxProblem, Tree, TreeNode } from './tree';
import { Writing } from './writing';

/** The offset of a sign that is not there. */
const NONE = -1;

/** Reads one JSON text; what is half typed, is in the tree as far as it is typed. */
export class JsonReader {
  readonly #source: Mapped;
  readonly #whole: boolean;
  readonly #masked: MaskedText;
  readonly #tokens: JsonTokens;
  readonly #writing: Writing;
  readonly #problems: SyntaxProblem[] = [];
  /** Members and items of the containers that are open. */
  readonly #members = new OpenItems<ReadProperty>();
  readonly #items = new OpenItems<ReadNode>();
  #openObjects = 0;
  #openArrays = 0;
  /** True behind a placeholder, which may bring its comma, and a string that swallowed it. */
  #commaMayBeMissing = false;
  /** True where the container that ended last has its bracket. */
  #isClosed = false;
  #tooDeep: SyntaxProblem | undefined;

  constructor(source: Mapped) {
    this.#source = source;
    this.#whole = source instanceof WholeText;
    this.#writing = new Writing(source, decodeJsonString);
    this.#masked = maskPlaceholders(source.text);
    this.#tokens = new JsonTokens(this.#masked.text, ({ start, end, message, harmless }) =>
      this.#problem(start, end, message, { harmless }),
    );
  }

  read(): Tree {
    const tokens = this.#tokens;
    tokens.next();
    let root: TreeNode | undefined;
    if (tokens.kind !== Token.End) {
      root = this.#value();
      if (!root) this.#skipGarbage('This is not a JSON value.');
      else if (!this.#isEnd())
        this.#problem(tokens.start, tokens.end, 'The file goes on after the end of the JSON value.');
    }
    if (this.#tooDeep)
      return { format: 'json', source: this.#source, problems: [this.#tooDeep], comments: [] };
    return this.#tree(root);
  }

  /** Reads an object that stands in so many others; `undefined` for a text that it and its brace do not make up. */
  readInner(objects: number, arrays: number): Tree | undefined {
    this.#openObjects = objects;
    this.#openArrays = arrays;
    this.#tokens.next();
    const root = this.#object();
    return this.#isClosed && this.#isEnd() && !this.#tooDeep ? this.#tree(root) : undefined;
  }

  #tree(root: TreeNode | undefined): Tree {
    const comments = this.#tokens.comments.map(({ span, text }) => ({
      span: this.#span(span.start, span.end),
      text,
    }));
    return { format: 'json', source: this.#source, root, problems: onePerPlace(this.#problems), comments };
  }

  #value(): ReadNode | undefined {
    const tokens = this.#tokens;
    const { start, end } = tokens;
    switch (tokens.kind) {
      case Token.OpenBrace:
        return this.#object();
      case Token.OpenBracket:
        return this.#array();
      case Token.String: {
        const names = this.#masked.placeholders.get(start);
        const string: ReadNode = names
          ? new ReadDynamic(this.#host(start), this.#host(end), names)
          : this.#string();
        this.#commaMayBeMissing = names !== undefined || tokens.unclosed;
        tokens.next();
        return string;
      }
      case Token.Number: {
        const raw = tokens.value;
        return this.#scalar('number', Number(raw) || 0, raw);
      }
      case Token.True:
      case Token.False:
        return this.#scalar('boolean', tokens.kind === Token.True, tokens.value);
      case Token.Null:
        return this.#scalar('null', null, tokens.value);
      default:
        return undefined;
    }
  }

  #object(): ReadNode {
    const tokens = this.#tokens;
    const node = new ReadObject(this.#host(tokens.start), 0);
    const from = this.#members.length;
    // Where the comma stands that nothing followed yet.
    let comma = NONE;
    let separated = true;
    this.#goDeeper();
    this.#openObjects++;
    this.#commaMayBeMissing = false;
    tokens.next();
    while (!this.#closes(Token.CloseBrace, comma)) {
      const { start, end } = tokens;
      if (tokens.kind === Token.Comma) {
        if (separated && !this.#commaMayBeMissing)
          this.#problem(start, end, 'A property belongs before this comma.');
        this.#commaMayBeMissing = false;
        comma = start;
        separated = true;
        tokens.next();
        continue;
      }
      if (!separated && !this.#isPlaceholder()) this.#missingComma();
      separated = this.#member(node);
      comma = NONE;
    }
    this.#openObjects--;
    node.end = this.#close(Token.CloseBrace);
    if (this.#members.length > from) node.properties = this.#members.take(from);
    return node;
  }

  /** Reads one member; true where no comma needs to follow. */
  #member(parent: ReadObject): boolean {
    const tokens = this.#tokens;
    if (this.#isPlaceholder()) {
      this.#commaMayBeMissing = true;
      tokens.next();
      return true;
    }
    if (tokens.kind === Token.String) {
      const property = this.#key(parent);
      this.#members.push(property);
      this.#behindKey(property);
    } else if (tokens.isBeforeColon) {
      this.#problem(tokens.start, tokens.end, 'A property name in double quotes belongs here.');
      this.#behindKey();
    } else {
      this.#skipGarbage('A property name in double quotes belongs here.');
    }
    return false;
  }

  /** Reads what follows a key; a key that is none takes its value along. */
  #behindKey(property?: ReadProperty): void {
    const tokens = this.#tokens;
    const { start, end, unclosed } = tokens;
    this.#commaMayBeMissing = unclosed;
    tokens.next();
    const colon = tokens.kind === Token.Colon ? tokens.start : NONE;
    const hasColon = colon !== NONE;
    if (hasColon) {
      if (property) property.end = this.#host(colon + 1);
      tokens.next();
    } else if (!unclosed) this.#problem(start, end, 'A colon and a value belong behind this name.');
    // A text before a colon is the next key: the value between is not typed yet.
    const isNextKey = tokens.kind === Token.String && (!hasColon || tokens.isBeforeColon);
    const value = isNextKey && !this.#isPlaceholder() ? undefined : this.#value();
    if (value && property) {
      property.value = value;
      property.end = value.end;
      value.parent = property;
    } else if (!value && hasColon) {
      if (tokens.kind === Token.Unknown) this.#skipGarbage('This is not a JSON value.');
      else this.#problem(colon, colon + 1, 'A value belongs behind this colon.');
    }
    // One complaint is enough for what is not typed yet.
    if (!value) this.#commaMayBeMissing = true;
  }

  #array(): ReadNode {
    const tokens = this.#tokens;
    const node = new ReadArray(this.#host(tokens.start), 0);
    const from = this.#items.length;
    // Where the comma stands that nothing followed yet.
    let comma = NONE;
    let separated = true;
    this.#goDeeper();
    this.#openArrays++;
    tokens.next();
    while (!this.#closes(Token.CloseBracket, comma)) {
      const { start, end } = tokens;
      if (tokens.kind === Token.Comma) {
        if (separated) this.#problem(start, end, 'A value belongs before this comma.');
        comma = start;
        separated = true;
        tokens.next();
        continue;
      }
      if (!separated && !this.#isPlaceholder()) this.#missingComma();
      const item = this.#value();
      if (item) {
        item.parent = node;
        this.#items.push(item);
      } else this.#skipGarbage('This is not a JSON value.');
      separated = false;
      comma = NONE;
    }
    this.#openArrays--;
    node.end = this.#close(Token.CloseBracket);
    if (this.#items.length > from) node.items = this.#items.take(from);
    return node;
  }

  /** Ends the text where no reader should follow it further. */
  #goDeeper(): void {
    const tokens = this.#tokens;
    if (this.#openObjects + this.#openArrays < MAX_DEPTH || this.#tooDeep) return;
    this.#tooDeep = { span: this.#span(tokens.start, tokens.end), message: TOO_DEEP };
    tokens.stop();
  }

  /** True where a container ends: at its own bracket, at one of a container around it, at the end of the text. */
  #closes(own: Token, comma: number): boolean {
    const { kind } = this.#tokens;
    if (kind === own) {
      if (comma !== NONE)
        this.#problem(comma, comma + 1, 'Nothing follows this comma.', {
          harmless: true,
          removable: true,
        });
      return true;
    }
    if (kind === Token.CloseBrace) return this.#openObjects > 0;
    if (kind === Token.CloseBracket) return this.#openArrays > 0;
    return kind === Token.End;
  }

  /** The end of a container; what closes another one is left to that. */
  #close(own: Token): number {
    const tokens = this.#tokens;
    const { kind, start, end } = tokens;
    this.#commaMayBeMissing = false;
    this.#isClosed = kind === own;
    if (kind === own) {
      tokens.next();
      return this.#host(end);
    }
    const name = own === Token.CloseBrace ? 'brace' : 'bracket';
    if (kind !== Token.End) {
      this.#problem(start, end, `A closing ${name} belongs before this.`);
      return this.#host(start);
    }
    const last = this.#masked.text.trimEnd().length;
    this.#problem(Math.max(0, last - 1), last, `The closing ${name} is missing.`);
    return this.#host(this.#masked.text.length);
  }

  #missingComma(): void {
    const { start, end, kind } = this.#tokens;
    const isValue = kind !== Token.Unknown && kind !== Token.CloseBrace && kind !== Token.CloseBracket;
    if (isValue && !this.#commaMayBeMissing) this.#problem(start, end, 'A comma belongs here.');
  }

  /** Goes over what no value begins with, up to something that may be meant. */
  #skipGarbage(message: string): void {
    const tokens = this.#tokens;
    const { start, kind } = tokens;
    let { end } = tokens;
    tokens.next();
    if (kind === Token.CloseBrace || kind === Token.CloseBracket) {
      this.#problem(start, end, 'This closes nothing that is open.');
      return;
    }
    for (; tokens.kind === Token.Unknown || tokens.kind === Token.Colon; tokens.next()) end = tokens.end;
    this.#problem(start, end, message);
  }

  #key(parent: ReadObject): ReadProperty {
    const { value, start, end } = this.#tokens;
    return new ReadProperty(value, start, end, this.#writing, parent, this.#host(end));
  }

  #string(): ReadString {
    const { value, start, end } = this.#tokens;
    return new ReadString(value, start, end, this.#writing);
  }

  #scalar(kind: ReadScalar['kind'], value: number | boolean | null, raw: string): ReadNode {
    const tokens = this.#tokens;
    const node = new ReadScalar(kind, this.#host(tokens.start), this.#host(tokens.end), value, raw);
    this.#commaMayBeMissing = false;
    tokens.next();
    return node;
  }

  #isEnd(): boolean {
    return this.#tokens.kind === Token.End;
  }

  #isPlaceholder(): boolean {
    return this.#masked.placeholders.has(this.#tokens.start);
  }

  #problem(start: number, end: number, message: string, more?: Partial<SyntaxProblem>): void {
    this.#problems.push({ span: this.#span(start, end), message, ...more });
  }

  #host(offset: number): number {
    return this.#whole ? offset : this.#source.toHost(offset);
  }

  #span(start: number, end: number): Span {
    return { start: this.#host(start), end: this.#host(end) };
  }
}
