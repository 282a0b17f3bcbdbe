import { INTEGRATION_RESULTS, type ValueFacts } from '../../catalog/integrationResults';
import type { ResourceArn } from '../../expressions/resourceArn';
import { BOOLEAN, NUMBER, OPEN, TEXT, UNKNOWN, arrayOf, objectOf, type Member, type Shape } from './shape';

const KNOWN = new Map<string, Shape>();

/** What a Task that calls this resource gets back. */
export function resultShape({ kind, service, action, pattern, dynamic }: ResourceArn): Shape {
  if (kind !== 'optimized' || dynamic || pattern === undefined) return anything(kind, pattern);
  const name = `${service}:${action}${pattern === 'requestResponse' ? '' : `.${pattern}`}`;
  const facts = Object.hasOwn(INTEGRATION_RESULTS, name) ? INTEGRATION_RESULTS[name] : undefined;
  if (!facts) return anything(kind, pattern);
  let shape = KNOWN.get(name);
  if (!shape) KNOWN.set(name, (shape = shapeOfFacts(facts)));
  return shape;
}

/** An API answers with an object; a function, a worker or a callback with what it likes. */
function anything(kind: ResourceArn['kind'], pattern: ResourceArn['pattern']): Shape {
  const answers = kind === 'sdk' || kind === 'optimized';
  return answers && pattern !== 'waitForTaskToken' ? OPEN : UNKNOWN;
}

/** A shape as it is written down in the catalogue; its objects hold at least what is documented. */
export function shapeOfFacts(facts: ValueFacts): Shape {
  switch (facts) {
    case 'string':
      return TEXT;
    case 'number':
      return NUMBER;
    case 'boolean':
      return BOOLEAN;
    case 'unknown':
      return UNKNOWN;
  }
  if (isList(facts)) return arrayOf(shapeOfFacts(facts[0]));
  const fields = new Map<string, Member>();
  for (const [key, value] of Object.entries(facts)) {
    const optional = key.endsWith('?');
    fields.set(optional ? key.slice(0, -1) : key, { shape: shapeOfFacts(value), optional });
  }
  return objectOf(fields, 'documented');
}

function isList(facts: Exclude<ValueFacts, string>): facts is readonly [ValueFacts] {
  return Array.isArray(facts);
}
