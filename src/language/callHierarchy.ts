import type { GraphEdge, PartKind, PlacedPart, WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { machineAt } from './machineAt';
import { placeOf, type WorkspacePlace } from './workspacePlace';

/** A machine, function, rule … as one step of a hierarchy of calls. */
export interface HierarchyItem extends WorkspacePlace {
  /** With `path`, what finds it again. */
  readonly id: string;
  readonly name: string;
  readonly kind: PartKind;
}

/** One step of the hierarchy, with the places where the caller says it. */
export interface HierarchyCall {
  readonly item: HierarchyItem;
  readonly spans: readonly Span[];
}

/** What the hierarchy begins with: what is named or declared at an offset, or the machine around it. */
export function hierarchyItem(
  document: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): HierarchyItem | undefined {
  const { path, located } = document;
  const step = graph.writtenIn(path).find(({ link }) => contains(link.span, offset));
  const declared = graph.partsOf(path).find(({ id, span }) => id !== '' && contains(span, offset));
  const machine = machineAt(document, offset);
  const embedded = located.definitions.find((definition) => machine && definition.machine === machine);
  const around = machine && graph.part(path, embedded?.resource.id ?? '');
  const part = step?.to ?? declared ?? around;
  return part && itemOf(graph, part);
}

/** Who starts or calls an item. */
export function callsInto(graph: WorkspaceGraph, { path, id }: HierarchyItem): HierarchyCall[] {
  return grouped(steps(graph, path, id, 'into'), ({ from }) => itemOf(graph, from));
}

/** What an item starts, calls or runs. */
export function callsFrom(graph: WorkspaceGraph, { path, id }: HierarchyItem): HierarchyCall[] {
  return grouped(steps(graph, path, id, 'from'), ({ to }) => itemOf(graph, to));
}

/** A machine and the file with its definition are one step, of which the file says what it calls. */
function itemOf(graph: WorkspaceGraph, part: PlacedPart): HierarchyItem {
  const place = placeOf(definitionOf(graph, part) ?? part);
  const { name, kind } = declarationOf(graph, part) ?? part;
  return { ...place, id: (definitionOf(graph, part) ?? part).id, name, kind };
}

function definitionOf(graph: WorkspaceGraph, part: PlacedPart): PlacedPart | undefined {
  if (part.kind !== 'stateMachine') return undefined;
  return graph.ranBy(part).find(({ kind }) => kind === 'stateMachine');
}

function declarationOf(graph: WorkspaceGraph, part: PlacedPart): PlacedPart | undefined {
  if (part.kind !== 'stateMachine') return undefined;
  return graph.runnersOf(part).find(({ kind }) => kind === 'stateMachine');
}

function steps(
  graph: WorkspaceGraph,
  path: string,
  id: string,
  direction: 'into' | 'from',
): readonly GraphEdge[] {
  const part = graph.part(path, id);
  if (!part) return [];
  const same = new Set([part, definitionOf(graph, part), declarationOf(graph, part)]);
  return [...same]
    .flatMap((one) => (one ? graph[direction](one) : []))
    .filter(({ from, to }) => !(same.has(from) && same.has(to)));
}

function grouped(edges: readonly GraphEdge[], other: (edge: GraphEdge) => HierarchyItem): HierarchyCall[] {
  const calls = new Map<string, { readonly item: HierarchyItem; readonly spans: Span[] }>();
  for (const edge of edges) {
    const item = other(edge);
    const key = `${item.path}#${item.id}`;
    const call = calls.get(key) ?? { item, spans: [] };
    calls.set(key, call);
    call.spans.push(edge.link.span);
  }
  return [...calls.values()];
}
