import type { Span } from '../../syntax/tree';
import type { EventFacts } from './eventFacts';
import type { ScheduleFacts } from './scheduleFacts';

/** What a file says about who starts, calls and runs whom: plain data, kept when the file is not read any more. */
export interface FileFacts {
  /** With `/`, the same for every file of the workspace: a path or a URI. */
  readonly path: string;
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  /** When something in it starts by the clock. */
  readonly schedules: readonly ScheduleFacts[];
  /** What its parts hear of and make happen. */
  readonly events: EventFacts;
}

export type PartKind =
  | 'schedule'
  | 'rule'
  | 'pipe'
  | 'stateMachine'
  | 'function'
  | 'handler'
  | 'glueWorkflow'
  | 'glueTrigger'
  | 'glueJob'
  | 'glueCrawler'
  | 'script'
  | 'dag'
  | 'eventSource'
  | 'resource';

/** Something that starts, calls or runs, or is started, called or run. */
export interface Part {
  /** Of its file: a logical id, a handler's name, empty for the definition that the file is. */
  readonly id: string;
  readonly kind: PartKind;
  /** As people call it. */
  readonly name: string;
  readonly span: Span;
  /** Other names by which something else may mean it: a function's or job's literal name. */
  readonly aliases: readonly string[];
  /** Services whose events it listens to, as `source` has them: `aws.glue`. */
  readonly listensTo?: readonly string[];
  /** Calls to AWS in it, as `glue:startJobRun`. */
  readonly calls?: readonly string[];
  /** True for a function whose template makes it durable. */
  readonly isDurable?: boolean;
  /** What a script does that is no work of Glue's, behind "the script …". */
  readonly foreignWork?: string;
  /** Functions of a module of Python that call out, with the name of what they call. */
  readonly outward?: Readonly<Record<string, string>>;
  /** True for what starts by the clock, though it is no schedule: a trigger of Glue, a crawler, a DAG. */
  readonly byClock?: true;
  /**
   * How many tasks of a file's DAGs run on a day at most, `unknown` where that cannot be seen or a task needs what
   * only Airflow has: a connector to something outside of AWS; absent without DAGs.
   */
  readonly taskRunsADay?: number | 'unknown';
  /** The states of a machine. */
  readonly states?: readonly NamedPlace[];
  /** What a template fills into the definition of a machine, with the values as far as it says them. */
  readonly substitutions?: readonly (NamedPlace & { readonly value?: string })[];
  /** What the definition that a file is leaves to be filled in. */
  readonly gaps?: readonly NamedPlace[];
}

/** A name and where it is written. */
export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

/** How one part leads to another. */
export interface Link {
  /** Id of a part of the same file. */
  readonly from: string;
  readonly kind: 'starts' | 'calls' | 'runs';
  readonly to: Target;
  readonly span: Span;
  /** The state of a machine from which it leads. */
  readonly state?: StateFacts;
}

/** What a link leads to, as far as its file says it. */
export type Target =
  /** A part of the same file. */
  | { readonly by: 'id'; readonly id: string }
  /** A name that is filled in or looked up: a substitution, a function's name, an ARN's last part. */
  | { readonly by: 'name'; readonly name: string; readonly kind: PartKind }
  /** A file, relative to the folder of this one; with its endings left open, or the function in it. */
  | { readonly by: 'path'; readonly path: string; readonly id?: string };

export interface StateFacts {
  readonly name: string;
  readonly span: Span;
  readonly retries: boolean;
  readonly catches: boolean;
}
