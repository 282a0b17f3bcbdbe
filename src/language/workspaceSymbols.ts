import type { PartKind, WorkspaceGraph } from '../model/workspace';
import type { WorkspacePlace } from './workspacePlace';

/** A machine, state, rule, function … of the workspace. */
export interface WorkspaceSymbol extends WorkspacePlace {
  readonly name: string;
  readonly kind: PartKind | 'state';
  /** What holds it: the machine of a state, the file of the others. */
  readonly container: string;
}

/** More than anybody reads. */
const MOST = 500;

/** Everything in the workspace whose name has the letters of a query in their order, the closest first. */
export function workspaceSymbols(graph: WorkspaceGraph, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found: { readonly symbol: WorkspaceSymbol; readonly rank: number }[] = [];
  const take = (symbol: WorkspaceSymbol): void => {
    const rank = rankOf(symbol.name.toLowerCase(), wanted);
    if (rank !== undefined) found.push({ symbol, rank });
  };
  for (const { path, name, kind, span, states = [] } of graph.parts) {
    take({ name, kind, path, span, container: path.slice(path.lastIndexOf('/') + 1) });
    for (const state of states) take({ ...state, kind: 'state', path, container: name });
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.symbol.name.localeCompare(b.symbol.name))
    .slice(0, MOST)
    .map(({ symbol }) => symbol);
}

/** Lower is closer: begins so, has it, has its letters. */
function rankOf(name: string, wanted: string): number | undefined {
  const at = name.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 2;
}
