import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import type { Names } from './names';
import { serviceName } from './service';

/** What an expression is in terms of an SDK. */
export interface Client {
  /** The service, named as `serviceName` does; empty where only a variable says which. */
  readonly service: string;
  /** `resource`: what boto3 and document clients build over it. */
  readonly form: 'client' | 'resource';
}

const DEPTH = 6;
const BOTO = /^(?:aio)?boto(?:3|core)(?:\.|$)/;

/** Finds out which expressions are AWS clients: built here, kept, passed on or returned by a function. */
export class Clients {
  readonly #names: Names;
  readonly #known = new Map<Expression, Client | null>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** The client that an expression stands for in a function; `undefined` where it is none or not known. */
  of(expression: Expression, unit: FunctionUnit | undefined, depth = DEPTH): Client | undefined {
    if (depth === 0) return undefined;
    const known = this.#known.get(expression);
    if (known !== undefined) return known ?? undefined;
    const found = this.#find(expression, unit, depth - 1);
    if (found || depth === DEPTH) this.#known.set(expression, found ?? null);
    return found;
  }

  #find(expression: Expression, unit: FunctionUnit | undefined, depth: number): Client | undefined {
    switch (expression.kind) {
      case 'name':
        return this.#named(expression.name, unit, depth);
      case 'member': {
        const { object, name } = expression;
        if (object.kind === 'name' && /^(?:self|this|cls)$/.test(object.name)) {
          return this.#first(this.#names.attribute(name), unit, depth);
        }
        // `dynamodb.meta.client`, and collections such as `bucket.objects`.
        const of = this.of(object, unit, depth);
        return of?.form === 'resource' || name === 'meta' || name === 'client' ? of : undefined;
      }
      case 'await':
        return this.of(expression.value, unit, depth);
      case 'other':
        return this.#first(expression.parts, unit, depth);
      case 'call':
        return this.#made(expression, unit, depth);
      default:
        return undefined;
    }
  }

  #first(values: readonly Expression[], unit: FunctionUnit | undefined, depth: number): Client | undefined {
    for (const value of values) {
      const client = this.of(value, unit, depth);
      if (client) return client;
    }
    return undefined;
  }

  #named(name: string, unit: FunctionUnit | undefined, depth: number): Client | undefined {
    const client = this.#first(this.#names.valuesOf(name, unit), unit, depth);
    if (client) return client;
    for (let at = unit; at; at = this.#names.ownerOf(at)) {
      if (!at.parameters.some((parameter) => parameter.name === name)) continue;
      for (const { value, from } of this.#names.passedFor(name, at)) {
        const passed = this.of(value, from, depth);
        if (passed) return passed;
      }
      return undefined;
    }
    return undefined;
  }

  /** A call that gives a client: a constructor, a factory, a wrapper or a function of the file. */
  #made(call: CallExpression, unit: FunctionUnit | undefined, depth: number): Client | undefined {
    const { callee } = call;
    const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
    if (/^(?:client|resource|create_client)$/.test(name)) {
      const given = call.arguments.find((argument) => argument.name === 'service_name') ?? call.arguments[0];
      if (given?.value.kind === 'string' && !given.value.dynamic) {
        return { service: serviceName(given.value.value), form: name === 'resource' ? 'resource' : 'client' };
      }
      if (given && this.#isSession(callee, unit)) {
        const service = this.#givenService(given.value, unit);
        return { service, form: name === 'resource' ? 'resource' : 'client' };
      }
    }
    if (call.isNew) {
      const built = this.#constructed(callee);
      if (built) return built;
    }
    if (callee.kind === 'member') {
      // `dynamodb.Table("t")`, `s3.Object(b, k)`; `DynamoDBDocumentClient.from(client)`.
      const of = this.of(callee.object, unit, depth);
      if (of?.form === 'resource' && /^[A-Z]/.test(name)) return of;
      if (name === 'from' && /DocumentClient|DynamoDBDocument/.test(nameOf(callee.object))) {
        return { service: 'dynamodb', form: 'client' };
      }
    }
    if (/^capture(?:AWS|AWSClient|AWSv3Client)$|^(?:patch|wrap)\w*$/.test(name)) {
      return this.#first(
        call.arguments.map(({ value }) => value),
        unit,
        depth,
      );
    }
    return this.#returned(name, depth);
  }

  /** `boto3.client`, `boto3.Session().client`, `session.client` of a session that was made here. */
  #isSession(callee: Expression, unit: FunctionUnit | undefined): boolean {
    if (callee.kind !== 'member') return false;
    const isMade = (value: Expression): boolean =>
      value.kind === 'call'
        ? isMade(value.callee)
        : BOTO.test(this.#names.imports.get(rootOf(value) ?? '')?.module ?? '');
    const { object } = callee;
    if (isMade(object)) return true;
    return object.kind === 'name' && this.#names.valuesOf(object.name, unit).some(isMade);
  }

  /** The one service that is passed for a parameter: `def client_for(service): return boto3.client(service)`. */
  #givenService(value: Expression, unit: FunctionUnit | undefined): string {
    if (value.kind !== 'name') return '';
    const known = [
      ...this.#names.valuesOf(value.name, unit),
      ...this.#names.passedAs(value.name, unit).map((passed) => passed.value),
    ];
    const services = new Set(known.map((each) => (each.kind === 'string' ? serviceName(each.value) : '')));
    const [only = ''] = services;
    return services.size === 1 ? only : '';
  }

  #constructed(callee: Expression): Client | undefined {
    const name = nameOf(callee);
    const root = rootOf(callee);
    const imported = root ? this.#names.imports.get(root) : undefined;
    if (imported?.module.startsWith('@aws-sdk/client-')) {
      return { service: serviceName(imported.module), form: 'client' };
    }
    if (imported?.module.startsWith('aws-sdk/clients/')) {
      return {
        service: serviceName(name === 'DocumentClient' ? 'dynamodb' : imported.module),
        form: 'client',
      };
    }
    const fromSdk = imported?.module === 'aws-sdk' || (callee.kind === 'member' && /^aws$/i.test(root ?? ''));
    if (!fromSdk) return undefined;
    return { service: serviceName(imported?.name ?? name), form: 'client' };
  }

  /** What a function of the file returns. */
  #returned(name: string, depth: number): Client | undefined {
    for (const unit of this.#names.functionsNamed(name)) {
      for (const value of this.#names.returnsOf(unit)) {
        const client = this.of(value, unit, depth);
        if (client) return client;
      }
    }
    return undefined;
  }
}

function nameOf(expression: Expression): string {
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
}

/** The name that a dotted name starts with. */
function rootOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' ? rootOf(expression.object) : undefined;
}
