import type { CallExpression, Expression, FunctionUnit, Statement } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import { makeAwsCall, remote } from './awsCall';
import { Clients } from './clients';
import type { Names } from './names';
import { outsideKind } from './outsideCall';
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
  /^(?:get|describe|list|head|check|batchGet|query|scan|lookup|select|download|count|reload$|all$|filter$|admin_?get)/;

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
    const aws = this.#aws(placed);
    if (aws) return aws;
    const kind = outsideKind(placed, this.#names);
    return kind ? remote(placed, kind, dottedName(placed.call.callee) ?? '') : undefined;
  }

  #aws(placed: PlacedCall): AwsCall | undefined {
    const { callee } = placed.call;
    if (callee.kind === 'name')
      return this.#waitUntil(placed, callee.name) ?? this.#passed(placed, callee.name);
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
      return service
        ? makeAwsCall(placed, 'aws', service, action, name, placed.call.arguments, this.#names)
        : undefined;
    }
    if (name === 'waitFor') {
      const [what] = placed.call.arguments;
      const waited = what?.value.kind === 'string' ? what.value.value : '';
      return makeAwsCall(
        placed,
        'waiter',
        client.service,
        waited,
        name,
        placed.call.arguments.slice(1),
        this.#names,
      );
    }
    const service = client.service || (serviceOfAction(action) ?? '');
    return makeAwsCall(placed, 'aws', service, action, name, placed.call.arguments, this.#names);
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
      return makeAwsCall(placed, 'aws', service, action, original, value.arguments, this.#names);
    }
    return undefined;
  }

  /** What an expression may stand for, that which is passed for a parameter included. */
  #values(expression: Expression, unit: FunctionUnit | undefined): readonly Expression[] {
    if (expression.kind !== 'name') return [expression];
    const values = this.#names.valuesOf(expression.name, unit);
    if (values.length > 0) return values;
    return this.#names.passedAs(expression.name, unit).flatMap(({ value, from }) => {
      if (value.kind !== 'name') return [value];
      return value.name === expression.name ? [] : this.#names.valuesOf(value.name, from);
    });
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
      return makeAwsCall(placed, kind, service, actionName(of), of, placed.call.arguments, this.#names);
    }
    return undefined;
  }

  /** `waitUntilObjectExists({ client, maxWaitTime: 300 }, {…})`. */
  #waitUntil(placed: PlacedCall, name: string): AwsCall | undefined {
    const imported = this.#names.imports.get(name);
    if (!imported?.module.startsWith('@aws-sdk/') || !imported.name?.startsWith('waitUntil'))
      return undefined;
    const what = actionName(imported.name.slice('waitUntil'.length));
    return makeAwsCall(
      placed,
      'waiter',
      serviceName(imported.module),
      what,
      imported.name,
      placed.call.arguments,
      this.#names,
    );
  }

  /** `func(*args)` where `glue.start_job_run` is passed for `func`. */
  #passed(placed: PlacedCall, name: string): AwsCall | undefined {
    for (const { value: given, from } of this.#names.passedAs(name, placed.place.unit)) {
      const value =
        given.kind === 'call' && lastName(given.callee) === 'partial' ? given.arguments[0]?.value : given;
      if (value?.kind !== 'member' || LOCAL.test(value.name)) continue;
      const client = this.#clients.of(value.object, from);
      if (client)
        return makeAwsCall(
          placed,
          'aws',
          client.service,
          actionName(value.name),
          value.name,
          placed.call.arguments,
          this.#names,
        );
    }
    return undefined;
  }
}

function lastName(expression: Expression): string | undefined {
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : undefined;
}
