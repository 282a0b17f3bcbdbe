import type { FunctionUnit } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { CodeFile, Place, PlacedCall } from '../code';
import type { Values } from './values';

/** What Airflow runs whenever it reads a DAG file: the module's own code, bodies of DAGs, and what they call. */
export interface ParseTime {
  /** True for what stands at module level or in the body of a DAG or task group. */
  isDirect(place: Place): boolean;
  /** The direct call through which parsing gets into a function; `undefined` for one that it does not run. */
  entryTo(unit: FunctionUnit): PlacedCall | undefined;
}

const BODY = /^airflow\.(?:[\w.]+\.)?(?:dag|task_group)$/;

/** Finds out what is run at every parse; functions handed over by name are not. */
export function parseTimeOf(code: CodeFile, values: Values): ParseTime {
  const bodies = new Set<FunctionUnit>();
  const decorated = new Set<FunctionUnit>();
  for (const { unit } of code.placed.functions) {
    for (const decorator of unit.decorators) {
      decorated.add(unit);
      const name = values.qualifiedName(decorator.kind === 'call' ? decorator.callee : decorator) ?? '';
      if (BODY.test(name)) bodies.add(unit);
    }
  }
  const isDirect = (place: Place): boolean => {
    for (let at: Place | undefined = place; at; at = at.outer) {
      const { of } = at;
      if (of?.kind === 'function' && !bodies.has(of)) return false;
      if (of?.kind === 'if' && isGuarded(at)) return false;
    }
    return true;
  };

  const entries = new Map<FunctionUnit, PlacedCall>();
  const inside = new Map<FunctionUnit | undefined, PlacedCall[]>();
  for (const placed of code.placed.calls)
    inside.set(placed.place.unit, [...(inside.get(placed.place.unit) ?? []), placed]);
  const isMethod = new Set(
    code.placed.functions.flatMap(({ unit, className }) => (className === undefined ? [] : [unit])),
  );
  const calledBy = ({ call, place }: PlacedCall): readonly FunctionUnit[] => {
    const { callee } = call;
    if (callee.kind === 'member') {
      const { object, name } = callee;
      // `Builder(settings).build()`.
      if (object.kind !== 'call') return code.names.called(call, place.unit);
      const made = object.callee.kind === 'name' ? code.names.methodsOf(object.callee.name) : [];
      return made.filter((unit) => unit.name === name);
    }
    if (callee.kind !== 'name' || code.names.imports.has(callee.name)) return [];
    return [
      ...code.names.functionsNamed(callee.name).filter((unit) => !isMethod.has(unit)),
      ...code.names.methodsOf(callee.name).filter(({ name }) => name === '__init__'),
    ];
  };
  const enter = (placed: PlacedCall, entry: PlacedCall): void => {
    for (const unit of calledBy(placed)) {
      // A decorator may make anything of a function; a task for one.
      if (entries.has(unit) || decorated.has(unit)) continue;
      entries.set(unit, entry);
      for (const inner of inside.get(unit) ?? []) enter(inner, entry);
    }
  };
  for (const placed of code.placed.calls) if (isDirect(placed.place)) enter(placed, placed);
  return { isDirect, entryTo: (unit) => entries.get(unit) };
}

/** True in the branch of an `if` that parsing does not take: `TYPE_CHECKING`, `__name__ == "__main__"`. */
function isGuarded({ of, block }: Place): boolean {
  if (of?.kind !== 'if') return false;
  const condition = of.branches.find(({ body }) => body === block)?.condition;
  if (!condition) return false;
  const parts = condition.kind === 'other' ? condition.parts : [condition];
  return parts.some((part) => /^(?:(?:typing\.)?TYPE_CHECKING|__name__)$/.test(dottedName(part) ?? ''));
}
