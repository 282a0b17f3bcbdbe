import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import type { Span } from '../../syntax/tree';
import type { CodeFile, Place } from '../code';
import { readDagSchedule, type DagSchedule } from './dagSchedule';
import { NO_KEYWORDS, type Entry, type KeywordReader, type Keywords } from './keywords';
import type { Values } from './values';

/** One DAG of a file: `DAG(…)`, or a function under `@dag`. */
export interface Dag {
  /** Known where it is written without gaps; of `@dag` the function's name stands in. */
  readonly id?: string;
  /** The smallest thing that names it: the id as it is written, else the word `DAG` or the function's name. */
  readonly span: Span;
  /** `DAG(…)` or `dag(…)`; a bare `@dag` has none. */
  readonly call?: CallExpression;
  /** The decorator, for one under `@dag`. */
  readonly decorator?: Expression;
  /** The function under `@dag`. */
  readonly unit?: FunctionUnit;
  /** Where the call stands, or the decorated function. */
  readonly place: Place;
  readonly keywords: Keywords;
  /** What every task is given that does not say otherwise. */
  readonly defaultArgs: Keywords;
  readonly schedule: DagSchedule;
}

/** True for `DAG` and `dag`, wherever the versions of Airflow keep them. */
const DAG =
  /^airflow(?:\.(?:models(?:\.dag)?|sdk(?:\.[\w.]+)?|decorators(?:\.dag)?|utils\.dag))?\.(?:DAG|dag)$/;

/** The DAGs of a file, in the order of its text. */
export function dagsIn(code: CodeFile, values: Values, keywords: KeywordReader): Dag[] {
  const isDag = (callee: Expression): boolean => {
    const name = values.qualifiedName(callee) ?? '';
    return DAG.test(name) || (name === 'DAG' && !code.names.imports.has('DAG'));
  };
  const decorators = new Set(code.placed.functions.flatMap(({ unit }) => unit.decorators));
  const made = code.placed.calls
    .filter(({ call }) => isDag(call.callee) && !decorators.has(call))
    .map(({ call, place }) => build({ call, place }, values, keywords));
  const decorated = code.placed.functions.flatMap(({ unit, place }) => {
    const decorator = unit.decorators.find((one) => isDag(one.kind === 'call' ? one.callee : one));
    if (!decorator) return [];
    const call = decorator.kind === 'call' ? decorator : undefined;
    return [build({ call, decorator, unit, place }, values, keywords)];
  });
  return [...made, ...decorated].sort((a, b) => a.span.start - b.span.start);
}

function build(
  written: Pick<Dag, 'call' | 'decorator' | 'unit' | 'place'>,
  values: Values,
  reader: KeywordReader,
): Dag {
  const { call, decorator, unit, place } = written;
  const scope = place.unit;
  const own = call ? reader.ofCall(call, scope) : NO_KEYWORDS;
  const first = call?.arguments[0];
  const positional: Entry | undefined =
    first && first.name === undefined && !first.spread ? { value: first.value, span: first.span } : undefined;
  const named = own.entries.get('dag_id') ?? positional;
  const id = named ? values.text(named.value, scope) : unit?.name;
  const word = call?.callee ?? decorator;
  const span =
    named?.value.kind === 'string'
      ? named.value.span
      : (unit?.nameSpan ?? word?.span ?? { start: 0, end: 0 });
  return {
    ...written,
    id,
    span,
    keywords: own,
    defaultArgs: reader.ofDictionary(own.entries.get('default_args')?.value, scope),
    schedule: readDagSchedule(own, values, scope),
  };
}
