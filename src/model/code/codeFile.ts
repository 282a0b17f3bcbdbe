import type { CallExpression, FunctionUnit, Program } from '../../syntax/code/ast';
import { eventSourceOf, typedSource, type EventSource } from './eventSource';
import { Failures } from './failures';
import { handlersIn } from './handler';
import { Names } from './names';
import { groupedBy, placeAll, type Placed } from './place';
import { reachableFrom } from './reach';
import { isAwsCall, RemoteCalls, type AwsCall, type RemoteCall } from './remoteCall';
import { repetitionsIn, type Repetition } from './repetition';
import { sleepOf, type Sleep } from './sleep';

/** What a file of code is for. */
export type CodeRole = 'lambdaHandler' | 'glueScript' | 'airflowDag' | 'cdk' | 'script';

/** A function that Lambda calls. */
export interface LambdaHandler {
  readonly unit: FunctionUnit;
  /** As a template names it behind the file: `handler` of `src/app.handler`. */
  readonly name: string;
  readonly source: EventSource;
  /** True for a durable function, whose code is replayed. */
  readonly isDurable: boolean;
  /** The functions of the file that it runs, itself included. */
  readonly reaches: ReadonlySet<FunctionUnit>;
}

/**
 * A file of Python, TypeScript or JavaScript and what it does that orchestration is about. A class and no object
 * with getters: V8 keeps alive what the getters of a literal have seen.
 */
export class CodeFile {
  readonly role: CodeRole;
  readonly names: Names;
  readonly placed: Placed;
  readonly handlers: readonly LambdaHandler[];
  readonly functions: readonly FunctionUnit[];
  /** Calls that leave the process, those of AWS services included, in the order of the text. */
  readonly remoteCalls: readonly RemoteCall[];
  readonly awsCalls: readonly AwsCall[];
  readonly sleeps: readonly Sleep[];
  #failures?: Failures;
  #repetitions?: readonly Repetition[];
  #runBy?: ReadonlyMap<FunctionUnit, LambdaHandler>;
  #remotes?: ReadonlyMap<CallExpression, RemoteCall>;
  #remotesOf?: ReadonlyMap<FunctionUnit | undefined, readonly RemoteCall[]>;
  #pauses?: ReadonlyMap<CallExpression, Sleep>;

  /** Says what a program is and does; what takes time is found out when it is asked for. */
  constructor(
    /** As the file was given; a path or URI. */
    readonly path: string,
    readonly program: Program,
  ) {
    const placed = placeAll(program);
    const names = new Names(placed);
    const finder = new RemoteCalls(names);
    const typed = typedSource(program);
    this.placed = placed;
    this.names = names;
    this.functions = names.functions;
    this.remoteCalls = placed.calls.flatMap((call) => finder.of(call) ?? []);
    this.awsCalls = this.remoteCalls.filter(isAwsCall);
    this.sleeps = placed.calls.flatMap((call) => sleepOf(call, names) ?? []);
    this.handlers = handlersIn(program, placed).map(({ unit, name, isDurable }): LambdaHandler => ({
      name,
      unit,
      isDurable,
      source: eventSourceOf(unit, typed, names),
      reaches: reachableFrom(unit, names),
    }));
    this.role = roleOf(path, names, this.handlers.length > 0);
  }

  /** What becomes of errors. */
  get failures(): Failures {
    return (this.#failures ??= new Failures(this));
  }

  /** What is retried or polled. */
  get repetitions(): readonly Repetition[] {
    return (this.#repetitions ??= repetitionsIn(this, this.failures));
  }

  /** The handler that runs a function; the first of several. */
  handlerOf(unit: FunctionUnit | undefined): LambdaHandler | undefined {
    return unit && (this.#runBy ??= handlerOfEach(this.handlers)).get(unit);
  }

  /** What leaves the process by this very call. */
  remoteAt(call: CallExpression): RemoteCall | undefined {
    return (this.#remotes ??= byCall(this.remoteCalls)).get(call);
  }

  /** The calls that leave the process from a function, or without one from the module's own code. */
  remoteCallsOf(unit: FunctionUnit | undefined): readonly RemoteCall[] {
    return (this.#remotesOf ??= groupedBy(this.remoteCalls, (remote) => remote.unit)).get(unit) ?? [];
  }

  sleepAt(call: CallExpression): Sleep | undefined {
    return (this.#pauses ??= byCall(this.sleeps)).get(call);
  }
}

function byCall<T extends { readonly call: CallExpression }>(things: readonly T[]): Map<CallExpression, T> {
  return new Map(things.map((thing) => [thing.call, thing]));
}

function handlerOfEach(handlers: readonly LambdaHandler[]): Map<FunctionUnit, LambdaHandler> {
  const found = new Map<FunctionUnit, LambdaHandler>();
  for (const handler of handlers) {
    for (const unit of handler.reaches) if (!found.has(unit)) found.set(unit, handler);
  }
  return found;
}

function roleOf(path: string, names: Names, hasHandler: boolean): CodeRole {
  const modules = [...names.imports.values()].map(({ module }) => module);
  const imports = (pattern: RegExp): boolean => modules.some((module) => pattern.test(module));
  if (imports(/^airflow(?:\.|$)/)) return 'airflowDag';
  if (imports(/^(?:aws-cdk-lib|@aws-cdk|aws_cdk|monocdk)/)) return 'cdk';
  if (imports(/^(?:awsglue|pyspark)(?:\.|$)/)) return 'glueScript';
  if (hasHandler) return 'lambdaHandler';
  const isScript = imports(/^(?:boto3|redshift_connector|awswrangler)$/);
  return isScript && /glue/i.test(path) ? 'glueScript' : 'script';
}
