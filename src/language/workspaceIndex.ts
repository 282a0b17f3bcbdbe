import { fileFacts, WorkspaceGraph, type FileFacts } from '../model/workspace';
import { lineStarts } from '../syntax/lines';
import { locate, type Located, type SourceFile } from '../model/locate';

/** Facts of every file that is known, and the graph that they make; the graph is joined again when somebody asks. */
export class WorkspaceIndex {
  readonly #files = new Map<string, FileFacts>();
  readonly #lines = new Map<string, readonly number[]>();
  #graph?: WorkspaceGraph;

  /** Takes what a file says now; true where that changed what the workspace says. */
  update(file: SourceFile, located: Located = locate(file)): boolean {
    const facts = fileFacts(file.path, located, located.code);
    const before = this.#files.get(file.path);
    if (!facts && !before) return false;
    if (facts) {
      this.#files.set(file.path, facts);
      this.#lines.set(file.path, lineStarts(file.text));
    } else this.remove(file.path);
    // Spans move with every keystroke; what others conclude from a file rests on the rest.
    const changed = meaning(facts) !== meaning(before);
    this.#graph = undefined;
    return changed;
  }

  /** Forgets a file that is gone; true where it said something. */
  remove(path: string): boolean {
    this.#graph = undefined;
    this.#lines.delete(path);
    return this.#files.delete(path);
  }

  /** True for a file that said something when it was last looked at. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** The facts of every file that is known. */
  get files(): readonly FileFacts[] {
    return [...this.#files.values()];
  }

  /** Line and character of an offset in a file that said something; counted from 0. */
  positionAt(path: string, offset: number): { line: number; character: number } | undefined {
    const starts = this.#lines.get(path);
    if (!starts) return undefined;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - starts[low] };
  }

  get graph(): WorkspaceGraph {
    return (this.#graph ??= new WorkspaceGraph(this.#files.values()));
  }
}

function meaning(facts: FileFacts | undefined): string | undefined {
  return facts && JSON.stringify(facts, (key, value: unknown) => (key === 'span' ? undefined : value));
}
