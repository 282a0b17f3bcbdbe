import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node as YamlNode,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { nestedTooDeeply } from './depth';
import { LazyString } from './lazyString';
import { WholeText, type Mapped } from './mapped';
import type {
  ArrayNode,
  Comment,
  ObjectNode,
  Property,
  Span,
  StringNode,
  SyntaxProblem,
  Tree,
  TreeNode,
} from './tree';
import { decodeYamlString } from './yamlString';
import { yamlComments } from './yamlComments';

/** Aliases of aliases grow without end ("billion laughs"); a definition has at most this many values. */
const MAX_ALIASED_NODES = 100_000;

const TOO_DEEP = 'The text is nested more than 500 levels deep.';

/**
 * Reads YAML 1.2 (of several documents the first) with an editor's tolerance: any text gives a tree,
 * and problems say what is wrong. Aliases are followed, `<<` is merged, unknown tags are dynamic values.
 */
export function parseYaml(input: string | Mapped): Tree {
  const source = typeof input === 'string' ? new WholeText(input) : input;
  const tooDeep = (offset: number): Tree => {
    const span = {
      start: source.toHost(offset),
      end: source.toHost(Math.min(offset + 1, source.text.length)),
    };
    return { format: 'yaml', source, problems: [{ span, message: TOO_DEEP }], comments: [] };
  };
  const offset = nestedTooDeeply(source.text);
  if (offset !== undefined) return tooDeep(offset);
  try {
    return new YamlReader(source).read();
  } catch (error) {
    // The only throw left is a stack overflow in block nesting without brackets.
    if (error instanceof RangeError) return tooDeep(0);
    throw error;
  }
}

class YamlReader {
  readonly #source: Mapped;
  readonly #whole: boolean;
  readonly #problems: SyntaxProblem[] = [];
  #document!: Document;
  #aliased = 0;
  /** Aliases being followed, so that one inside its own anchor ends. */
  readonly #following: YamlNode[] = [];

  constructor(source: Mapped) {
    this.#source = source;
    this.#whole = source instanceof WholeText;
  }

