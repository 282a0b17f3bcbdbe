import { contains, isKey, nodeAt } from '../../syntax/navigate';
import type { ArrayNode, ObjectNode, Property, Span, StringNode, Tree, TreeNode } from '../../syntax/tree';
import { typedSpan } from './typedSpan';
import { yamlCursor } from './yamlCursor';
import { lineStart } from '../../syntax/lines';

/** Where in a text the cursor stands, before anybody asks what that means. Offsets are those of the host. */
export interface Cursor {
  /** `either` where YAML leaves open whether a key or a value is begun. */
  readonly kind: 'key' | 'value' | 'either';
  /** The innermost object or array that the text already holds. */
  readonly container: ObjectNode | ArrayNode;
  /** The property whose value is asked for, or whose key is edited. */
  readonly property?: Property;
  /** The string in which the cursor stands. */
  readonly string?: StringNode;
  /** The quote that the string still needs at the cursor: what follows on the line is not part of it. */
  readonly unclosed?: string;
  /** What an accepted item takes the place of. */
  readonly replace: Span;
  /** True between braces or brackets: all of JSON, the flow style of YAML. */
  readonly flow: boolean;
  /** Keys and `[]` of containers that are begun and not in the text yet, outside in. */
  readonly begun: readonly string[];
  /** Column of the key in YAML's block style. */
  readonly column: number;
  /** Where a comma is missing in front, and whether one is needed behind. */
  readonly commaBefore?: number;
  readonly commaAfter: boolean;
}

/** Finds the cursor's place in a tree; `undefined` where nothing can be completed, as in a comment. */
export function cursorAt(tree: Tree, root: ObjectNode, offset: number): Cursor | undefined {
  if (tree.comments.some(({ span }) => span.start < offset && offset <= span.end)) return undefined;
  const node = nodeAt(tree, offset);
  const container = containerAt(tree, root, offset);
  const flow = tree.format === 'json' || '{['.includes(charAt(tree, container.span.start));
  if (node?.kind === 'string' && inString(tree, node, offset)) return stringCursor(tree, node, flow, offset);
  return flow ? flowCursor(tree, container, offset) : yamlCursor(tree, root, offset);
}

function charAt({ source }: Tree, offset: number): string {
  return source.text[source.fromHost(offset)] ?? '';
}

function inString(tree: Tree, node: StringNode, offset: number): boolean {
  if (!quoteOf(tree, node)) return contains(node.span, offset);
  return node.span.start < offset && (offset < node.span.end || !isClosed(tree, node));
}

/** The quote that a string begins with; none for plain and block style. */
function quoteOf(tree: Tree, { span }: StringNode): string | undefined {
  const sign = charAt(tree, span.start);
  return sign === '"' || sign === "'" ? sign : undefined;
}

function isClosed({ source }: Tree, { span }: StringNode): boolean {
  const text = source.text.slice(source.fromHost(span.start), source.fromHost(span.end));
  return text.length > 1 && text.endsWith(text[0]);
}

function stringCursor(tree: Tree, node: StringNode, flow: boolean, offset: number): Cursor | undefined {
  const { parent } = node;
  if (!parent) return undefined;
  const property = parent.kind === 'property' ? parent : undefined;
  const container = parent.kind === 'property' ? parent.parent : parent;
  const quote = quoteOf(tree, node);
  const unclosed = quote && !isClosed(tree, node) ? quote : undefined;
  const common = {
    container,
    string: node,
    unclosed,
    replace: unclosed ? { start: node.span.start, end: offset } : node.span,
    flow,
    column: columnOf(tree, node.span.start),
  };
  if (!flow && isBegunKey(tree, node)) {
    const begun = property ? [property.name] : [];
    return { ...common, kind: 'either', begun, commaAfter: false };
  }
  return {
    ...common,
    kind: isKey(node) ? 'key' : 'value',
    property,
    begun: [],
    // A key that has its value needs neither colon nor comma.
    commaAfter: isKey(node) && !property?.value && flow && followed(tree, container, node.span.end),
  };
}

