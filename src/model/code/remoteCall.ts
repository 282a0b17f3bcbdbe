import type {
  CallExpression,
  Expression,
  FunctionUnit,
  ObjectExpression,
  Statement,
} from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import { Clients } from './clients';
import type { Names } from './names';
import type { Place, PlacedCall } from './place';
import { actionName, serviceName, serviceOfAction } from './service';

/** A call that leaves the process: it takes time and can fail. */
export interface RemoteCall {
  readonly kind: 'aws' | 'waiter' | 'http' | 'database';
  readonly call: CallExpression;
  /** The name as it is written: `start_job_run`, `StartJobRunCommand`, `requests.post`. */
  readonly name: string;
  /** What is called, without its arguments. */
  readonly head: Span;
  readonly statement: Statement;
  readonly place: Place;
  readonly unit?: FunctionUnit;
}

/** A call of an AWS service through an SDK. */
export interface AwsCall extends RemoteCall {
  readonly kind: 'aws' | 'waiter';
  /** Lower case without hyphens, Step Functions `sfn`, EventBridge `events`; empty where it is not known. */
  readonly service: string;
  /** `startJobRun`; of a waiter the name of what is waited for. */
  readonly action: string;
  /** What is passed under a name: Python's keyword, or a member of the command's object. */
  argument(name: string): Expression | undefined;
  /** True where arguments are passed that cannot be seen: `**kwargs`, a variable, a spread. */
  readonly opaque: boolean;
  /** The names that the result is kept under. */
  readonly resultNames: readonly string[];
}

export function isAwsCall(call: RemoteCall): call is AwsCall {
  return call.kind === 'aws' || call.kind === 'waiter';
}

const READS =
  /^(?:get|describe|list|head|check|batchGet|query|scan|lookup|select|download|count|all$|filter$|admin_?get)/;

/** True for a call that only looks at something. */
export function isRead(call: RemoteCall): boolean {
  if (isAwsCall(call)) return READS.test(call.action);
  return call.kind === 'http' && /(?:\.get|urlopen|fetch|head)$/.test(call.name);
}

/** Methods of a client that call nothing. */
const LOCAL =
  /^(?:get_?paginator|get_?waiter|can_?paginate|generate_?presigned_?(?:url|post)|close|destroy|from|use|add|promise|toString|batch_?writer|Table|[A-Z]\w*)$/;

/** Finds the remote calls among all calls of a program. */
export class RemoteCalls {
  readonly #names: Names;
  readonly #clients: Clients;

  constructor(names: Names) {
    this.#names = names;
    this.#clients = new Clients(names);
  }

  of(placed: PlacedCall): RemoteCall | undefined {
    return this.#aws(placed) ?? this.#http(placed) ?? this.#database(placed);
  }

  #aws(placed: PlacedCall): AwsCall | undefined {
    const { callee } = placed.call;
    if (callee.kind === 'name') return this.#waitUntil(placed, callee.name);
    if (callee.kind !== 'member') return undefined;
    const { object, name } = callee;
    if (name === 'send') return this.#command(placed, object);
    if (name === 'wait' || name === 'paginate') return this.#helper(placed, object, name);
    if (LOCAL.test(name)) return undefined;
    const { unit } = placed.place;
    const client = this.#clients.of(object, unit);
    const action = actionName(name);
    if (!client) {
      const service = this.#isForeign(object, unit) ? serviceOfAction(action) : undefined;
      return service ? make(placed, 'aws', service, action, name, placed.call.arguments) : undefined;
    }
    if (name === 'waitFor') {
      const [what] = placed.call.arguments;
      const waited = what?.value.kind === 'string' ? what.value.value : '';
      return make(placed, 'waiter', client.service, waited, name, placed.call.arguments.slice(1));
    }
    return make(placed, 'aws', client.service, action, name, placed.call.arguments);
  }

  /** A receiver that comes from outside: a parameter, something imported, an attribute. */
  #isForeign(object: Expression, unit: FunctionUnit | undefined): boolean {
    const name = dottedName(object);
    if (!name) return false;
    const root = name.split('.')[0];
    const values = this.#names.valuesOf(root, unit);
    return values.every(({ kind }) => kind === 'call' || kind === 'await' || kind === 'other');
  }

  /** `client.send(new StartJobRunCommand({…}))`. */
  #command(placed: PlacedCall, object: Expression): AwsCall | undefined {
    const [given] = placed.call.arguments;
    if (!given) return undefined;
    for (const value of this.#values(given.value, placed.place.unit)) {
      if (value.kind !== 'call' || !value.isNew) continue;
      const name = value.callee.kind === 'name' || value.callee.kind === 'member' ? value.callee.name : '';
      const root = dottedName(value.callee)?.split('.')[0] ?? '';
      const imported = this.#names.imports.get(root);
      const original = value.callee.kind === 'name' ? (imported?.name ?? name) : name;
      if (!original.endsWith('Command')) continue;
      const action = actionName(original);
      const service = imported?.module.startsWith('@aws-sdk/')
        ? serviceName(imported.module)
        : (this.#clients.of(object, placed.place.unit)?.service ?? serviceOfAction(action) ?? '');
      return make(placed, 'aws', service, action, original, value.arguments);
    }
    return undefined;
  }

  #values(expression: Expression, unit: FunctionUnit | undefined): readonly Expression[] {
    return expression.kind === 'name' ? this.#names.valuesOf(expression.name, unit) : [expression];
  }

  /** `client.get_waiter("x").wait()` and `client.get_paginator("x").paginate()`. */
  #helper(placed: PlacedCall, object: Expression, name: 'wait' | 'paginate'): AwsCall | undefined {
    const getter = name === 'wait' ? /^get_?waiter$/i : /^get_?paginator$/i;
    for (const value of this.#values(object, placed.place.unit)) {
      if (value.kind !== 'call' || value.callee.kind !== 'member' || !getter.test(value.callee.name))
        continue;
      const [what] = value.arguments;
      const of = what?.value.kind === 'string' ? what.value.value : '';
      const service = this.#clients.of(value.callee.object, placed.place.unit)?.service ?? '';
      const kind = name === 'wait' ? 'waiter' : 'aws';
      return make(placed, kind, service, actionName(of), of, placed.call.arguments);
    }
    return undefined;
  }

  /** `waitUntilObjectExists({ client, maxWaitTime: 300 }, {…})`. */
  #waitUntil(placed: PlacedCall, name: string): AwsCall | undefined {
    const imported = this.#names.imports.get(name);
    if (!imported?.module.startsWith('@aws-sdk/') || !imported.name?.startsWith('waitUntil'))
      return undefined;
    const what = actionName(imported.name.slice('waitUntil'.length));
    return make(placed, 'waiter', serviceName(imported.module), what, imported.name, placed.call.arguments);
  }

  #http(placed: PlacedCall): RemoteCall | undefined {
    const name = dottedName(placed.call.callee);
    if (!name) return undefined;
    const [root, ...rest] = name.split('.');
    const imported = this.#names.imports.get(root);
    const full = imported ? [imported.module, imported.name, ...rest].filter(Boolean).join('.') : name;
    if (HTTP.test(full) || (name === 'fetch' && !imported)) return remote(placed, 'http', name);
    // `http = urllib3.PoolManager()`, `session = requests.Session()`.
    const made = this.#names.valuesOf(root, placed.place.unit).some((value) => {
      const call = value.kind === 'await' ? value.value : value;
      const of = call.kind === 'call' ? dottedName(call.callee) : undefined;
      return of !== undefined && HTTP_CLIENT.test(of);
    });
    return made && HTTP_VERB.test(rest.join('.')) ? remote(placed, 'http', name) : undefined;
  }

  #database(placed: PlacedCall): RemoteCall | undefined {
    const name = dottedName(placed.call.callee);
    const [root, ...rest] = name?.split('.') ?? [];
    const imported = root ? this.#names.imports.get(root) : undefined;
    if (!name || !imported) return undefined;
    const full = [imported.module, imported.name, ...rest].filter(Boolean).join('.');
    return DATABASE.test(full) ? remote(placed, 'database', name) : undefined;
  }
}

