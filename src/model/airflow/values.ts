import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { CodeFile, Place } from '../code';

const DEPTH = 5;

/** What a name of a function, or of the module, is given, in the order of the text. */
interface Assigned {
  readonly all: readonly Expression[];
  /** False where functions assign it as well, so that the order of the text says nothing. */
  readonly isOrdered: boolean;
  /** Those in loops, and those of which it is not known. */
  readonly mayComeAgain: readonly Expression[];
}

/** Follows what is written in a DAG file to what it stands for: names, conditions, constants, durations. */
export class Values {
  readonly #names: CodeFile['names'];
  /** The names that each function, or the module, gives a value. */
  readonly #assigned = new Map<FunctionUnit | undefined, Set<string>>();
  readonly #qualified = new Map<Expression, string | undefined>();
  readonly #known = new Map<FunctionUnit | undefined, Map<string, Assigned>>();
  /** Where each value is assigned; those that only add to a value are not among them. */
  readonly #placeOf = new Map<Expression, Place>();

  constructor({ names, placed, program }: CodeFile) {
    this.#names = names;
    const add = (unit: FunctionUnit | undefined, name: string): void => {
      this.#assigned.set(unit, (this.#assigned.get(unit) ?? new Set()).add(name));
    };
    const addTarget = (unit: FunctionUnit | undefined, target: Expression): void => {
      if (target.kind === 'name') add(unit, target.name);
      else if (target.kind === 'list') for (const item of target.items) addTarget(unit, item);
    };
    for (const { statement, place } of placed.statements) {
      if (statement.kind === 'assign') {
        const { targets, value } = statement;
        for (const target of targets) addTarget(place.unit, target);
        const before = program.text.slice(targets[targets.length - 1]?.span.end, value.span.start);
        if (/^\s*=/.test(before) || before.includes(':'))
          for (const part of value.kind === 'list' ? [value, ...value.items] : [value])
            this.#placeOf.set(part, place);
      } else if (statement.kind === 'with') {
        for (const { name, value } of statement.items) {
          if (name) add(place.unit, name);
          this.#placeOf.set(value, place);
        }
      }
    }
  }

