import type {
  Block,
  CallExpression,
  Expression,
  FunctionUnit,
  Handler,
  TryStatement,
} from '../../syntax/code/ast';
import { dottedName, walkBlock } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import { catchesAnyCall } from './caught';
import type { CodeFile } from './codeFile';
import { around, type Place, type PlacedCall } from './place';
import type { RemoteCall } from './remoteCall';

/** What becomes of an error that a handler catches. */
export type Outcome =
  /** It goes on, as it is or as another, at least on some path. */
  | 'raised'
  /** Something outside is told, or a function that cannot be seen is given it. */
  | 'reported'
  /** A value that is read later says that something failed. */
  | 'recorded'
  /** The function ends with a value. */
  | 'returned'
  /** Nothing but a log line is left of it. */
  | 'swallowed';

/** Follows errors and remote calls through the functions of a file. */
export class Failures {
  readonly #code: CodeFile;
  readonly #escaping = new Map<FunctionUnit, readonly RemoteCall[]>();
  readonly #raising = new Map<FunctionUnit, boolean>();
  readonly #keeping = new Map<TryStatement, boolean>();
  readonly #inBlock = new Map<Block, readonly RemoteCall[]>();
  /** Functions that are being followed: until they are done, what is found may not be all. */
  #following = 0;

  constructor(code: CodeFile) {
    this.#code = code;
  }

