import type { PatternDialect } from '../../../model/eventPattern/dialects';
import type { EmbeddedPattern, Located } from '../../../model/locate';
import { contains } from '../../../syntax/navigate';
import type { ObjectNode, Tree, TreeNode } from '../../../syntax/tree';
import { cursorAt, type Cursor } from '../cursor';

/** Where the cursor stands in an event pattern. */
export interface PatternPlace {
  readonly cursor: Cursor;
  readonly tree: Tree;
  readonly dialect: PatternDialect;
  /** Absent where nothing of the pattern is written yet. */
  readonly embedded?: EmbeddedPattern;
  /** The field around the cursor, or the object whose field's name is asked for. */
  readonly path: readonly string[];
  /** `field`: a name, or what stands behind it; `list`: an item of its values; else inside of an operator. */
  readonly inside: 'field' | 'list' | 'operator' | 'operatorList';
  /** Operators around the cursor, outside in. */
  readonly operators: readonly string[];
  /** Names that the object at the cursor has already. */
  readonly present: ReadonlySet<string>;
}

/** The place in the pattern around an offset, also where the pattern is only begun. */
export function patternPlace(located: Located, offset: number): PatternPlace | undefined {
  const { eventPatterns, tree } = located;
  for (const embedded of eventPatterns) {
    const { text, node, dialect } = embedded;
    const isFile = text !== undefined && text === tree;
    const inner = text?.root;
    if (text && !isFile && inner?.kind === 'object' && contains(inner.span, offset))
      return placeIn(text, inner, inner, offset, dialect, embedded);
    const isBlock = tree?.format === 'yaml';
    if (tree && !isBlock && node.kind === 'object' && contains(node.span, offset))
      return placeIn({ ...tree, root: node }, node, node, offset, dialect, embedded);
  }
  // In block style the cursor may stand below the last line of what is written.
  if (tree?.format !== 'yaml' || tree.root?.kind !== 'object') return undefined;
  return inBlock(located, tree, tree.root, offset);
}

function inBlock(
  { eventPatterns, template }: Located,
  tree: Tree,
  root: ObjectNode,
  offset: number,
): PatternPlace | undefined {
  if (eventPatterns.length === 0 && !template) return undefined;
  const cursor = cursorAt(tree, root, offset);
  if (!cursor) return undefined;
  for (let at: TreeNode | undefined = cursor.container; at; at = outer(at)) {
    const embedded = eventPatterns.find(({ node }) => node === at);
    if (embedded) return placeAt(cursor, tree, at, embedded.dialect, embedded);
  }
  const [first, ...rest] = cursor.begun;
  const dialect = template && DIALECT_OF[first ?? ''];
  return dialect && placeAt({ ...cursor, begun: rest }, tree, undefined, dialect, undefined);
}

/** Properties under which nothing is written yet. */
const DIALECT_OF: Readonly<Record<string, PatternDialect>> = {
  EventPattern: 'bus',
  Pattern: 'bus',
  FilterPolicy: 'snsAttributes',
};

function outer(node: TreeNode): TreeNode | undefined {
  return node.parent?.kind === 'property' ? node.parent.parent : node.parent;
}

function placeIn(
  tree: Tree,
  root: ObjectNode,
  pattern: TreeNode,
  offset: number,
  dialect: PatternDialect,
  embedded: EmbeddedPattern,
): PatternPlace | undefined {
  const cursor = cursorAt(tree, root, offset);
  return cursor && placeAt(cursor, tree, pattern, dialect, embedded);
}

function placeAt(
  cursor: Cursor,
  tree: Tree,
  pattern: TreeNode | undefined,
  dialect: PatternDialect,
  embedded: EmbeddedPattern | undefined,
): PatternPlace {
  const { container, property, kind, begun } = cursor;
  const steps = pattern ? stepsFrom(pattern, container) : [];
  if (kind === 'value' && property) steps.push(property.name);
  for (const key of begun) steps.push(key === '[]' ? 0 : key);
  // An item of a list is asked for, not the list.
  if (kind !== 'key' && !property && container.kind === 'array' && begun.length === 0) steps.push(0);
  const object = pattern && begun.length === 0 && container.kind === 'object' ? container : undefined;
  const siblings = object?.properties.filter((one) => kind !== 'key' || one !== property) ?? [];
  return {
    cursor,
    tree,
    dialect,
    embedded,
    ...insideOf(steps),
    present: new Set(siblings.map(({ name }) => name)),
  };
}

function stepsFrom(pattern: TreeNode, node: TreeNode): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = node; at !== pattern && at.parent; at = outer(at) ?? pattern) {
    steps.unshift(at.parent.kind === 'property' ? at.parent.name : at.parent.items.indexOf(at));
  }
  return steps;
}

function insideOf(steps: readonly (string | number)[]): Pick<PatternPlace, 'path' | 'inside' | 'operators'> {
  const path: string[] = [];
  const operators: string[] = [];
  let inside: PatternPlace['inside'] = 'field';
  let or = false;
  for (const step of steps) {
    if (typeof step === 'number') {
      if (or) or = false;
      else if (inside === 'field') inside = 'list';
      else inside = 'operatorList';
    } else if (inside === 'field') {
      if (step === '$or') or = true;
      else path.push(...step.split('.'));
    } else {
      operators.push(step);
      inside = 'operator';
    }
  }
  return { path, inside, operators };
}
