import { Graph, layout as arrange } from '@dagrejs/dagre';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface BoxToPlace extends Size {
  readonly id: string;
}

export interface ArrowToPlace {
  readonly from: string;
  readonly to: string;
  /** Room for the text on the arrow. */
  readonly label?: Size;
}

/** `x` and `y` are the centre. */
export interface PlacedBox extends BoxToPlace, Point {}

export interface PlacedArrow {
  readonly from: string;
  readonly to: string;
  /** From border to border. */
  readonly points: readonly Point[];
  /** Centre of the label. */
  readonly label?: Point;
}

/** All coordinates are at least 0 and at most `width` and `height`. */
export interface Layout extends Size {
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

export interface LayoutWishes {
  readonly direction?: 'down' | 'right';
  readonly between?: number;
  readonly betweenRanks?: number;
  /** Boxes of a rank stay in the order in which they are given; for trees, which have no crossings to avoid. */
  readonly keepOrder?: boolean;
}

/** Places boxes in ranks along their arrows. Equal input gives equal output; two arrows may join the same boxes. */
export function layout(
  boxes: readonly BoxToPlace[],
  arrows: readonly ArrowToPlace[],
  { direction = 'down', between = 24, betweenRanks = 48, keepOrder = false }: LayoutWishes = {},
): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction === 'down' ? 'TB' : 'LR', nodesep: between, ranksep: betweenRanks });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const known = arrows.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to));
  known.forEach(({ from, to, label }, index) =>
    graph.setEdge(
      from,
      to,
      { width: label?.width ?? 0, height: label?.height ?? 0, labelpos: 'c' },
      `${index}`,
    ),
  );
  arrange(graph, { disableOptimalOrderHeuristic: keepOrder });
  const { width, height } = boxes.length > 0 ? graph.graph() : { width: 0, height: 0 };
  return {
    width: width ?? 0,
    height: height ?? 0,
    boxes: boxes.map((box) => {
      const { x = 0, y = 0 } = graph.node(box.id);
      return { ...box, x, y };
    }),
    arrows: known.map(({ from, to, label }, index) => {
      const { points = [], x = 0, y = 0 } = graph.edge(from, to, `${index}`);
      return { from, to, points, ...(label ? { label: { x, y } } : {}) };
    }),
  };
}
