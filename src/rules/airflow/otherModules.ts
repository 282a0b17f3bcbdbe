import type { DagFile } from '../../model/airflow';
import { oncePer } from '../../model/oncePer';
import type { PlacedPart, WorkspaceGraph } from '../../model/workspace';
import type { CallExpression } from '../../syntax/code/ast';

/** A function of another module of the workspace that calls out. */
export interface OutwardFunction {
  /** What it calls, as its module has it. */
  readonly calls: string;
  readonly part: PlacedPart;
}

/** The files of the workspace with functions that call out, by their name without folder and ending. */
const outwardModules = oncePer((graph: WorkspaceGraph): ReadonlyMap<string, readonly PlacedPart[]> => {
  const found = new Map<string, PlacedPart[]>();
  for (const part of graph.parts) {
    const name = part.outward && /([^/]+)\.py$/.exec(part.path)?.[1];
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), part]);
  }
  return found;
});

/** What a call of an imported function comes to, where its module is in the workspace. */
export function outwardFunction(
  { callee }: CallExpression,
  { code }: DagFile,
  path: string,
  graph: WorkspaceGraph,
): OutwardFunction | undefined {
  const root = callee.kind === 'member' && callee.object.kind === 'name' ? callee.object : callee;
  const imported = root.kind === 'name' ? code.names.imports.get(root.name) : undefined;
  if (!imported) return undefined;
  // `from utils import f`, `import utils` and `from package import utils`.
  const of = root === callee ? imported.module : [imported.module, imported.name].filter(Boolean).join('.');
  const name = root === callee ? imported.name : callee.kind === 'member' ? callee.name : undefined;
  const file = of.replace(/^\.+/, '').replaceAll('.', '/');
  const candidates = outwardModules(graph).get(file.slice(file.lastIndexOf('/') + 1)) ?? [];
  const fitting = candidates.filter((part) => `/${part.path}`.endsWith(`/${file}.py`));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = fitting.find((each) => each.path === `${folder}${file}.py`);
  const part = beside ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (!part) return undefined;
  const calls = name === undefined ? undefined : part.outward?.[name];
  return calls === undefined ? undefined : { calls, part };
}
