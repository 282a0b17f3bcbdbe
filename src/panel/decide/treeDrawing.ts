import { layout } from '../../advisor/layout';
import type { Service, Tree } from '../guideData';
import { textLines } from '../textLines';
import { closedRanks } from './closedRanks';
import { childrenOf, spotAt, type Spot } from './route';

/** Sizes in pixels at a zoom of 1; `label` fits two lines, `caption` is the answer above a box. */
export const SIZE = {
  width: 168,
  height: 48,
  line: 16,
  captionLine: 14,
  caption: 32,
  padding: 12,
} as const;

export interface Node {
  readonly spot: Spot;
  readonly parent?: Node;
  readonly level: number;
  /** Position among the siblings from 1, and how many these are. */
  readonly place: number;
  readonly siblings: number;
  /** Whether its children are drawn. */
  readonly open: boolean;
  readonly children: number;
}

export interface DrawnNode extends Node {
  /** Top left of the box; the caption stands above. */
  readonly x: number;
  readonly y: number;
  readonly label: readonly string[];
  readonly caption: readonly string[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  /** By the key of the node they lead to. */
  readonly edges: readonly { readonly key: string; readonly path: string }[];
}

/** The nodes to draw, parents first; `isOpen` says whose children are among them. */
export function nodesOf(tree: Tree, isOpen: (spot: Spot) => boolean): readonly Node[] {
  const collect = (spot: Spot, parent: Node | undefined, place: number, siblings: number): Node[] => {
    const children = childrenOf(tree, spot);
    const open = children.length > 0 && isOpen(spot);
    const level = (parent?.level ?? 0) + 1;
    const node: Node = { spot, parent, level, place, siblings, open, children: children.length };
    return [
      node,
      ...(open ? children.flatMap((child, index) => collect(child, node, index + 1, children.length)) : []),
    ];
  };
  return collect(spotAt(tree, []), undefined, 1, 1);
}

/** What a box says. */
const labelOf = ({ question, verdict }: Spot, services: Readonly<Record<string, Service>>): string =>
  verdict ? services[verdict.recommendation].name : (question?.short ?? question?.question ?? '');

/** Places nodes and their edges. */
export function draw(
  nodes: readonly Node[],
  services: Readonly<Record<string, Service>>,
  direction: 'down' | 'right',
  family: string,
): Drawing {
  const { width, height, caption } = SIZE;
  const arranged = layout(
    nodes.map(({ spot }) => ({ id: spot.key, width, height: height + caption })),
    nodes.flatMap(({ spot, parent }) => (parent ? [{ from: parent.spot.key, to: spot.key }] : [])),
    direction === 'down'
      ? { direction, between: 16, betweenRanks: 24, keepOrder: true }
      : { direction, between: 8, betweenRanks: 28, keepOrder: true },
  );
  const placed = closedRanks(nodes, arranged, direction);
  const at = new Map(placed.boxes.map(({ id, x, y }) => [id, { x, y }]));
  const drawn = nodes.map((node): DrawnNode => {
    const { x = 0, y = 0 } = at.get(node.spot.key) ?? {};
    return {
      ...node,
      x: x - width / 2,
      y: y - (height + caption) / 2 + caption,
      label: textLines(labelOf(node.spot, services), `12px ${family}`, width - 2 * SIZE.padding, 2),
      caption: textLines(node.spot.by?.label ?? '', `11px ${family}`, width, 2),
    };
  });
  const byKey = new Map(drawn.map((node) => [node.spot.key, node]));
  return {
    width: placed.width,
    height: placed.height,
    nodes: drawn,
    edges: drawn.flatMap((node) => {
      const from = node.parent && byKey.get(node.parent.spot.key);
      return from ? [{ key: node.spot.key, path: edge(from, node, direction) }] : [];
    }),
  };
}

function edge(from: DrawnNode, to: DrawnNode, direction: 'down' | 'right'): string {
  if (direction === 'right') {
    const [x1, y1] = [from.x + SIZE.width, from.y + SIZE.height / 2];
    const [x2, y2] = [to.x, to.y + SIZE.height / 2];
    const bend = (x1 + x2) / 2;
    return `M ${x1} ${y1} C ${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
  }
  const [x1, y1] = [from.x + SIZE.width / 2, from.y + SIZE.height];
  const [x2, y2] = [to.x + SIZE.width / 2, to.y - to.caption.length * SIZE.captionLine - 6];
  const bend = (y1 + y2) / 2;
  return `M ${x1} ${y1} C ${x1} ${bend} ${x2} ${bend} ${x2} ${y2}`;
}
