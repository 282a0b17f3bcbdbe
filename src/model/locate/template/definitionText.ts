import { parseJson } from '../../../syntax/json';
import { JoinedText, type Piece } from '../../../syntax/joined';
import { JoinedList, type IntroducedValue } from '../../../syntax/joinedList';
import type { DynamicNode, Span, StringNode, Tree, TreeNode } from '../../../syntax/tree';
import { subGapsOf } from '../../template/subText';
import { FunctionValues, type JoinedValue } from './joinedValues';

/** Reads the JSON that a value of a template holds as text: a string, `Fn::Sub`, `Fn::Join`, whose items only change with `host`. */
export function embeddedJson(node: TreeNode, host?: Tree): Tree | undefined {
  if (node.kind === 'string') return hasDirectives(node) ? undefined : parseJson(node.mapped);
  if (node.kind !== 'dynamic' || node.inner?.kind !== 'array') return undefined;
  const { items } = node.inner;
  if (node.tag === 'Sub' && items[0]?.kind === 'string') return parseJson(items[0].mapped);
  return node.tag === 'Join' ? new JoinReader(host).read(node) : undefined;
}

/** `%{ if … }` of Terraform leaves parts of a text out or repeats them: what it becomes is not known. */
function hasDirectives({ tag, value }: StringNode): boolean {
  return tag === 'Template' && value.includes('%{');
}

interface JoinList {
  readonly separator: string;
  readonly items: readonly TreeNode[];
}

function listOf(node: TreeNode): JoinList | undefined {
  if (node.kind !== 'dynamic' || node.tag !== 'Join') return undefined;
  const [separator, list] = node.inner?.kind === 'array' ? node.inner.items : [];
  if (separator?.kind !== 'string' || list?.kind !== 'array') return undefined;
  return { separator: separator.value, items: list.items };
}

/** Reads one `Fn::Join`, in which each function shows as a gap of its own. */
class JoinReader {
  readonly #host: Tree | undefined;
  /** What each gap stands for. */
  readonly #functions = new Map<string, string>();

  constructor(host: Tree | undefined) {
    this.#host = host;
  }

  read(node: DynamicNode): Tree | undefined {
    const host = this.#host;
    const list = listOf(node);
    return (
      list &&
      parseJson(
        new JoinedText(
          this.#piecesOf(list),
          host && ((introduced) => this.#writable(list, host, introduced)),
        ),
      )
    );
  }

  /** The parts of a text that a list is joined to, with the separator between them. */
  #piecesOf({ separator, items }: JoinList): Piece[] {
    return items.flatMap((item, index): Piece[] => {
      const { start } = item.span;
      const isBehind = index > 0 && separator !== '';
      const pieces = this.#pieces(item);
      return isBehind ? [{ text: separator, span: { start, end: start } }, ...pieces] : pieces;
    });
  }

  #pieces(node: TreeNode): Piece[] {
    if (node.kind === 'string') return [node.mapped];
    const list = listOf(node);
    return list ? this.#piecesOf(list) : [{ text: this.#gapFor(node), span: node.span }];
  }

  /** Two functions that have the same name are told apart by a number. */
  #gapFor(node: TreeNode): string {
    const name = node.kind === 'dynamic' ? (node.names[0] ?? node.tag) : undefined;
    const { start, end } = taggedSpan(node, this.#text);
    const written = this.#text.slice(start, end);
    for (let number = 1; ; number++) {
      const gap = `\${${name ?? 'Value'}${number > 1 ? ` #${number}` : ''}}`;
      const known = this.#functions.get(gap) ?? written;
      this.#functions.set(gap, known);
      if (known === written) return gap;
    }
  }

  get #text(): string {
    return this.#host?.source.text ?? '';
  }

  #writable(
    { separator, items }: JoinList,
    { format, source: { text } }: Tree,
    introduced?: IntroducedValue,
  ): JoinedList {
    const functions = Array.from(this.#functions, ([gap, written]) => ({ text: gap, written }));
    return new JoinedList({
      host: text,
      format,
      separator,
      items: items.map((node) => ({ node, span: taggedSpan(node, text), pieces: this.#pieces(node) })),
      values: new FunctionValues(format, [...functions, ...items.flatMap(namesInSub)], introduced),
    });
  }
}

/** A node with the tag that stands before it in YAML. */
function taggedSpan({ span: { start, end } }: TreeNode, host: string): Span {
  const tag = /![\w:.]+\s+$/.exec(host.slice(Math.max(0, start - LONGEST_TAG), start));
  return { start: start - (tag?.[0].length ?? 0), end };
}

/** Characters of a function's short name with the blanks behind it. */
const LONGEST_TAG = 60;

/** The gaps of texts that `Fn::Sub` fills in. */
function namesInSub(node: TreeNode): JoinedValue[] {
  if (node.kind !== 'string') return listOf(node)?.items.flatMap(namesInSub) ?? [];
  const gaps = node.tag === 'Sub' ? subGapsOf(node) : [];
  return gaps.map(({ start, end }) => ({ text: node.value.slice(start, end) }));
}
