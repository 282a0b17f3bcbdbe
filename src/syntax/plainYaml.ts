import { MAX_DEPTH } from './depth';
import { WholeText, type Mapped } from './mapped';
import { ReadArray, ReadObject, ReadProperty, ReadScalar, ReadString, type ReadNode } from './nodes';
import { OpenItems } from './openItems';
import { MAY_BE_NO_TEXT, escapedText, knownValue, linesText, resolve } from './plainYamlScalar';
import { Sign } from './plainYamlSigns';
import { NOT_PLAIN, PlainYamlTokens } from './plainYamlTokens';
import type { Tree } from './tree';
import type { Writing } from './writing';
import { lastTextEnd } from './yamlDocument';
import { YamlWritings } from './yamlString';

/** What only the full reader understands, wherever in the text it stands: no need to come that far. */
const NOT_IN_PLAIN = /(?:^|[:[{,-])[ ]*[&*!][^\s]|\t|\r(?!\n)|.\uFEFF|^[%?]|^\.\.\.|<<[ ]*:/m;

/**
 * Reads YAML as most of it is written, without tags, anchors and mistakes, in a tenth of the time that
 * the reader of all YAML takes; `undefined` for any other text. Both give the same tree. `depth` is how
 * many objects and lists are around the text.
 */
export function readPlainYaml(source: Mapped, depth = 0): Tree | undefined {
  if (NOT_IN_PLAIN.test(source.text)) return undefined;
  try {
    return new PlainYamlReader(source, depth).read();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

class PlainYamlReader {
  readonly #source: Mapped;
  readonly #writings: YamlWritings;
  readonly #plain: Writing;
  readonly #whole: boolean;
  readonly #tokens: PlainYamlTokens;
  /** Members and items of the containers that are open. */
  readonly #members = new OpenItems<ReadProperty>();
  readonly #items = new OpenItems<ReadNode>();
  #depth: number;
  /** The source offset behind what was read last. */
  #end = 0;

  constructor(source: Mapped, depth: number) {
    this.#source = source;
    this.#writings = new YamlWritings(source);
    this.#plain = this.#writings.of('PLAIN');
    this.#depth = depth;
    this.#whole = source instanceof WholeText;
    this.#tokens = new PlainYamlTokens(source.text);
  }

  read(): Tree {
    const tokens = this.#tokens;
    tokens.next();
    if (tokens.sign === Sign.DocumentStart) {
      tokens.next();
      if (!tokens.isOnNewLine) throw NOT_PLAIN;
    }
    const root = this.#node(-1);
    if (tokens.sign !== Sign.End) throw NOT_PLAIN;
    const comments = tokens.comments.map(({ start, end, text }) => ({
      span: { start: this.#host(start), end: this.#host(end) },
      text,
    }));
    return { format: 'yaml', source: this.#source, root, problems: [], comments };
  }

  /** A value; `indent` is the column of the map or list that it stands in. Goes on to the next line. */
  #node(indent: number): ReadNode {
    const tokens = this.#tokens;
    switch (tokens.sign) {
      case Sign.Dash:
        return this.#list(tokens.column);
      case Sign.Plain:
      case Sign.Quoted: {
        const { column, sign, start, end } = tokens;
        const text = this.#text();
        if (this.#isBeforeColon()) return this.#map(column, text, sign, start, end);
        return this.#endingLine(this.#scalar(text, sign, start, end));
      }
      case Sign.Lines:
        return this.#endingLine(this.#textNode());
      case Sign.Block:
        return this.#block(indent);
      default:
        return this.#endingLine(this.#brackets());
    }
  }

  /** A map whose first key was just read. */
  #map(column: number, text: string, sign: Sign, start: number, end: number): ReadObject {
    const tokens = this.#tokens;
    const map = new ReadObject(this.#host(start), 0);
    const from = this.#members.length;
    this.#goDeeper();
    const first = this.#property(map, text, sign, start, end);
    for (let property = first; ; property = this.#nextProperty(map)) {
      this.#members.push(property);
      this.#end = tokens.end;
      tokens.next();
      const value = this.#behindColon(column);
      if (value) {
        property.value = value;
        value.parent = property;
      }
      property.end = this.#host(this.#end);
      if (this.#isOver(column)) break;
    }
    map.end = this.#host(this.#end);
    map.properties = this.#members.take(from);
    this.#depth--;
    return map;
  }

  #behindColon(column: number): ReadNode | undefined {
    const tokens = this.#tokens;
    if (!tokens.isOnNewLine) return this.#inlineValue(column);
    if (tokens.sign === Sign.End) return undefined;
    if (tokens.column > column) {
      if (tokens.sign === Sign.Block) throw NOT_PLAIN;
      return this.#node(column);
    }
    return tokens.column === column && tokens.sign === Sign.Dash ? this.#list(column) : undefined;
  }

  /** On the line of its key a value is no map and no list. */
  #inlineValue(column: number): ReadNode {
    return this.#tokens.sign === Sign.Block ? this.#block(column) : this.#endingLine(this.#flowValue());
  }

  #list(column: number): ReadArray {
    const tokens = this.#tokens;
    const list = new ReadArray(this.#host(tokens.start), 0);
    const from = this.#items.length;
    this.#goDeeper();
    do {
      const dashEnd = tokens.end;
      tokens.next();
      const isEmpty = tokens.isOnNewLine && (tokens.sign === Sign.End || tokens.column <= column);
      if (isEmpty) this.#end = dashEnd;
      const item = isEmpty
        ? new ReadScalar('null', this.#host(dashEnd), this.#host(dashEnd), null, '')
        : this.#node(column);
      item.parent = list;
      this.#items.push(item);
      // A map's key may stand in the column of the dashes before it.
    } while (!this.#isOver(column) && tokens.sign === Sign.Dash);
    list.end = this.#host(this.#end);
    list.items = this.#items.take(from);
    this.#depth--;
    return list;
  }

  /** True where the line that begins here belongs to something further out. */
  #isOver(column: number): boolean {
    const tokens = this.#tokens;
    if (tokens.sign === Sign.End || tokens.column < column) return true;
    if (tokens.column > column) throw NOT_PLAIN;
    return false;
  }

  /** Reads a key and its colon. */
  #nextProperty(parent: ReadObject): ReadProperty {
    const { sign, start, end } = this.#tokens;
    if (sign !== Sign.Plain && sign !== Sign.Quoted) throw NOT_PLAIN;
    const text = this.#text();
    if (!this.#isBeforeColon()) throw NOT_PLAIN;
    return this.#property(parent, text, sign, start, end);
  }

  /** Goes over a text; true where a colon follows it on its line. */
  #isBeforeColon(): boolean {
    this.#tokens.next();
    return this.#tokens.sign === Sign.Colon && !this.#tokens.isOnNewLine;
  }

  #brackets(): ReadObject | ReadArray {
    this.#goDeeper();
    const { sign } = this.#tokens;
    if (sign !== Sign.OpenBrace && sign !== Sign.OpenBracket) throw NOT_PLAIN;
    const read = sign === Sign.OpenBrace ? this.#flowMap() : this.#flowList();
    this.#depth--;
    return read;
  }

  #flowMap(): ReadObject {
    const tokens = this.#tokens;
    const map = new ReadObject(this.#host(tokens.start), 0);
    const from = this.#members.length;
    for (let isNext = true; isNext; isNext = this.#isNextInFlow(Sign.CloseBrace)) {
      tokens.next();
      if (tokens.sign === Sign.CloseBrace) break;
      const property = this.#nextProperty(map);
      this.#members.push(property);
      tokens.next();
      property.value = this.#flowValue();
      property.value.parent = property;
      property.end = this.#host(this.#end);
    }
    map.end = this.#closed();
    if (this.#members.length > from) map.properties = this.#members.take(from);
    return map;
  }

  #flowList(): ReadArray {
    const tokens = this.#tokens;
    const list = new ReadArray(this.#host(tokens.start), 0);
    const from = this.#items.length;
    for (let isNext = true; isNext; isNext = this.#isNextInFlow(Sign.CloseBracket)) {
      tokens.next();
      if (tokens.sign === Sign.CloseBracket) break;
      const item = this.#flowValue();
      item.parent = list;
      this.#items.push(item);
    }
    list.end = this.#closed();
    if (this.#items.length > from) list.items = this.#items.take(from);
    return list;
  }

  #flowValue(): ReadNode {
    // Texts come first among the signs.
    return this.#tokens.sign <= Sign.Quoted ? this.#textNode() : this.#brackets();
  }

  #isNextInFlow(close: Sign): boolean {
    const { sign } = this.#tokens;
    if (sign !== Sign.Comma && sign !== close) throw NOT_PLAIN;
    return sign === Sign.Comma;
  }

  #closed(): number {
    this.#end = this.#tokens.end;
    this.#tokens.next();
    return this.#host(this.#end);
  }

  #endingLine<Node extends ReadNode>(node: Node): Node {
    if (!this.#tokens.isOnNewLine) throw NOT_PLAIN;
    return node;
  }

  /** What the token says. */
  #text(): string {
    const tokens = this.#tokens;
    if (tokens.sign === Sign.Plain) return tokens.source;
    return tokens.sign === Sign.Lines
      ? linesText(tokens.source)
      : (tokens.quoted ?? escapedText(tokens.source));
  }

  #textNode(): ReadNode {
    const { sign, start, end } = this.#tokens;
    const text = this.#text();
    this.#tokens.next();
    return this.#scalar(text, sign, start, end);
  }

  #property(parent: ReadObject, name: string, sign: Sign, start: number, end: number): ReadProperty {
    // Longer keys are a mistake of their own.
    if (end - start > 1000) throw NOT_PLAIN;
    return new ReadProperty(name, start, end, this.#writing(sign, start), parent, 0);
  }

  #scalar(text: string, sign: Sign, start: number, end: number): ReadNode {
    const value = sign !== Sign.Quoted && MAY_BE_NO_TEXT.test(text) ? knownValue(text) : undefined;
    if (value === undefined) return this.#string(text, sign, start, end);
    this.#end = end;
    const kind = value === null ? 'null' : typeof value === 'number' ? 'number' : 'boolean';
    return new ReadScalar(kind, this.#host(start), this.#host(end), value, text);
  }

  #string(text: string, sign: Sign, start: number, end: number): ReadString {
    this.#end = end;
    return new ReadString(text, start, end, this.#writing(sign, start));
  }

  #writing(sign: Sign, start: number): Writing {
    if (sign !== Sign.Quoted) return this.#plain;
    return this.#writings.of(this.#source.text[start] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE');
  }

  #block(indent: number): ReadString {
    const tokens = this.#tokens;
    const { text } = this.#source;
    const { start, end, headerEnd, bodyStart } = tokens;
    const header = text.slice(start, headerEnd);
    const props = [{ type: 'block-scalar-header' as const, offset: start, indent, source: header }];
    const source = text.slice(bodyStart, end);
    const value = resolve({ type: 'block-scalar', offset: start, indent, props, source });
    tokens.next();
    this.#end = lastTextEnd(text, start, end);
    const type = header[0] === '|' ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
    return new ReadString(value, start, this.#end, this.#writings.of(type));
  }

  #goDeeper(): void {
    if (++this.#depth > MAX_DEPTH) throw NOT_PLAIN;
  }

  #host(offset: number): number {
    return this.#whole ? offset : this.#source.toHost(offset);
  }
}
