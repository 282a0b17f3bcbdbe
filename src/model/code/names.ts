import type {
  CallExpression,
  Expression,
  FunctionUnit,
  ImportStatement,
  ObjectExpression,
} from '../../syntax/code/ast';
import type { Placed, PlacedCall, PlacedFunction } from './place';
import { readsIn } from './reads';

/** What a name of a module stands for. */
export interface Imported {
  readonly module: string;
  /** What of the module; absent for the module itself. */
  readonly name?: string;
}

/** The names of a program: imports, what is assigned where, attributes of `self` and `this`, parameters. */
export class Names {
  readonly imports = new Map<string, Imported>();
  readonly #assigned = new Map<FunctionUnit | undefined, Map<string, Expression[]>>();
  readonly #attributes = new Map<string, Expression[]>();
  readonly #functions = new Map<string, FunctionUnit[]>();
  /** Names of which a member is assigned. */
  readonly #changed = new Set<string>();
  readonly #owner = new Map<FunctionUnit, FunctionUnit | undefined>();
  readonly #returns = new Map<FunctionUnit, Expression[]>();
  readonly #methods = new Map<FunctionUnit, string>();
  readonly #ofClass = new Map<string, FunctionUnit[]>();
  readonly functions: readonly FunctionUnit[];
  /** The functions that have decorators. */
  readonly decorated: readonly PlacedFunction[];
  #calls: Map<string, PlacedCall[]> | undefined;
  #anywhere: Map<string, readonly Expression[]> | undefined;
  #reads: Map<string, number[]> | undefined;
  readonly #placed: Placed;

  constructor(placed: Placed) {
    this.#placed = placed;
    for (const { statement, place } of placed.statements) {
      if (statement.kind === 'import') this.#import(statement);
      else if (statement.kind === 'assign') {
        for (const target of statement.targets) this.#assign(place.unit, target, statement.value);
      } else if (statement.kind === 'with') {
        for (const { value, name } of statement.items) {
          if (name) this.#remember(place.unit, name, value);
        }
      } else if (statement.kind === 'return' && statement.value && place.unit) {
        this.#returns.set(place.unit, [...(this.#returns.get(place.unit) ?? []), statement.value]);
      }
    }
    for (const { unit, place, className } of placed.functions) {
      if (className !== undefined) {
        this.#methods.set(unit, className);
        const others = this.#ofClass.get(className);
        if (others) others.push(unit);
        else this.#ofClass.set(className, [unit]);
      }
      this.#owner.set(unit, place.unit);
      if (unit.name) this.#functions.set(unit.name, [...(this.#functions.get(unit.name) ?? []), unit]);
    }
    this.functions = placed.functions.map(({ unit }) => unit);
    this.decorated = placed.functions.filter(({ unit }) => unit.decorators.length > 0);
  }

  /** What may have been assigned to a name, seen from a function outwards; parameters are not followed. */
  valuesOf(name: string, unit: FunctionUnit | undefined): readonly Expression[] {
    for (let at = unit; at; at = this.#owner.get(at)) {
      const values = this.#assigned.get(at)?.get(name);
      if (values) return values;
      if (at.parameters.some((parameter) => parameter.name === name)) return [];
    }
    const own =
      this.#assigned
        .get(undefined)
        ?.get(name)
        ?.filter(({ kind }) => kind !== 'constant') ?? [];
    return own.length > 0 || this.imports.has(name) ? own : this.#lazily(name);
  }

  /** The object that a name stands for, where it is written once and no member of it set anew. */
  objectOf(name: string, unit: FunctionUnit | undefined): ObjectExpression | undefined {
    const values = this.valuesOf(name, unit);
    return values.length === 1 && values[0].kind === 'object' && !this.#changed.has(name)
      ? values[0]
      : undefined;
  }

  /** What is assigned to `self.name` or `this.name`, in whichever class of the file. */
  attribute(name: string): readonly Expression[] {
    return this.#attributes.get(name) ?? [];
  }

  /** Functions and methods of the file with a name. */
  functionsNamed(name: string): readonly FunctionUnit[] {
    return this.#functions.get(name) ?? [];
  }

