import { isAlias, isMap, isPair, isScalar } from 'yaml';
import type { Node as YamlNode, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { MAX_DEPTH } from './depth';
import { WholeText, type Mapped } from './mapped';
import {
  ReadArray,
  ReadDynamic,
  ReadObject,
  ReadScalar,
  ReadString,
  ReadTemplate,
  type ReadNode,
  type ReadProperty,
} from './nodes';
import { OpenItems } from './openItems';
import { onePerPlace } from './problems';
import type { ArrayNode, Property, Span, SyntaxProblem, Tree } from './tree';
import { yamlComments } from './yamlComments';
import { yamlMessage } from './yamlMessages';
import {
  beforeBlanks,
  firstDocument,
  isEmptyScalar,
  isMerge,
  lastTextEnd,
  nameOf,
  rangeOf,
  textOf,
} from './yamlDocument';
import { YamlWritings } from './yamlString';

/** Aliases of aliases grow without end ("billion laughs"); a definition has at most this many values. */
const MAX_ALIASED_NODES = 100_000;

/** Reads a YAML text as it stands. */
export function readYaml(source: Mapped): { tree: Tree; hasLowFlowText: boolean } {
  return new YamlReader(source).read();
}

class YamlReader {
  readonly #source: Mapped;
  readonly #writings: YamlWritings;
  readonly #whole: boolean;
  readonly #problems: SyntaxProblem[] = [];
  /** Members and items of the containers that are open. */
  readonly #members = new OpenItems<ReadProperty>();
  readonly #items = new OpenItems<ReadNode>();
  readonly #anchors = new Map<string, YamlNode>();
  /** Collections with an anchor that are being read: an alias in there would never end. */
  readonly #anchored: YamlNode[] = [];
  /** Where scalars stand, start and end in turn; absent where nobody will ask. */
  readonly #scalars: number[] | undefined;
  #isEntangled = false;
  #aliasDepth = 0;
  #entangledNodes = 0;
  #depth = 0;
  /** The source offset behind what was read last. */
  #end = 0;

  constructor(source: Mapped) {
    this.#source = source;
    this.#writings = new YamlWritings(source);
    this.#whole = source instanceof WholeText;
    this.#scalars = source.text.includes('#') ? [] : undefined;
  }

  read(): { tree: Tree; hasLowFlowText: boolean } {
    const source = this.#source;
    const document = firstDocument(source.text);
    let hasLowFlowText = false;
    for (const { code, message, pos } of document?.errors ?? []) {
      if (code === 'BAD_INDENT' && message.startsWith('Flow ')) {
        hasLowFlowText ||= message.includes('sufficiently indented');
        // Other readers take a bracket that closes below its block, and so does AWS's.
        if (message.startsWith('Flow end')) continue;
      }
      // Behind a mistake columns are not what they were meant to be.
      if (code === 'BAD_INDENT' && this.#problems.length > 0) {
        this.#isEntangled = true;
        continue;
      }
      // Such a key is read as several, of which all but the last one have no colon.
      if (code === 'MULTILINE_IMPLICIT_KEY' && !/["']/.test(source.text[pos[0]])) continue;
      this.#problem(pos[0], Math.max(pos[0], pos[1]), yamlMessage(message));
    }
    const contents = document?.contents as YamlNode | null | undefined;
    const root = contents ? this.#convert(contents) : undefined;
    const comments = yamlComments(source.text, this.#scalars ?? [], document?.range[2] ?? source.text.length);
    const tree: Tree = {
      format: 'yaml',
      source,
      root,
      problems: onePerPlace(this.#problems),
      comments: comments.map(({ start, end, text }) => ({ span: this.#span(start, end), text })),
      ...((this.#isEntangled || this.#anchors.size > 0) && { entangled: true }),
    };
    return { tree, hasLowFlowText };
  }

  #convert(node: YamlNode): ReadNode {
    if (isAlias(node)) return this.#alias(node);
    if (this.#aliasDepth > 0) this.#entangledNodes++;
    else if (node.anchor) this.#anchors.set(node.anchor, node);
    return node.tag?.startsWith('!') ? this.#tagged(node, node.tag.slice(1)) : this.#untagged(node);
  }

  #untagged(node: YamlNode): ReadNode {
    if (isScalar(node)) return this.#scalar(node);
    if (++this.#depth > MAX_DEPTH) throw new RangeError('Nested too deeply.');
    if (node.anchor) this.#anchored.push(node);
    const read = isMap(node) ? this.#map(node) : this.#sequence(node as YAMLSeq);
    if (node.anchor) this.#anchored.pop();
    this.#depth--;
    return read;
  }

  #alias(node: YamlNode & { source: string }): ReadNode {
    const [start, end] = rangeOf(node);
    const target = this.#anchors.get(node.source);
    let message = '';
    if (!target) message = `No anchor "${node.source}" stands before this alias.`;
    else if (this.#anchored.includes(target))
      message = `The alias "${node.source}" stands in its own anchor.`;
    else if (this.#entangledNodes > MAX_ALIASED_NODES)
      message = 'The aliases of this file stand for more values than a definition can have.';
    let read: ReadNode;
    if (!target || message) {
      if (!this.#problems.some((problem) => problem.message === message)) this.#problem(start, end, message);
      const span = this.#span(start, end);
      read = new ReadDynamic(span.start, span.end, []);
    } else {
      this.#aliasDepth++;
      read = this.#convert(target);
      this.#aliasDepth--;
    }
    this.#end = end;
    return read;
  }

  /** CloudFormation's short forms: `!Sub` is text with gaps, all others are values known later. */
  #tagged(node: YamlNode, tag: string): ReadNode {
    if (tag === 'Sub' && isScalar(node) && typeof node.value === 'string') {
      return this.#string(node, node.value, ReadTemplate);
    }
    const inner = this.#untagged(node);
    const names = inner.kind === 'string' ? [inner.value] : [];
    return new ReadDynamic(inner.start, inner.end, names, tag, inner);
  }

  #map(node: YAMLMap): ReadObject {
    const [start, end] = rangeOf(node);
    const object = new ReadObject(this.#host(start), 0);
    const from = this.#members.length;
    const items = node.items as Pair<YamlNode, YamlNode | null>[];
    const merges = items.some(isMerge);
    const names = merges ? new Set(items.map(({ key }) => nameOf(key))) : undefined;
    for (const pair of items) {
      if (names && pair.value && isMerge(pair)) this.#merge(pair.value, object, names);
      else this.#pair(pair, object);
    }
    if (node.flow || items.length === 0) this.#end = end;
    object.end = this.#host(this.#end);
    if (this.#members.length > from) object.properties = this.#members.take(from);
    return object;
  }

  #pair({ key, value }: Pair<YamlNode, YamlNode | null>, parent: ReadObject): void {
    const typed = isScalar(key) && key.type === 'PLAIN' ? this.#halfTyped(key, parent) : undefined;
    const property = (typed ?? this.#key(key)).asKey(parent, 0);
    this.#members.push(property);
    if (value && isEmptyScalar(value)) this.#end = beforeBlanks(this.#source.text, rangeOf(value)[0]);
    else if (value) this.#value(property, this.#convert(value));
    property.end = this.#host(this.#end);
  }

  /** A plain key over several lines is names without a colon, and the key that follows them. */
  #halfTyped(key: Scalar, parent: ReadObject): ReadString | undefined {
    const [start, end] = rangeOf(key);
    const { text } = this.#source;
    const lineBreak = text.indexOf('\n', start);
    if (lineBreak < 0 || lineBreak >= end) return undefined;
    const names = Array.from(text.slice(start, end).matchAll(/\S[^\r\n]*/g), (match) => {
      const name = match[0].trimEnd();
      const from = start + match.index;
      return new ReadString(name, from, from + name.length, this.#writings.of());
    });
    for (const name of names.slice(0, -1)) {
      this.#members.push(name.asKey(parent, name.end));
      this.#problems.push({ span: name.span, message: 'A colon belongs behind this name.' });
    }
    this.#stands(start, end);
    return names.at(-1);
  }

  #key(node: YamlNode): ReadString {
    if (node.anchor && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    const scalar = isAlias(node) ? this.#anchors.get(node.source) : node;
    const [start, end] = rangeOf(node);
    if (isScalar(scalar) && scalar.source === '' && start === end) return this.#noKey(start);
    if (isScalar(scalar)) return this.#string(scalar, textOf(scalar), ReadString);
    this.#end = end;
    this.#isEntangled = true;
    const text = this.#source.text.slice(start, end);
    return new ReadString(text, start, end, this.#writings.of());
  }

  /** `: value`: a key that is not typed yet stands before its colon. */
  #noKey(from: number): ReadString {
    const at = Math.max(from, this.#source.text.indexOf(':', from));
    this.#end = at + 1;
    return new ReadString('', at, at, this.#writings.of());
  }

  /** Takes over what `<<` names, but for the keys that the map has itself or from a merge before. */
  #merge(node: YamlNode, parent: ReadObject, names: Set<string>): void {
    const merged = this.#convert(node);
    for (const source of merged.kind === 'array' ? merged.items : [merged]) {
      if (source.kind !== 'object') continue;
      for (const entry of source.properties) {
        if (names.has(entry.name)) continue;
        names.add(entry.name);
        const property = entry.mergedInto(parent);
        this.#members.push(property);
        this.#value(property, entry.value);
      }
    }
  }

  #value(property: ReadProperty, value: ReadNode | undefined): void {
    property.value = value;
    adopt(property, value);
  }

  #sequence(node: YAMLSeq): ReadArray {
    const [start, end] = rangeOf(node);
    const array = new ReadArray(this.#host(start), 0);
    const from = this.#items.length;
    for (const item of node.items) {
      if (!item || isPair(item)) continue;
      const read = this.#convert(item as YamlNode);
      adopt(array, read);
      this.#items.push(read);
    }
    if (node.flow || this.#items.length === from) this.#end = end;
    array.end = this.#host(this.#end);
    if (this.#items.length > from) array.items = this.#items.take(from);
    return array;
  }

  #scalar(node: Scalar): ReadNode {
    const { value } = node;
    if (typeof value === 'string') return this.#string(node, value, ReadString);
    const [first, last] = rangeOf(node);
    // `- ` with nothing behind it ends with its dash.
    const start = first === last ? beforeBlanks(this.#source.text, first) : first;
    const end = first === last ? start : last;
    this.#stands(start, end);
    const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'null';
    const known = kind === 'null' ? null : (value as number | boolean);
    return new ReadScalar(kind, this.#host(start), this.#host(end), known, textOf(node));
  }

  #string(node: Scalar, value: string, Kind: typeof ReadString): ReadString {
    const [start, rangeEnd] = rangeOf(node);
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const end = isBlock ? lastTextEnd(this.#source.text, start, rangeEnd) : rangeEnd;
    this.#stands(start, end);
    return new Kind(value, start, end, this.#writings.of(node.type as Scalar.Type | undefined));
  }

  #stands(start: number, end: number): void {
    this.#end = end;
    if (this.#aliasDepth === 0) this.#scalars?.push(start, end);
  }

  #problem(start: number, end: number, message: string): void {
    this.#problems.push({ span: this.#span(start, end), message });
  }

  #host(offset: number): number {
    return this.#whole ? offset : this.#source.toHost(offset);
  }

  #span(start: number, end: number): Span {
    const { length } = this.#source.text;
    const last = Math.min(end, length);
    // What is missing is marked at what it is missing behind.
    const first = start >= last ? Math.max(0, last - 1) : start;
    return { start: this.#host(first), end: this.#host(last) };
  }
}

/** What a tag is given hangs where the tagged value hangs. */
function adopt(parent: Property | ArrayNode, child: ReadNode | undefined): void {
  if (!child) return;
  child.parent = parent;
  if (child.kind === 'dynamic') adopt(parent, child.inner as ReadNode | undefined);
}