  /**
   * What may have been assigned to a name that a function, or the module, sees; nothing from other functions.
   * With the offset at which it is read, only what it may be there.
   */
  named(name: string, unit: FunctionUnit | undefined, readAt?: number): readonly Expression[] {
    for (let at = unit; at; at = this.#names.ownerOf(at)) {
      if (this.#assigned.get(at)?.has(name)) return this.#at(this.#knownAs(name, at), readAt);
      if (at.parameters.some((parameter) => parameter.name === name)) return [];
    }
    if (!this.#assigned.get(undefined)?.has(name)) return [];
    // What a function finds in the module is what is there when it is called.
    return this.#at(this.#knownAs(name, undefined), unit ? undefined : readAt);
  }

  #knownAs(name: string, unit: FunctionUnit | undefined): Assigned {
    const names = this.#known.get(unit) ?? new Map<string, Assigned>();
    this.#known.set(unit, names);
    let known = names.get(name);
    if (!known) {
      const all = this.#names.valuesOf(name, unit);
      const places = all.map((value) => this.#placeOf.get(value));
      known = {
        all,
        isOrdered: places.every((place) => place === undefined || place.unit === unit),
        mayComeAgain: all.filter((_, index) => isInLoop(places[index])),
      };
      names.set(name, known);
    }
    return known;
  }

  /** Leaves out the values that another one has replaced before an offset of the same function. */
  #at({ all, isOrdered, mayComeAgain }: Assigned, readAt: number | undefined): readonly Expression[] {
    if (readAt === undefined || all.length < 2 || !isOrdered) return all;
    const end = all.findIndex((value) => value.span.end > readAt);
    const before = end < 0 ? all.length : end;
    let last = before - 1;
    for (; last >= 0; last--) {
      const place = this.#placeOf.get(all[last]);
      if (place && isSurelyRun(place, readAt)) break;
    }
    if (last < 0) return all;
    const later = mayComeAgain.filter(
      (value) => value.span.end > readAt && isInLoop(this.#placeOf.get(value), readAt),
    );
    return [...all.slice(last, before), ...later];
  }

  /** Everything that an expression may be; itself where nothing more is known of it. */
  of(expression: Expression, unit: FunctionUnit | undefined, depth = DEPTH): readonly Expression[] {
    if (depth === 0) return [expression];
    if (expression.kind === 'name') {
      const read = this.named(expression.name, unit, expression.span.start);
      const values = read.filter((value) => value !== expression);
      return values.length === 0 ? [expression] : values.flatMap((value) => this.of(value, unit, depth - 1));
    }
    if (expression.kind !== 'other' || !expression.operators.includes('if')) return [expression];
    // `a if condition else b`.
    const [first, , last] = expression.parts;
    return first && last ? [first, last].flatMap((part) => this.of(part, unit, depth - 1)) : [expression];
  }

  /** What an expression is, where it can be one thing only. */
  one(expression: Expression | undefined, unit: FunctionUnit | undefined): Expression | undefined {
    const values = expression ? this.of(expression, unit) : [];
    return values.length === 1 ? values[0] : undefined;
  }

  /** A text without gaps. */
  text(expression: Expression | undefined, unit: FunctionUnit | undefined): string | undefined {
    const value = this.one(expression, unit);
    return value?.kind === 'string' && !value.dynamic ? value.value : undefined;
  }

  /** True or false, as far as it is written. */
  flag(expression: Expression | undefined, unit: FunctionUnit | undefined): boolean | undefined {
    const value = this.one(expression, unit);
    return value?.kind === 'constant' && value.value !== null ? value.value : undefined;
  }

  /** A number of seconds: a number, a product, `timedelta(minutes=5)` or its `.total_seconds()`. */
  seconds(expression: Expression | undefined, unit: FunctionUnit | undefined): number | undefined {
    const value = this.one(expression, unit);
    if (value?.kind === 'number') return value.value;
    if (value?.kind === 'other' && value.operators.length > 0)
      return this.#product(value.parts, value.operators, unit);
    if (value?.kind !== 'call') return undefined;
    if (value.callee.kind === 'member' && value.callee.name === 'total_seconds')
      return this.seconds(value.callee.object, unit);
    if (!/(?:^|\.)(?:timedelta|duration)$/.test(this.qualifiedName(value.callee) ?? '')) return undefined;
    let sum = 0;
    for (const [index, { name, value: amount }] of value.arguments.entries()) {
      const factor = SECONDS[name ?? ['days', 'seconds'][index] ?? ''];
      const number = this.seconds(amount, unit);
      if (factor === undefined || number === undefined) return undefined;
      sum += factor * number;
    }
    return sum;
  }

  #product(
    parts: readonly Expression[],
    operators: readonly string[],
    unit: FunctionUnit | undefined,
  ): number | undefined {
    if (operators.some((operator) => operator !== '*')) return undefined;
    let product = 1;
    for (const part of parts) {
      const number = this.seconds(part, unit);
      if (number === undefined) return undefined;
      product *= number;
    }
    return product;
  }

  /** The full name of what a dotted name refers to: `datetime.datetime.now`, `airflow.models.Variable.get`. */
  qualifiedName(expression: Expression): string | undefined {
    if (!this.#qualified.has(expression)) this.#qualified.set(expression, this.#qualify(expression));
    return this.#qualified.get(expression);
  }

  #qualify(expression: Expression): string | undefined {
    const dotted = dottedName(expression);
    if (dotted === undefined) return undefined;
    const [root, ...rest] = dotted.split('.');
    const imported = this.#names.imports.get(root);
    if (!imported) return dotted;
    // `import a.b` makes `a` known, and `import a.b as c` makes `c` stand for `a.b`.
    const base = root === imported.module.split('.')[0] && !imported.name ? root : imported.module;
    return [base, imported.name, ...rest].filter(Boolean).join('.');
  }
}

/** True where what stands in a place is run before an offset behind it is reached. */
function isSurelyRun(place: Place, offset: number): boolean {
  let at = place;
  // The body of a "with" is run as what stands around it is.
  while (at.of?.kind === 'with' && at.outer) at = at.outer;
  return at.block.span.start <= offset && offset < at.block.span.end;
}

/** True in a loop that also goes over an offset, which may be reached again after it; without a place, perhaps. */
function isInLoop(place: Place | undefined, offset?: number): boolean {
  if (!place) return true;
  for (let at: Place | undefined = place; at; at = at.outer) {
    const { of } = at;
    if (of?.kind === 'function') return false;
    if (of?.kind !== 'loop') continue;
    if (offset === undefined || (of.span.start <= offset && offset <= of.span.end)) return true;
  }
  return false;
}

const SECONDS: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  weeks: 604_800,
};
