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

/** A file of Python, TypeScript or JavaScript and what it does that orchestration is about. */
export interface CodeFile {
  /** As the file was given; a path or URI. */
  readonly path: string;
  readonly program: Program;
  readonly role: CodeRole;
  readonly names: Names;
  readonly placed: Placed;
  readonly handlers: readonly LambdaHandler[];
  readonly functions: readonly FunctionUnit[];
  /** Calls that leave the process, those of AWS services included, in the order of the text. */
  readonly remoteCalls: readonly RemoteCall[];
  readonly awsCalls: readonly AwsCall[];
  readonly sleeps: readonly Sleep[];
  /** What becomes of errors. */
  readonly failures: Failures;
  /** What is retried or polled. */
  readonly repetitions: readonly Repetition[];
  /** The handler that runs a function; the first of several. */
  handlerOf(unit: FunctionUnit | undefined): LambdaHandler | undefined;
  /** What leaves the process by this very call. */
  remoteAt(call: CallExpression): RemoteCall | undefined;
  /** The calls that leave the process from a function, or without one from the module's own code. */
  remoteCallsOf(unit: FunctionUnit | undefined): readonly RemoteCall[];
  sleepAt(call: CallExpression): Sleep | undefined;
}

/** Says what a program is and does; what takes time is found out when it is asked for. */
export function buildCodeFile(path: string, program: Program): CodeFile {
  const placed = placeAll(program);
  const names = new Names(placed);
  const finder = new RemoteCalls(names);
  const remoteCalls = placed.calls.flatMap((call) => finder.of(call) ?? []);
  const sleeps = placed.calls.flatMap((call) => sleepOf(call, names) ?? []);
  const typed = typedSource(program);
  const handlers = handlersIn(program, placed).map(({ unit, name, isDurable }): LambdaHandler => ({
    name,
    unit,
    isDurable,
    source: eventSourceOf(unit, typed, names),
    reaches: reachableFrom(unit, names),
  }));
  let failures: Failures | undefined;
  let repetitions: readonly Repetition[] | undefined;
  let runBy: ReadonlyMap<FunctionUnit, LambdaHandler> | undefined;
  let remotes: ReadonlyMap<CallExpression, RemoteCall> | undefined;
  let remotesOf: ReadonlyMap<FunctionUnit | undefined, readonly RemoteCall[]> | undefined;
  let pauses: ReadonlyMap<CallExpression, Sleep> | undefined;
  return {
    path,
    program,
    role: roleOf(path, names, handlers.length > 0),
    names,
    placed,
    handlers,
    functions: placed.functions.map(({ unit }) => unit),
    remoteCalls,
    awsCalls: remoteCalls.filter(isAwsCall),
    sleeps,
    get failures() {
      return (failures ??= new Failures(this));
    },
    get repetitions() {
      return (repetitions ??= repetitionsIn(this, this.failures));
    },
    handlerOf: (unit) => unit && (runBy ??= handlerOfEach(handlers)).get(unit),
    remoteAt: (call) => (remotes ??= byCall(remoteCalls)).get(call),
    remoteCallsOf: (unit) => (remotesOf ??= groupedBy(remoteCalls, (remote) => remote.unit)).get(unit) ?? [],
    sleepAt: (call) => (pauses ??= byCall(sleeps)).get(call),
  };
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