  read(): Tree {
    const text = this.#source.text;
    const documents = parseAllDocuments(text, {
      version: '1.2',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const document = 'empty' in documents ? undefined : documents[0];
    let root: TreeNode | undefined;
    if (document) {
      this.#document = document as unknown as Document;
      for (const { code, message, pos } of document.errors) {
        // Other readers take flow text that is closed at a lower indentation, and so does AWS's.
        if (code === 'BAD_INDENT' && message.startsWith('Flow')) continue;
        const text = message.startsWith('Maximum call stack') ? TOO_DEEP : sentence(message);
        this.#problems.push({ span: this.#span(pos[0], Math.max(pos[0], pos[1])), message: text });
      }
      const contents = document.contents as YamlNode | null;
      if (contents) root = this.#convert(contents);
    }
    const comments: Comment[] = yamlComments(text).map((comment) => ({
      text: comment.text,
      span: this.#span(comment.span.start, comment.span.end),
    }));
    return { format: 'yaml', source: this.#source, root, problems: this.#problems, comments };
  }

  #span(start: number, end: number): { start: number; end: number } {
    return this.#whole
      ? { start, end }
      : { start: this.#source.toHost(start), end: this.#source.toHost(end) };
  }

  #convert(node: YamlNode): TreeNode {
    if (isAlias(node)) return this.#alias(node);
    const range = node.range ?? [0, 0, 0];
    const span = this.#span(range[0], range[1]);
    if (node.tag?.startsWith('!')) return this.#tagged(node, span);
    if (isMap(node)) return this.#map(node, span);
    if (isSeq(node)) return this.#sequence(node, span);
    return this.#scalar(node as Scalar, span);
  }

  #alias(node: YamlNode): TreeNode {
    const range = node.range ?? [0, 0, 0];
    const span = this.#span(range[0], range[1]);
    const target = isAlias(node) ? (node.resolve(this.#document) as YamlNode | undefined) : undefined;
    if (!target || this.#following.includes(target) || this.#aliased > MAX_ALIASED_NODES) {
      if (target) {
        const message = 'The aliases of this file stand for more values than a definition can have.';
        if (!this.#problems.some((problem) => problem.message === message))
          this.#problems.push({ span, message });
      }
      return { kind: 'dynamic', span, names: [] };
    }
    this.#following.push(target);
    const converted = this.#convert(target);
    this.#following.pop();
    return converted;
  }

  /** CloudFormation's short forms: `!Sub` is text with gaps, all others are values known later. */
  #tagged(node: YamlNode, span: Span): TreeNode {
    const tag = node.tag?.slice(1);
    if (isScalar(node) && typeof node.value === 'string') {
      if (tag === 'Sub') return this.#string(node, node.value, true, tag);
      const inner = this.#string(node, node.value, false);
      return { kind: 'dynamic', span, names: [node.value], tag, inner };
    }
    const inner = isMap(node)
      ? this.#map(node, span)
      : isSeq(node)
        ? this.#sequence(node, span)
        : this.#scalar(node as Scalar, span);
    return { kind: 'dynamic', span, names: [], tag, inner };
  }

  #map(node: YAMLMap, span: Span): ObjectNode {
    const object: ObjectNode = { kind: 'object', span, properties: [] };
    for (const item of node.items) {
      if (isPair(item)) this.#pair(item as Pair<YamlNode, YamlNode | null>, object);
    }
    return object;
  }

  #pair(pair: Pair<YamlNode, YamlNode | null>, parent: ObjectNode): void {
    if (isScalar(pair.key) && pair.key.value === '<<' && pair.value) {
      this.#merge(pair.value, parent);
      return;
    }
    const key = this.#key(pair.key);
    const value = pair.value && !isEmptyScalar(pair.value) ? this.#convert(pair.value) : undefined;
    // A value that came through an alias stands elsewhere in the file.
    const end = value && value.span.start >= key.span.start ? value.span.end : key.span.end;
    const property: Property = { kind: 'property', span: { start: key.span.start, end }, key, parent, value };
    key.parent = property;
    adopt(property, value);
    parent.properties.push(property);
  }

  #key(node: YamlNode): StringNode {
    const scalar = isAlias(node) ? (node.resolve(this.#document) as YamlNode | undefined) : node;
    if (isScalar(scalar)) {
      const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
      return this.#string(scalar, text, false);
    }
    const range = node.range ?? [0, 0, 0];
    const text = this.#source.text.slice(range[0], range[1]);
    return new LazyString(text, this.#span(range[0], range[1]), () => new WholeText(text), true);
  }

  #merge(node: YamlNode, parent: ObjectNode): void {
    const merged = this.#convert(node);
    const sources = merged.kind === 'array' ? merged.items : [merged];
    for (const source of sources) {
      if (source.kind !== 'object') continue;
      for (const { key, value, span } of source.properties) {
        if (parent.properties.some((existing) => existing.key.value === key.value)) continue;
        const property: Property = { kind: 'property', span, key, parent, value };
        key.parent = property;
        adopt(property, value);
        parent.properties.push(property);
      }
    }
  }

  #sequence(node: YAMLSeq, span: Span): ArrayNode {
    const array: ArrayNode = { kind: 'array', span, items: [] };
    for (const item of node.items) {
      if (isPair(item) || !item) continue;
      const converted = this.#convert(item as YamlNode);
      adopt(array, converted);
      array.items.push(converted);
    }
    return array;
  }

  #scalar(node: Scalar, span: Span): TreeNode {
    if (this.#following.length > 0) this.#aliased++;
    const { value } = node;
    if (typeof value === 'string') return this.#string(node, value, false);
    const raw = node.source ?? this.#source.text.slice(node.range?.[0], node.range?.[1]);
    if (typeof value === 'number') return { kind: 'number', span, value, raw };
    if (typeof value === 'boolean') return { kind: 'boolean', span, value, raw };
    return { kind: 'null', span, value: null, raw };
  }

  #string(node: Scalar, value: string, dynamic: boolean, tag?: string): StringNode {
    const [start, end] = node.range ?? [0, 0];
    const type = node.type as Scalar.Type | undefined;
    const source = this.#source;
    return new LazyString(
      value,
      this.#span(start, end),
      () => decodeYamlString(source, start, end, type, value),
      dynamic,
      tag,
    );
  }
}

/** What a tag is given hangs where the tagged value hangs. */
function adopt(parent: Property | ArrayNode, child: TreeNode | undefined): void {
  if (!child) return;
  child.parent = parent;
  if (child.kind === 'dynamic') adopt(parent, child.inner);
}

/** `Next:` with nothing behind it is half typed, not null. */
function isEmptyScalar(node: YamlNode): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '' && !node.tag && !node.anchor;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