const HTTP =
  /^(?:(?:requests|httpx)\.(?:get|post|put|patch|delete|head|request|stream)|urllib\.request\.(?:urlopen|urlretrieve)|urllib3\.request|(?:axios|got|needle|superagent|undici|request|request-promise|node-fetch|cross-fetch)(?:\.(?:get|post|put|patch|delete|head|request|fetch|default))?|(?:node:)?https?\.(?:get|request))$/;
const HTTP_CLIENT =
  /(?:^|\.)(?:PoolManager|ProxyManager|Session|session|Client|AsyncClient|ClientSession|HTTPSConnection|HTTPConnection|create|extend)$/;
const HTTP_VERB = /^(?:get|post|put|patch|delete|head|request|urlopen)$/;
const DATABASE =
  /^(?:psycopg2?|pymysql|pg8000|redshift_connector|pyodbc|cx_Oracle|oracledb|snowflake\.connector|mysql\.connector|pg|mysql2?(?:\/promise)?)\.connect$/;

function remote(placed: PlacedCall, kind: RemoteCall['kind'], name: string): RemoteCall {
  const { call, statement, place } = placed;
  return { kind, call, name, head: call.callee.span, statement, place, unit: place.unit };
}

function make(
  placed: PlacedCall,
  kind: AwsCall['kind'],
  service: string,
  action: string,
  name: string,
  passed: CallExpression['arguments'],
): AwsCall {
  const object = passed.find((argument): argument is typeof argument & { value: ObjectExpression } => {
    return argument.name === undefined && argument.value.kind === 'object';
  })?.value;
  const entries = object?.entries ?? [];
  return {
    ...remote(placed, kind, name),
    kind,
    service,
    action,
    argument: (wanted) =>
      passed.find((argument) => argument.name === wanted)?.value ??
      entries.find(({ key }) => key === wanted)?.value,
    opaque:
      passed.some(
        ({ spread, name: keyword, value }) => spread || (keyword === undefined && value.kind !== 'object'),
      ) || entries.some(({ key }) => key === undefined),
    resultNames: resultNames(placed),
  };
}

/** The names that a call's result is assigned to, also through `await`, `.promise()` and destructuring. */
function resultNames({ call, statement }: PlacedCall): string[] {
  if (statement.kind !== 'assign' || !isResult(statement.value, call)) return [];
  return statement.targets.flatMap((target) => {
    if (target.kind === 'name') return [target.name];
    if (target.kind !== 'object') return [];
    return target.entries.flatMap(({ value }) => (value.kind === 'name' ? [value.name] : []));
  });
}

function isResult(value: Expression, call: CallExpression): boolean {
  if (value === call) return true;
  if (value.kind === 'await') return isResult(value.value, call);
  return value.kind === 'call' && value.callee.kind === 'member' && isResult(value.callee.object, call);
}