  /** The functions of the file that a call may run. */
  called({ callee }: CallExpression, from: FunctionUnit | undefined): readonly FunctionUnit[] {
    if (callee.kind === 'functionValue') return [callee.function];
    if (callee.kind === 'name') {
      if (this.imports.has(callee.name)) return [];
      const units = this.functionsNamed(callee.name).filter((unit) => !this.#methods.has(unit));
      return units.length > 0 ? units : this.#givenFor(callee.name, from);
    }
    if (callee.kind !== 'member' || callee.object.kind !== 'name') return [];
    const methods = this.functionsNamed(callee.name).filter((unit) => this.#methods.has(unit));
    if (methods.length === 0) return [];
    const { name } = callee.object;
    if (/^(?:self|this|cls|super)$/.test(name)) return methods;
    const instances = [name, ...this.valuesOf(name, from).map(madeBy)];
    return methods.filter((unit) => instances.includes(this.#methods.get(unit)));
  }

  /** Where a name is read, as offsets; where it is only assigned is not among them. */
  readsOf(name: string): readonly number[] {
    this.#reads ??= readsIn(this.#placed);
    return this.#reads.get(name) ?? [];
  }

  isMethod(unit: FunctionUnit): boolean {
    return this.#methods.has(unit);
  }

  /** The methods of a class of the file. */
  methodsOf(className: string): readonly FunctionUnit[] {
    return this.#ofClass.get(className) ?? [];
  }

  /** What a function returns, in the order of the text. */
  returnsOf(unit: FunctionUnit): readonly Expression[] {
    return this.#returns.get(unit) ?? [];
  }

  /** What a name stands for that is a parameter of a function around; empty for other names. */
  passedAs(name: string, from: FunctionUnit | undefined): { value: Expression; from?: FunctionUnit }[] {
    for (let at = from; at; at = this.#owner.get(at)) {
      if (this.#assigned.get(at)?.has(name)) return [];
      if (at.parameters.some((parameter) => parameter.name === name)) return this.passedFor(name, at);
    }
    return [];
  }

  /** What is passed for a parameter where its function is called in the same file, or decorates another. */
  passedFor(parameter: string, unit: FunctionUnit): { value: Expression; from: FunctionUnit | undefined }[] {
    const index = unit.parameters.findIndex(({ name }) => name === parameter);
    if (index < 0 || !unit.name) return [];
    const self = /^(?:self|cls)$/.test(unit.parameters[0]?.name ?? '') ? 1 : 0;
    const { value: fallback } = unit.parameters[index];
    const makers = /^(?:__init__|constructor)$/.test(unit.name)
      ? [this.#methods.get(unit) ?? '']
      : [unit.name];
    const found = makers
      .flatMap((maker) => this.#callsOf(maker))
      .flatMap(({ call, place }) => {
        const given =
          call.arguments.find(({ name }) => name === parameter) ??
          call.arguments.filter(({ name }) => name === undefined)[index - self];
        return given ? [{ value: given.value, from: place.unit }] : [];
      });
    if (index === self) found.push(...this.#decoratedBy(unit));
    return found.length > 0 || !fallback ? found : [{ value: fallback, from: unit }];
  }

  /** The functions that a function is given as their decorator: itself, or as what a decorator's call returns. */
  #decoratedBy(unit: FunctionUnit): { value: Expression; from: FunctionUnit | undefined }[] {
    const maker = this.#owner.get(unit);
    return this.decorated.flatMap(({ unit: decorated, place }) =>
      decorated.decorators
        .filter((each) =>
          each.kind === 'call'
            ? each.callee.kind === 'name' && each.callee.name === maker?.name
            : each.kind === 'name' && each.name === unit.name,
        )
        .map(() => ({
          value: { kind: 'name' as const, name: decorated.name, span: decorated.nameSpan },
          from: place.unit,
        })),
    );
  }

  /** The functions of the file that are passed for a parameter. */
  #givenFor(name: string, from: FunctionUnit | undefined): readonly FunctionUnit[] {
    return this.passedAs(name, from).flatMap(({ value }) => {
      if (value.kind === 'functionValue') return [value.function];
      return value.kind === 'name' && value.name !== name ? this.functionsNamed(value.name) : [];
    });
  }

  /** The function that a function is defined in. */
  ownerOf(unit: FunctionUnit): FunctionUnit | undefined {
    return this.#owner.get(unit);
  }

  #import({ module, names }: ImportStatement): void {
    for (const [local, name] of names)
      this.imports.set(local, name === undefined ? { module } : { module, name });
  }

  #assign(unit: FunctionUnit | undefined, target: Expression, value: Expression): void {
    if (target.kind === 'name') this.#remember(unit, target.name, value);
    else if (
      target.kind === 'member' &&
      target.object.kind === 'name' &&
      /^(?:self|this|cls)$/.test(target.object.name)
    ) {
      this.#attributes.set(target.name, [...(this.#attributes.get(target.name) ?? []), value]);
    } else if ((target.kind === 'member' || target.kind === 'index') && target.object.kind === 'name') {
      this.#changed.add(target.object.name);
    } else if (target.kind === 'list') {
      // `a, b = f(), g()` pairs up; of anything else each name may be any part.
      target.items.forEach((item, index) =>
        this.#assign(unit, item, value.kind === 'list' ? (value.items[index] ?? value) : value),
      );
    }
  }

  #remember(unit: FunctionUnit | undefined, name: string, value: Expression): void {
    const names = this.#assigned.get(unit) ?? new Map<string, Expression[]>();
    names.set(name, [...(names.get(name) ?? []), value]);
    this.#assigned.set(unit, names);
  }

  /** The calls whose last name is this. */
  #callsOf(name: string): readonly PlacedCall[] {
    if (!this.#calls) {
      this.#calls = new Map();
      for (const placed of this.#placed.calls) {
        const { callee } = placed.call;
        if (callee.kind !== 'member' && callee.kind !== 'name') continue;
        const known = this.#calls.get(callee.name);
        if (known) known.push(placed);
        else this.#calls.set(callee.name, [placed]);
      }
    }
    return this.#calls.get(name) ?? [];
  }

  /** A module's name that only functions assign: `global x` or `let x`. */
  #lazily(name: string): readonly Expression[] {
    if (!this.#anywhere) {
      this.#anywhere = new Map();
      for (const names of this.#assigned.values()) {
        for (const [key, values] of names)
          this.#anywhere.set(key, [...(this.#anywhere.get(key) ?? []), ...values]);
      }
    }
    return this.#anywhere.get(name) ?? [];
  }
}

/** The class that an instance is made of. */
function madeBy(value: Expression): string | undefined {
  return value.kind === 'call' && value.callee.kind === 'name' ? value.callee.name : undefined;
}
