import type {
  Block,
  CallExpression,
  Expression,
  FunctionUnit,
  Program,
  Statement,
} from '../../syntax/code/ast';
import { blocksOf, eachExpression, eachPart } from '../../syntax/code/walk';

/** Where something stands: the block, whose block it is, and so on outwards to the module. */
export interface Place {
  readonly block: Block;
  /** The statement whose block this is; a function's is its definition; the module's has none. */
  readonly of?: Statement;
  /** Where a function is a value that is passed on: the call that takes it. */
  readonly passedTo?: CallExpression;
  /** The innermost function around; absent in the module's own code. */
  readonly unit?: FunctionUnit;
  readonly outer?: Place;
}

/** A call with the place and the statement in which it stands. */
export interface PlacedCall {
  readonly call: CallExpression;
  readonly statement: Statement;
  readonly place: Place;
  /** True where the call is a loop's or branch's condition, an argument's default or the like. */
  readonly inHead: boolean;
}

export interface PlacedStatement {
  readonly statement: Statement;
  readonly place: Place;
}

/** All calls, statements and functions of a program, in the order of the text. */
export interface Placed {
  readonly calls: readonly PlacedCall[];
  readonly statements: readonly PlacedStatement[];
  readonly functions: readonly PlacedFunction[];
  /** The calls in a block, with those of functions that are written in it. */
  callsIn(block: Block): readonly PlacedCall[];
  /** The statements of a function's own, or without one those of the module. */
  statementsOf(unit: FunctionUnit | undefined): readonly PlacedStatement[];
}

export interface PlacedFunction {
  readonly unit: FunctionUnit;
  /** Where it is defined or passed. */
  readonly place: Place;
  /** The class that it is a method of. */
  readonly className?: string;
  /** The call that it is passed to as a value, by itself or by its name. */
  readonly passedTo?: CallExpression;
}

/** Goes through a program once and says where everything stands. */
export function placeAll(program: Program): Placed {
  const calls: PlacedCall[] = [];
  const statements: PlacedStatement[] = [];
  const functions: PlacedFunction[] = [];
  // A block is gone through at one go: what is in it follows on one another.
  const ranges = new Map<Block, readonly [from: number, to: number]>();

  const inBlock = (place: Place): void => {
    const from = calls.length;
    for (const statement of place.block.statements) {
      statements.push({ statement, place });
      eachExpression(statement, (expression) => inExpression(expression, statement, place));
      if (statement.kind === 'function') {
        const className = place.of?.kind === 'class' ? place.of.name : undefined;
        functions.push({ unit: statement, place, className });
        inBlock({ block: statement.body, of: statement, unit: statement, outer: place });
      } else {
        for (const block of blocksOf(statement))
          inBlock({ block, of: statement, unit: place.unit, outer: place });
      }
    }
    ranges.set(place.block, [from, calls.length]);
  };

  const inExpression = (
    expression: Expression,
    statement: Statement,
    place: Place,
    passedTo?: CallExpression,
  ): void => {
    if (expression.kind === 'call') {
      calls.push({ call: expression, statement, place, inHead: HEADS.has(statement.kind) });
      inExpression(expression.callee, statement, place);
      for (const { value } of expression.arguments) inExpression(value, statement, place, expression);
    } else if (expression.kind === 'functionValue') {
      const unit = expression.function;
      functions.push({ unit, place, className: fieldOf(statement, expression, place), passedTo });
      inBlock({ block: unit.body, of: unit, passedTo, unit, outer: place });
    } else {
      eachPart(expression, (part) => inExpression(part, statement, place, passedTo));
    }
  };

  inBlock({ block: program.body });
  let byUnit: ReadonlyMap<FunctionUnit | undefined, readonly PlacedStatement[]> | undefined;
  return {
    calls,
    statements,
    functions,
    callsIn: (block) => calls.slice(...(ranges.get(block) ?? NOWHERE)),
    statementsOf: (unit) => (byUnit ??= groupedBy(statements, ({ place }) => place.unit)).get(unit) ?? [],
  };
}

const NOWHERE = [0, 0] as const;

/** The class of which a function is the value of a field: `run = async () => …` is called as a method is. */
function fieldOf(statement: Statement, value: Expression, { of }: Place): string | undefined {
  return of?.kind === 'class' && statement.kind === 'assign' && statement.value === value
    ? of.name
    : undefined;
}

/** Things by what they have in common, each group in the order of the whole. */
export function groupedBy<K, T>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

const HEADS: ReadonlySet<Statement['kind']> = new Set(['if', 'loop', 'try', 'function', 'class']);

/** A place and those around it, innermost first, up to the function that it is in. */
export function around(place: Place, options: { intoCallers?: boolean } = {}): readonly Place[] {
  const places: Place[] = [];
  for (let at: Place | undefined = place; at; at = at.outer) {
    places.push(at);
    // A function value runs where it stands as far as errors and loops go; a definition does not.
    if (at.of?.kind === 'function' && !(options.intoCallers && at.passedTo)) break;
  }
  return places;
}