  /** The remote calls that run in a block and whose failure leaves it, also through functions of the file. */
  remoteIn(block: Block): readonly RemoteCall[] {
    const known = this.#inBlock.get(block);
    if (known) return known;
    const { placed, names } = this.#code;
    const found = new Set<RemoteCall>();
    const followed: FunctionUnit[] = [];
    for (const { call, place } of placed.callsIn(block)) {
      const remote = this.#code.remoteAt(call);
      const units = names.called(call, place.unit);
      if ((!remote && units.length === 0) || !this.#escapes(place, block)) continue;
      if (remote) found.add(remote);
      followed.push(...units);
    }
    // What is called here comes before what is called elsewhere.
    for (const unit of followed) for (const remote of this.#escapingFrom(unit)) found.add(remote);
    const all = [...found];
    if (this.#following === 0) this.#inBlock.set(block, all);
    return all;
  }

  /** All remote calls that a block runs, also those whose failure a function keeps to itself. */
  ranIn(block: Block, seen: ReadonlySet<FunctionUnit> = new Set()): readonly RemoteCall[] {
    const { placed, names } = this.#code;
    const found = new Set<RemoteCall>();
    for (const { call, place } of placed.callsIn(block)) {
      const remote = this.#code.remoteAt(call);
      if (remote) found.add(remote);
      for (const unit of names.called(call, place.unit)) {
        if (seen.has(unit)) continue;
        for (const inner of this.ranIn(unit.body, new Set([...seen, unit]))) found.add(inner);
      }
    }
    return [...found];
  }

  /** The remote calls that a call is, or that the functions make which it runs. */
  remoteOf({ call, place }: PlacedCall): readonly RemoteCall[] {
    const { names } = this.#code;
    const own = this.#code.remoteAt(call);
    return [
      ...(own ? [own] : []),
      ...names.called(call, place.unit).flatMap((unit) => this.#escapingFrom(unit)),
    ];
  }

  /** What becomes of the errors that a handler catches, and the values that it returns. */
  outcomeOf(
    handler: Handler,
    unit: FunctionUnit | undefined,
  ): { outcome: Outcome; values: readonly Expression[] } {
    const { body } = handler;
    if (this.#raises(body)) return { outcome: 'raised', values: [] };
    if (this.#reports(handler, unit)) return { outcome: 'reported', values: [] };
    if (this.#records(handler)) return { outcome: 'recorded', values: [] };
    const values: Expression[] = [];
    walkBlock(body, {
      statement: (statement) => {
        if (statement.kind === 'return' && statement.value) values.push(statement.value);
      },
    });
    return { outcome: values.length > 0 ? 'returned' : 'swallowed', values };
  }

  /** True where an error can leave a block by being raised in it. */
  #raises(block: Block): boolean {
    let raises = false;
    walkBlock(block, {
      statement: (statement) => void (statement.kind === 'raise' && (raises = true)),
      expression: (expression) => {
        if (expression.kind === 'call' && (endsBadly(expression) || this.#callsRaising(expression)))
          raises = true;
      },
    });
    return raises;
  }

  #callsRaising(call: CallExpression): boolean {
    return this.#code.names.called(call, undefined).some((unit) => {
      const known = this.#raising.get(unit);
      if (known !== undefined) return known;
      this.#raising.set(unit, false);
      const raises = this.#raises(unit.body);
      this.#raising.set(unit, raises);
      return raises;
    });
  }

  #reports({ body, name: caught }: Handler, unit: FunctionUnit | undefined): boolean {
    if (this.#code.placed.callsIn(body).some(({ call }) => this.#code.remoteAt(call))) return true;
    let reports = false;
    walkBlock(body, {
      expression: (expression) => {
        if (expression.kind !== 'call') return;
        const units = this.#code.names.called(expression, unit);
        if (units.length > 0) reports ||= units.some((called) => this.#escapingFrom(called).length > 0);
        else reports ||= isToldElsewhere(expression, caught);
      },
    });
    return reports;
  }

  #records({ body }: Handler): boolean {
    let records = false;
    walkBlock(body, {
      statement: (statement) => {
        if (statement.kind !== 'assign') return;
        for (const target of statement.targets) {
          if (target.kind === 'member' || target.kind === 'index') records = true;
          if (target.kind !== 'name') continue;
          const reads = this.#code.names.readsOf(target.name);
          records ||= reads.some((offset) => offset < body.span.start || offset > body.span.end);
        }
      },
      expression: (expression) => {
        if (expression.kind === 'call' && isKept(expression)) records = true;
      },
    });
    return records;
  }

  #escapingFrom(unit: FunctionUnit): readonly RemoteCall[] {
    const known = this.#escaping.get(unit);
    if (known) return known;
    this.#escaping.set(unit, []);
    this.#following++;
    const found = this.remoteIn(unit.body);
    this.#following--;
    this.#escaping.set(unit, found);
    return found;
  }

  /** True where nothing between a place and a block around it keeps errors back. */
  #escapes(place: Place, block: Block): boolean {
    for (const at of around(place, { intoCallers: true })) {
      if (at.block === block) return true;
      if (at.of?.kind === 'try' && at.block === at.of.body && this.#keepsBack(at.of)) return false;
    }
    return false;
  }

  #keepsBack(statement: TryStatement): boolean {
    const known = this.#keeping.get(statement);
    if (known !== undefined) return known;
    const keeps = statement.handlers.some(
      (handler) => catchesAnyCall(handler) && !this.#raises(handler.body),
    );
    this.#keeping.set(statement, keeps);
    return keeps;
  }
}

export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `sys.exit(1)`, `process.exit(1)`, `reject(e)`, `callback(e)`: calls after which the run has failed. */
function endsBadly({ callee, arguments: passed }: CallExpression): boolean {
  const name = dottedName(callee) ?? '';
  const first = passed[0]?.value;
  if (/^(?:sys\.exit|os\._exit|exit|quit|process\.exit)$/.test(name)) {
    return first !== undefined && !(first.kind === 'number' && first.value === 0);
  }
  if (/^(?:Promise\.reject|reject|context\.fail|job\.fail)$/.test(name)) return true;
  if (/^(?:callback|cb|done|next|context\.done)$/.test(name))
    return first !== undefined && first.kind !== 'constant';
  return false;
}

const LOGS =
  /^(?:print|pprint|str|repr|type|len|format|dict|int|isinstance|getattr|console|json|JSON|String|log|logger|logging|_logger|LOGGER|LOG|_LOGGER|winston|pino|traceback|warnings|sys|util|tracer|metrics|xray|AWSXRay|sentry_sdk|Sentry|span|time|datetime|Date|Object|Array|Number|os|math|Math|textwrap|inspect|structlog|context|ctx|setTimeout|sleep|asyncio)(?:\.|$)|(?:^|\.)(?:logger|log|getLogger|get|format|join|strip|lower|upper|toString|stringify|replace|split|includes|startswith|endswith|startsWith|indexOf|match|test|items|keys|values|isoformat|dumps|loads|print_exc|format_exc|error|warn|warning|info|debug|exception|critical|trace|getMessage|args|add_?metric|sleep|rollback|close|end|release)$/;

/** Errors that are made and, where they are not raised, are only values: `Error(e)`. */
const MADE_ANEW = /(?:^|\.)[A-Z]?\w*(?:Error|Exception)$/;

/** A call of a function that is not of this file and that may do something about the error. */
function isToldElsewhere(
  { callee, arguments: passed, isNew }: CallExpression,
  caught: string | undefined,
): boolean {
  const name = dottedName(callee);
  if (isNew || !name || LOGS.test(name) || MADE_ANEW.test(name)) return false;
  if (/fail|notify|alert|report|send|publish|respond|response|handle|rollback|compensat/i.test(name))
    return true;
  return passed.some(({ value }) => value.kind === 'name' && value.name === caught);
}

/** `errors.append(…)`, `failed.push(…)`: something that is kept. */
function isKept({ callee }: CallExpression): boolean {
  return (
    callee.kind === 'member' &&
    /^(?:append|push|add|extend|update|unshift|insert|set|put|setdefault|increment)$/.test(callee.name)
  );
}
