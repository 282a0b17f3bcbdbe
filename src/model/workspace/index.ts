export type { FileFacts, Link, NamedPlace, Part, PartKind, StateFacts } from './facts';
export { fileFacts } from './fileFacts';
export { WorkspaceGraph, type Caller, type GraphEdge, type PlacedPart } from './graph';
export { eventLoops, type EventLoop } from './eventLoops';
export type { ScheduleFacts } from './scheduleFacts';
