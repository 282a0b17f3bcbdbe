import jsonata from 'jsonata';
import { Failure } from './failure';
import { DRAWN, DRAWN_UUID, hash } from './intrinsics';
import { isObject, type Json, type JsonObject } from './json';

const COMPILED = new Map<string, jsonata.Expression>();

/** A field of a JSONata state with its expressions evaluated. */
export async function evaluateField(value: Json, bindings: JsonObject): Promise<Json> {
  if (typeof value === 'string') {
    const expression = /^\{%([\s\S]*)%\}$/.exec(value)?.[1];
    return expression === undefined ? value : evaluate(expression, bindings);
  }
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) items.push(await evaluateField(item, bindings));
    return items;
  }
  if (!isObject(value)) return value;
  const members: JsonObject = {};
  for (const [key, member] of Object.entries(value)) members[key] = await evaluateField(member, bindings);
  return members;
}

async function evaluate(text: string, bindings: JsonObject): Promise<Json> {
  let result: unknown;
  try {
    result = await compiled(text).evaluate(undefined, bindings);
  } catch (error) {
    throw new Failure('States.QueryEvaluationError', `${text}: ${describe(error)}`);
  }
  if (result === undefined || typeof result === 'function')
    throw new Failure('States.QueryEvaluationError', `${text} returned nothing`);
  return JSON.parse(JSON.stringify(result)) as Json;
}

function compiled(text: string): jsonata.Expression {
  let expression = COMPILED.get(text);
  if (!expression) {
    expression = jsonata(text);
    for (const [name, implementation] of Object.entries(ADDED))
      expression.registerFunction(name, implementation);
    COMPILED.set(text, expression);
  }
  return expression;
}

/** The functions that Step Functions adds, as far as recordings show them. */
const ADDED: Readonly<Record<string, Parameters<jsonata.Expression['registerFunction']>[1]>> = {
  partition: (list: Json[], size: number): Json[] => {
    if (!(size >= 1)) throw new Error('the size of a chunk');
    const chunks: Json[] = [];
    for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
    return chunks;
  },
  range: (first: number, last: number, step: number): Json => {
    if (!step) throw new Error('the step of a range');
    const range: number[] = [];
    for (let at = first; step > 0 ? at <= last : at >= last; at += step) range.push(at);
    return range.length === 1 ? range[0] : range;
  },
  hash: (text: string, algorithm: string) => hash(text, algorithm),
  random: () => DRAWN,
  uuid: () => DRAWN_UUID,
  parse: (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as Json)),
};

function describe(error: unknown): string {
  return isObject(error) && 'message' in error ? String(error.message) : String(error);
}
