import type { PlacedPart, WorkspaceGraph } from '../model/workspace';
import { walk } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';

/** A text that names a file of the workspace. */
export interface DocumentLink {
  readonly span: Span;
  readonly path: string;
  readonly tooltip: string;
}

/** Links of definitions, handlers and scripts to their files, and of what lies in a bucket to the file it came from. */
export function documentLinks({ path, located }: LanguageDocument, graph: WorkspaceGraph): DocumentLink[] {
  const named = graph
    .writtenIn(path)
    .flatMap(({ kind, to, link }): DocumentLink[] =>
      kind === 'runs' && link.to.by === 'path'
        ? [{ span: link.span, path: to.path, tooltip: tooltipOf(to.path) }]
        : [],
    );
  const links = new Map(named.map((link) => [link.span.start, link]));
  const files = new BucketFiles(graph);
  for (const { root } of [located.tree, ...located.stateMachines.map(({ tree }) => tree)].flatMap(
    (tree) => tree ?? [],
  )) {
    walk(root, (node) => {
      if (node.kind !== 'string' || !node.value.includes('s3://') || links.has(node.span.start)) return;
      for (const { 0: address, index } of node.value.matchAll(/s3:\/\/[^\s"',]+/g)) {
        const file = files.of(address);
        const start = node.mapped.toHost(index);
        const span = { start, end: node.mapped.toHost(index + address.length) };
        if (file) links.set(start, { span, path: file, tooltip: tooltipOf(file) });
      }
    });
  }
  return [...links.values()].sort((a, b) => a.span.start - b.span.start);
}

function tooltipOf(path: string): string {
  return `Open "${path.slice(path.lastIndexOf('/') + 1)}"`;
}

/** Files of the workspace by the addresses under which they may lie in a bucket. */
class BucketFiles {
  readonly #byName = new Map<string, string[]>();

  constructor({ parts }: WorkspaceGraph) {
    for (const path of new Set(parts.map((part: PlacedPart) => part.path))) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), path]);
    }
  }

  /** The one file that shares most of its folders with the address; of several none. */
  of(address: string): string | undefined {
    const steps = address.split('/').reverse();
    const found = (this.#byName.get(steps[0]) ?? []).map((path) => ({
      path,
      shared: path
        .split('/')
        .reverse()
        .findIndex((step, index) => step !== steps[index]),
    }));
    const most = Math.max(...found.map(({ shared }) => shared));
    const best = found.filter(({ shared }) => shared === most);
    return best.length === 1 ? best[0].path : undefined;
  }
}
