import type { Layout, Point } from '../../advisor/layout';
import type { Node } from './treeDrawing';

/**
 * A layout whose ranks are pushed together across the direction: each as near to its parent as the widest rank
 * allows. It needs ranks of siblings only, which a path has; any other layout comes back as it is.
 */
export function closedRanks(nodes: readonly Node[], placed: Layout, direction: 'down' | 'right'): Layout {
  const ranks = new Map<number, Node[]>();
  for (const node of nodes) ranks.set(node.level, [...(ranks.get(node.level) ?? []), node]);
  const parents = [...ranks.values()].map((rank) => new Set(rank.map(({ parent }) => parent)).size);
  if (parents.some((count) => count > 1)) return placed;

  const [cross, extent] = direction === 'down' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const boxes = new Map(placed.boxes.map((box) => [box.id, box]));
  const span = (rank: readonly Node[]): readonly [number, number] => {
    const ends = rank.flatMap(({ spot }) => {
      const box = boxes.get(spot.key);
      return box ? [box[cross] - box[extent] / 2, box[cross] + box[extent] / 2] : [];
    });
    return [Math.min(...ends), Math.max(...ends)];
  };
  const widest = Math.max(...[...ranks.values()].map(span).map(([from, to]) => to - from));
  const moved = new Map<string, Point>();
  for (const rank of ranks.values()) {
    const [from, to] = span(rank);
    const half = (to - from) / 2;
    const parent = moved.get(rank[0].parent?.spot.key ?? '');
    const middle = Math.min(Math.max(parent?.[cross] ?? widest / 2, half), widest - half);
    for (const { spot } of rank) {
      const box = boxes.get(spot.key);
      if (box) moved.set(spot.key, { ...box, [cross]: box[cross] - from - half + middle });
    }
  }
  return {
    ...placed,
    [extent]: widest,
    boxes: placed.boxes.map((box) => ({ ...box, ...moved.get(box.id) })),
  };
}
