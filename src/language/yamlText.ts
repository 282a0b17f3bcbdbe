import { Document, isScalar, Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import { distinctMembers } from './distinctMembers';
import type { Comment, ScalarNode, StringNode, Tree, TreeNode } from '../syntax/tree';

const MERGE = 'tag:yaml.org,2002:merge';
/** Lists of shorter words stand on one line, as in ErrorEquals. */
const SHORT = 30;

/**
 * A tree of JSON as YAML that readers of 1.1 and 1.2 take for the same: order, numbers as far as both have them, and
 * comments, which stand where they stood. Texts of several lines become blocks.
 */
export function yamlText(tree: Tree): string {
  const document = new Document(undefined, {
    version: '1.1',
    // The tag of a merge would write a key of that name without quotes.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== MERGE),
  });
  const writer = new YamlWriter(tree);
  const { root } = tree;
  if (root) {
    const before = writer.commentsBefore(root.span.start);
    document.contents = writer.node(root);
    document.commentBefore = before;
    document.comment = writer.commentsBefore(Infinity);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

class YamlWriter {
  readonly #text: string;
  readonly #comments: readonly Comment[];
  #next = 0;

  constructor({ source, comments }: Tree) {
    this.#text = source.text;
    this.#comments = comments;
  }

  /** The comments that stand before an offset and have not been asked for yet, a line each. */
  commentsBefore(offset: number): string | null {
    const texts: string[] = [];
    for (let comment; (comment = this.#comments.at(this.#next)) && comment.span.start < offset; this.#next++)
      texts.push(...comment.text.split(/\r?\n/).map((line) => ` ${line.trim()}`));
    return texts.length > 0 ? texts.join('\n') : null;
  }

  node(node: TreeNode): Node {
    switch (node.kind) {
      case 'object': {
        const map = new YAMLMap();
        for (const { name, value, span } of distinctMembers(node.properties)) {
          const key = scalar(name);
          key.commentBefore = this.commentsBefore(span.start);
          map.items.push(new Pair(key, value ? this.#withComment(value) : new Scalar(null)));
        }
        map.comment = this.commentsBefore(node.span.end);
        return map;
      }
      case 'array': {
        const list = new YAMLSeq<Node>();
        for (const item of node.items) {
          const before = this.commentsBefore(item.span.start);
          const written = this.#withComment(item);
          written.commentBefore = before;
          list.items.push(written);
        }
        list.comment = this.commentsBefore(node.span.end);
        list.flow = list.items.length > 0 && !list.comment && list.items.every(isShort);
        return list;
      }
      case 'string':
        return text(node);
      case 'dynamic':
        return scalar(this.#text.slice(node.span.start, node.span.end));
      default:
        return literal(node);
    }
  }

  /** A value with what is said behind it on its last line. */
  #withComment(value: TreeNode): Node {
    const written = this.node(value);
    const end = this.#text.indexOf('\n', value.span.end);
    const comment = this.#comments.at(this.#next);
    const behind = this.#text.slice(value.span.end, comment?.span.start);
    if (!isScalar(written) || !comment || !/^[\s,]*$/.test(behind)) return written;
    if (written.type === Scalar.BLOCK_LITERAL) return written;
    if (comment.span.start < (end < 0 ? Infinity : end) && !comment.text.includes('\n'))
      written.comment = this.commentsBefore(comment.span.end);
    return written;
  }
}

function isShort(item: Node): boolean {
  return isScalar(item) && String(item.value).length < SHORT && !item.comment && !item.commentBefore;
}

function text({ value, dynamic }: StringNode): Scalar {
  const written = scalar(value);
  // Blanks alone would be no lines of a block.
  if (value.includes('\n')) written.type = /\S/.test(value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  // What is filled in stays a text, also where it looks like a number.
  else if (dynamic && /^\$\{[^{}]*\}$/.test(value)) written.type = Scalar.QUOTE_DOUBLE;
  return written;
}

function scalar(value: string): Scalar {
  const written: Scalar = new Scalar(value);
  // The one says a number to readers of YAML 1.2, the other a merge to those of 1.1.
  if (/^0o[0-7]+$/.test(value) || value === '<<') written.type = Scalar.QUOTE_SINGLE;
  return written;
}

function literal({ value, raw }: ScalarNode): Scalar {
  const isLarge = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(raw);
  const written: Scalar = new Scalar(isLarge ? BigInt(raw) : value);
  const fraction = /^-?\d+\.(\d+)$/.exec(raw)?.[1];
  if (fraction) written.minFractionDigits = fraction.length;
  return written;
}
