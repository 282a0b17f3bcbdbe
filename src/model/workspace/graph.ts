import type { Carrier } from '../oncePer';
import { literalPattern } from '../literalPattern';
import type { FileFacts, Link, Part, PartKind, StateFacts, Target } from './facts';

/** A part with the file that it is in. */
export interface PlacedPart extends Part {
  readonly path: string;
}

/** One step from a part to another. */
export interface GraphEdge {
  readonly from: PlacedPart;
  readonly to: PlacedPart;
  readonly kind: Link['kind'];
  /** Where the step is written: in `from.path`, or for a definition in a file of its own, there. */
  readonly path: string;
  readonly link: Link;
}

/** A task of a state machine that calls a function. */
export interface Caller {
  readonly machine: PlacedPart;
  readonly path: string;
  readonly state: StateFacts;
}

/** Who starts, calls and runs whom, over all files that are known. Joined anew from facts; never reads a file. */
export class WorkspaceGraph implements Carrier {
  carried?: Map<unknown, unknown> = undefined;
  readonly parts: readonly PlacedPart[];
  readonly files: readonly FileFacts[];
  readonly #edges: readonly GraphEdge[];
  readonly #incoming = new Map<string, GraphEdge[]>();
  readonly #outgoing = new Map<string, GraphEdge[]>();
  readonly #writtenIn = new Map<string, GraphEdge[]>();
  readonly #byPath = new Map<string, PlacedPart[]>();
  readonly #byKey = new Map<string, PlacedPart>();
  readonly #byName = new Map<string, PlacedPart[]>();

  constructor(files: Iterable<FileFacts>) {
    const all = [...files];
    this.files = all;
    this.parts = all.flatMap(({ path, parts }) => parts.map((part) => ({ ...part, path })));
    for (const part of this.parts) {
      this.#byKey.set(keyOf(part), part);
      add(this.#byPath, part.path, part);
      for (const name of new Set([part.id, part.name, ...part.aliases]))
        add(this.#byName, `${part.kind}:${name}`, part);
    }
    this.#edges = all.flatMap((file) => file.links.flatMap((link) => this.#resolve(file, link)));
    for (const edge of this.#edges) {
      add(this.#incoming, keyOf(edge.to), edge);
      add(this.#outgoing, keyOf(edge.from), edge);
      add(this.#writtenIn, edge.path, edge);
    }
  }

  /** What a file declares. */
  partsOf(path: string): readonly PlacedPart[] {
    return this.#byPath.get(path) ?? [];
  }

  /** Steps that are written in a file. */
  writtenIn(path: string): readonly GraphEdge[] {
    return this.#writtenIn.get(path) ?? [];
  }

  /** The part of a file that has this id. */
  part(path: string, id: string): PlacedPart | undefined {
    return this.#byKey.get(`${path}#${id}`);
  }

  /** Steps that lead to a part. */
  into(part: PlacedPart): readonly GraphEdge[] {
    return this.#incoming.get(keyOf(part)) ?? [];
  }

  /** Steps that lead on from a part. */
  from(part: PlacedPart): readonly GraphEdge[] {
    return this.#outgoing.get(keyOf(part)) ?? [];
  }

  /** The tasks of state machines that call a handler, directly or through the function that runs it. */
  callersOf(path: string, handler: string): readonly Caller[] {
    const part = this.part(path, handler);
    if (!part) return [];
    const functions = this.into(part).map(({ from }) => from);
    return functions.flatMap((called) =>
      this.into(called).flatMap(({ from, path: where, link }) =>
        link.state && from.kind === 'stateMachine'
          ? [{ machine: this.#declared(from), path: where, state: link.state }]
          : [],
      ),
    );
  }

  /** What makes a function's handler run, other than state machines: rules, schedules, pipes. */
  startersOf(path: string, handler: string): readonly PlacedPart[] {
    const part = this.part(path, handler);
    if (!part) return [];
    const functions = this.into(part).map(({ from }) => from);
    return functions.flatMap((called) =>
      this.into(called).flatMap(({ from, kind }) => (kind === 'starts' ? [from] : [])),
    );
  }

  /** What does a part's work: a function's handler, a machine's definition file, a job's script. */
  ranBy(part: PlacedPart): readonly PlacedPart[] {
    return this.from(part).flatMap(({ kind, to }) => (kind === 'runs' ? [to] : []));
  }

  /** Whose work a part does: the machine of a template for the file with its definition. */
  runnersOf(part: PlacedPart): readonly PlacedPart[] {
    return this.into(part).flatMap(({ kind, from }) => (kind === 'runs' ? [from] : []));
  }

  /** True where something in the workspace listens to a service's events. */
  listensTo(source: string): boolean {
    return this.parts.some((part) => part.listensTo?.includes(source));
  }

  /** The machine of a template whose definition a file is; the file's own part otherwise. */
  #declared(machine: PlacedPart): PlacedPart {
    return this.runnersOf(machine).find(({ kind }) => kind === 'stateMachine') ?? machine;
  }

  #resolve(file: FileFacts, link: Link): GraphEdge[] {
    const from = this.#byKey.get(`${file.path}#${link.from}`);
    if (!from) return [];
    return this.#targets(file, link.to).map((to) => ({ from, to, kind: link.kind, path: file.path, link }));
  }

  #targets(file: FileFacts, target: Target): readonly PlacedPart[] {
    switch (target.by) {
      case 'id': {
        const part = this.#byKey.get(`${file.path}#${target.id}`);
        return part ? [part] : [];
      }
      case 'name': {
        const named = this.#byName.get(`${target.kind}:${target.name}`) ?? [];
        // What a template calls so comes before a file of that name.
        const declared = named.filter(({ id }) => id !== '');
        const found = declared.length > 0 ? declared : named;
        // A name that two files define says nothing, unless one of them is this one.
        const own = found.filter(({ path }) => path === file.path);
        if (own.length > 0) return own;
        // The files of a folder belong together, as those of a module of Terraform.
        const near = found.filter(({ path }) => folderOf(path) === folderOf(file.path));
        return near.length === 1 ? near : found.length === 1 ? found : [];
      }
      case 'path':
        return this.#inFile(resolvePath(file.path, target.path), target.id);
    }
  }

  #inFile(pattern: RegExp, id: string | undefined): readonly PlacedPart[] {
    const wanted: readonly PartKind[] =
      id === undefined ? ['stateMachine', 'script', 'handler', 'dag'] : ['handler'];
    const found = this.parts.filter(
      (part) => wanted.includes(part.kind) && pattern.test(part.path) && (id === undefined || part.id === id),
    );
    return id === undefined ? found.slice(0, 1) : found;
  }
}

/** Matches the files that a path relative to a file means; `.*` leaves the ending open, a leading star pair the folder. */
function resolvePath(from: string, path: string): RegExp {
  const anywhere = path.startsWith('**/');
  const steps = anywhere ? [] : from.split('/').slice(0, -1);
  for (const step of path.replace(/^\*\*\//, '').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  const text = literalPattern(steps.join('/'))
    .replace(/\\\.\\\*$/, '\\.\\w+')
    .replaceAll('\\*', '[^/]*');
  return new RegExp(`${anywhere ? '(?:^|/)' : '^'}${from.startsWith('/') && !anywhere ? '/?' : ''}${text}$`);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function keyOf({ path, id }: { path: string; id: string }): string {
  return `${path}#${id}`;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
