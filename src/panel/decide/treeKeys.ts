import { keyOf } from './route';
import type { DrawnNode } from './treeDrawing';

/** Where an arrow key leads from a node. */
export interface Neighbour {
  readonly key: string;
  /** The node has to be opened first, since what is below it is not drawn. */
  readonly opens: boolean;
}

/** Toward and away from the root along the edges, and between siblings across them; Home is the root. */
export function neighbour(
  nodes: readonly DrawnNode[],
  { spot, parent, open, children, place, siblings }: DrawnNode,
  key: string,
  down: boolean,
): Neighbour | undefined {
  const keys = down
    ? { away: 'ArrowDown', back: 'ArrowUp', next: 'ArrowRight', before: 'ArrowLeft' }
    : { away: 'ArrowRight', back: 'ArrowLeft', next: 'ArrowDown', before: 'ArrowUp' };
  const there = (route: readonly number[]): Neighbour => ({ key: keyOf(route), opens: false });
  switch (key) {
    case keys.away: {
      if (children === 0) return undefined;
      // Of the children the one on the way to an open node comes first.
      const inner = nodes.find((node) => node.parent?.spot.key === spot.key && node.open);
      return { key: inner?.spot.key ?? keyOf([...spot.route, 0]), opens: !open };
    }
    case keys.back:
      return parent && there(parent.spot.route);
    case keys.next:
      return place < siblings ? there([...spot.route.slice(0, -1), place]) : undefined;
    case keys.before:
      return place > 1 ? there([...spot.route.slice(0, -1), place - 2]) : undefined;
    case 'Home':
      return there([]);
    default:
      return undefined;
  }
}