/** A bare word on a line of its own, or behind a dash, may become the first key of an object. */
function isBegunKey(tree: Tree, node: StringNode): boolean {
  if (isKey(node) || !/^[\w.$-]*$/.test(node.value) || quoteOf(tree, node)) return false;
  const { parent } = node;
  if (parent?.kind !== 'property') return true;
  const { source } = tree;
  return source.text
    .slice(source.fromHost(parent.key.span.end), source.fromHost(node.span.start))
    .includes('\n');
}

function flowCursor(tree: Tree, container: ObjectNode | ArrayNode, offset: number): Cursor | undefined {
  const { text } = tree.source;
  const at = tree.source.fromHost(offset);
  let start = at;
  while (start > 0 && /[\w.$-]/.test(text[start - 1])) start--;
  let before = start - 1;
  while (before >= 0 && /\s/.test(text[before])) before--;
  const sign = text[before] ?? '';
  const isBehindKey = sign === ':' || (sign === '=' && tree.format === 'hcl');
  const replace = typedSpan(tree, start, offset);
  const common = { container, replace, flow: true, begun: [], column: columnOf(tree, replace.start) };
  if (isBehindKey && container.kind === 'object') {
    const property = lastBefore(container.properties, tree.source.toHost(before));
    if (!property) return undefined;
    // A text right at the cursor is the value itself.
    const { value } = property;
    const end = value?.kind === 'string' && value.span.start === offset ? value.span.end : offset;
    return { ...common, kind: 'value', property, commaAfter: followed(tree, container, end) };
  }
  const opens =
    sign === ',' ||
    sign === '{' ||
    sign === '[' ||
    (inLines(tree, container) && text.slice(before, start).includes('\n'));
  return {
    ...common,
    kind: container.kind === 'object' ? 'key' : 'value',
    commaBefore: opens ? undefined : tree.source.toHost(before + 1),
    commaAfter: followed(tree, container, offset),
  };
}

function lastBefore(properties: readonly Property[], offset: number): Property | undefined {
  return properties.filter(({ key }) => key.span.end <= offset).pop();
}

/** True where another member follows and nothing stands in between that has to. */
function followed(tree: Tree, container: ObjectNode | ArrayNode, offset: number): boolean {
  const { source } = tree;
  const rest = source.text.slice(source.fromHost(offset));
  const next = rest.trimStart();
  if (inLines(tree, container) && rest.slice(0, -next.length).includes('\n')) return false;
  return /^["{[\w$-]/.test(next);
}

/** True for an object of Terraform whose members lines keep apart, and no commas. */
function inLines({ format, source }: Tree, container: ObjectNode | ArrayNode): boolean {
  if (format !== 'hcl' || container.kind !== 'object') return false;
  const [first, second] = container.properties;
  const end = source.fromHost(first?.span.end ?? container.span.start);
  const until = source.fromHost(second?.span.start ?? container.span.end);
  return !first || !source.text.slice(end, until).includes(',');
}

/** The innermost object or array around an offset; a closing brace is outside, and so is nothing where it lacks. */
function containerAt(tree: Tree, root: ObjectNode, offset: number): ObjectNode | ArrayNode {
  const isLast = tree.source.text.slice(tree.source.fromHost(offset)).trim() === '';
  let found: ObjectNode | ArrayNode = root;
  for (let next: TreeNode | undefined = root; next;) {
    if (next.kind === 'object' || next.kind === 'array') found = next;
    const inner: readonly (TreeNode | undefined)[] =
      next.kind === 'object'
        ? next.properties.map(({ value }) => value)
        : next.kind === 'array'
          ? next.items
          : [];
    next = inner.find(
      (node) =>
        (node?.kind === 'object' || node?.kind === 'array') &&
        node.span.start < offset &&
        (offset < node.span.end || (isLast && isOpen(tree, node))),
    );
  }
  return found;
}

/** True for an object or array of braces or brackets that the text ends in. */
function isOpen(tree: Tree, node: ObjectNode | ArrayNode): boolean {
  const close = { '{': '}', '[': ']' }[charAt(tree, node.span.start)];
  const last = node.kind === 'object' ? node.properties.at(-1)?.value : node.items.at(-1);
  if (!close) return false;
  return charAt(tree, node.span.end - 1) !== close || last?.span.end === node.span.end;
}

/** How far from the start of its line a place is. */
export function columnOf({ source }: Tree, offset: number): number {
  const at = source.fromHost(offset);
  return at - lineStart(source.text, at);
}
