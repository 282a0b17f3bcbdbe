import { contains } from '../../syntax/navigate';
import type { ArrayNode, ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import type { Cursor } from './cursor';
import { typedSpan } from './typedSpan';
import { lineStart } from '../../syntax/lines';

/** A line of YAML's block style: `  - Key: value`. */
interface Line {
  readonly start: number;
  readonly indent: number;
  /** How many `- ` it begins with. */
  readonly dashes: number;
  /** Column of what follows them. */
  readonly column: number;
  readonly body: string;
}

/** Finds the cursor's place in block style from the lines around it, for what is not in the tree yet. */
export function yamlCursor(tree: Tree, root: ObjectNode, offset: number): Cursor | undefined {
  const { source } = tree;
  const at = source.fromHost(offset);
  const line = lineAt(source.text, at);
  const typed = source.text.slice(line.start + line.column, at);
  const places = new Places(tree, root);
  const value = /^[^\s:#][^:#]*:(?:\s+(\S*))?$/.exec(typed);
  if (value) {
    const property = places.propertyAt(line.start + line.column);
    if (!property) return undefined;
    const start = at - (value[1] ?? '').length;
    const replace = typedSpan(tree, start, offset);
    return {
      kind: 'value',
      container: property.parent,
      property,
      replace,
      flow: false,
      begun: [],
      column: line.column,
      commaAfter: false,
    };
  }
  // Something between the margin and the cursor that is no bare word: a value, or text that goes on.
  if (!/^[\w.$-]*$/.test(typed) || at < line.start + line.column) return undefined;
  const replace = typedSpan(tree, at - typed.length, offset);
  const found = line.dashes > 0 ? places.item(line) : places.key(line);
  return found && { kind: 'either', ...found, replace, flow: false, column: line.column, commaAfter: false };
}

class Places {
  readonly #tree: Tree;
  readonly #root: ObjectNode;

  constructor(tree: Tree, root: ObjectNode) {
    this.#tree = tree;
    this.#root = root;
  }

  /** The property whose key begins at an offset of the text. */
  propertyAt(start: number): Property | undefined {
    const offset = this.#tree.source.toHost(start);
    return this.#containers(offset)
      .flatMap((node) => (node.kind === 'object' ? node.properties : []))
      .find(({ key }) => key.span.start === offset);
  }

  #arrayWithItemAt(start: number): ArrayNode | undefined {
    const offset = this.#tree.source.toHost(start);
    return this.#containers(offset).find(
      (node) => node.kind === 'array' && node.items.some(({ span }) => span.start === offset),
    ) as ArrayNode | undefined;
  }

  /** The objects and arrays around an offset, or that begin there, outside in. */
  #containers(offset: number): (ObjectNode | ArrayNode)[] {
    const found: (ObjectNode | ArrayNode)[] = [];
    for (let node: TreeNode | undefined = this.#root; node?.kind === 'object' || node?.kind === 'array';) {
      found.push(node);
      const inner: readonly (TreeNode | undefined)[] =
        node.kind === 'object' ? node.properties.map(({ value }) => value) : node.items;
      node = inner.find((each) => each && contains(each.span, offset));
    }
    return found;
  }

  /** A key at the column of its siblings, or the first one below a key that has nothing yet. */
  key({ start, column }: Line): Pick<Cursor, 'container' | 'begun'> | undefined {
    for (const above of this.#above(start)) {
      if (above.column > column) continue;
      const property = this.propertyAt(above.start + above.column);
      if (!property) return undefined;
      if (above.column === column) return { container: property.parent, begun: [] };
      return { container: property.parent, begun: [property.name] };
    }
    return this.#before(start, column);
  }

  /** Before the first of its keys an object stands only below. */
  #before(start: number, column: number): Pick<Cursor, 'container' | 'begun'> | undefined {
    const { source } = this.#tree;
    const property = this.#root.properties.at(0);
    if (!property) return undefined;
    const first = source.fromHost(property.key.span.start);
    if (first < start || first - lineStart(source.text, first) !== column) return undefined;
    return { container: property.parent, begun: [] };
  }

  /** An item beside others, or the first one below a key that has nothing yet. */
  item({ start, indent }: Line): Pick<Cursor, 'container' | 'begun'> | undefined {
    for (const above of this.#above(start)) {
      if (above.dashes > 0 && above.indent === indent) {
        const array = this.#arrayWithItemAt(above.start + above.column);
        return array && { container: array, begun: [] };
      }
      if (above.column > indent) continue;
      const property = this.propertyAt(above.start + above.column);
      if (!property) return undefined;
      if (property.value?.kind === 'array') return { container: property.value, begun: [] };
      return { container: property.parent, begun: [property.name, '[]'] };
    }
    return undefined;
  }

  *#above(start: number): Iterable<Line> {
    const { text } = this.#tree.source;
    for (let at = start - 1; at >= 0;) {
      const line = lineAt(text, at);
      if (line.body.trim() !== '' && !line.body.startsWith('#')) yield line;
      at = line.start - 1;
    }
  }
}

function lineAt(text: string, at: number): Line {
  const start = lineStart(text, at);
  const end = text.indexOf('\n', at);
  const whole = text.slice(start, end < 0 ? text.length : end);
  const [, margin, dashes] = /^( *)((?:-(?: +|$))*)/.exec(whole) ?? ['', '', ''];
  return {
    start,
    indent: margin.length,
    dashes: dashes.replace(/[^-]/g, '').length,
    column: margin.length + dashes.length,
    body: whole.slice(margin.length + dashes.length),
  };
}
