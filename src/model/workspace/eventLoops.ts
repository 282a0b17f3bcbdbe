import { oncePer } from '../oncePer';
import type { GraphEdge, PlacedPart, WorkspaceGraph } from './graph';
import { HEARD_BUCKET, type EventKey, type PartEvent } from './eventFacts';

/** A rule that is started again by what it starts, over any number of files. */
export interface EventLoop {
  readonly rule: PlacedPart;
  /** From the first part that the rule starts to the one that makes the event. */
  readonly parts: readonly PlacedPart[];
  /** Where it is said that the last part makes the event. */
  readonly maker: PlacedEvent;
}

export interface PlacedEvent extends PartEvent {
  readonly path: string;
}

/** Loops longer than this are beyond what a person can follow, and beyond what is surely one. */
const LONGEST = 12;

/** The rules of a file that start themselves again by what they start. */
export function eventLoops(graph: WorkspaceGraph, path: string): EventLoop[] {
  const events = indexOf(graph);
  return graph.parts
    .filter((part) => part.path === path && events.heardBy(part).length > 0)
    .flatMap((rule) => loopOf(rule, graph, events) ?? []);
}

/** Goes breadth first, so that the shortest loop is found. */
function loopOf(rule: PlacedPart, graph: WorkspaceGraph, events: EventIndex): EventLoop | undefined {
  const heard = new Set(events.heardBy(rule));
  const seen = new Set<PlacedPart>([rule]);
  let front: PlacedPart[][] = [[rule]];
  for (let step = 0; step < LONGEST && front.length > 0; step++) {
    const next: PlacedPart[][] = [];
    for (const way of front) {
      const last = way[way.length - 1];
      for (const to of [...graph.from(last).map(target), ...events.listenersTo(last)]) {
        if (seen.has(to)) continue;
        seen.add(to);
        const longer = [...way, to];
        const maker = events.madeBy(to).find(({ key }) => heard.has(key));
        if (maker) return { rule, parts: longer.slice(1), maker };
        next.push(longer);
      }
    }
    front = next;
  }
  return undefined;
}

function target({ to }: GraphEdge): PlacedPart {
  return to;
}

const indexOf = oncePer((graph: WorkspaceGraph) => new EventIndex(graph));

/** Who hears of and makes which events, by keys that are the same in all files. */
class EventIndex {
  readonly #heard = new Map<PlacedPart, EventKey[]>();
  readonly #listeners = new Map<EventKey, PlacedPart[]>();
  readonly #made = new Map<PlacedPart, PlacedEvent[]>();

  constructor(graph: WorkspaceGraph) {
    const fills = new Map<string, EventKey[]>();
    for (const { path, events } of graph.files) {
      for (const { part, gap, key } of events.fills) put(fills, `${path}#${part}#${gap}`, placed(key, path));
      for (const { part, key } of events.hears) {
        const rule = graph.part(path, part);
        if (!rule) continue;
        put(this.#heard, rule, placed(key, path));
        put(this.#listeners, placed(key, path), rule);
      }
    }
    for (const { path, events } of graph.files) {
      for (const event of events.makes) {
        const maker = graph.part(path, event.part);
        if (!maker) continue;
        for (const key of this.#keys(event.key, maker, graph, fills))
          put(this.#made, maker, { ...event, key, path });
      }
    }
  }

  /** What an event is known by in all files: gaps are filled, and the bucket of the event is that of the rule. */
  #keys(
    key: EventKey,
    maker: PlacedPart,
    graph: WorkspaceGraph,
    fills: ReadonlyMap<string, readonly EventKey[]>,
  ): readonly EventKey[] {
    const before = graph.into(maker).map(({ from }) => from);
    if (key === HEARD_BUCKET) {
      const starters = before.flatMap((part) => graph.into(part).map(({ from }) => from));
      return starters.flatMap((rule) => this.heardBy(rule)).filter((heard) => heard.startsWith('bucket'));
    }
    const gap = /^gap:(.*)$/.exec(key)?.[1];
    if (gap === undefined) return [placed(key, maker.path)];
    return before.flatMap((part) => fills.get(`${part.path}#${part.id}#${gap}`) ?? []);
  }

  heardBy(part: PlacedPart): readonly EventKey[] {
    return this.#heard.get(part) ?? [];
  }

  madeBy(part: PlacedPart): readonly PlacedEvent[] {
    return this.#made.get(part) ?? [];
  }

  listenersTo(part: PlacedPart): PlacedPart[] {
    return this.madeBy(part).flatMap(({ key }) => this.#listeners.get(key) ?? []);
  }
}

/** Ids are those of a file; the files of a folder with Terraform share theirs. */
function placed(key: EventKey, path: string): EventKey {
  if (!/^\w+#/.test(key)) return key;
  return `${key}@${path.endsWith('.tf') ? path.slice(0, path.lastIndexOf('/')) : path}`;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
