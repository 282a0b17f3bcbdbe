import { apiAction, type ApiType } from '../../catalog/api';
import { INTEGRATION_RESULTS, type ValueFacts } from '../../catalog/integrationResults';
import type { ResourceArn } from '../../expressions/resourceArn';
import { isAttributeValue } from '../apiRequest';
import type { State } from '../stateMachine';
import { BOOLEAN, NUMBER, OPEN, TEXT, UNKNOWN, arrayOf, objectOf, type Member, type Shape } from './shape';

const KNOWN = new Map<string, Shape>();

/** What a Task gets back, whatever its input is; unknown where its resource is not. */
export function answerOf({ task }: State): Shape {
  return task ? answerShape(task.arn) : UNKNOWN;
}

function answerShape({ kind, service, action, pattern, dynamic }: ResourceArn): Shape {
  const answers = (kind === 'sdk' || kind === 'optimized') && pattern !== 'waitForTaskToken';
  // A function, a worker or a callback gives back what it likes.
  if (!answers) return UNKNOWN;
  if (dynamic || pattern === undefined || service === undefined || action === undefined) return OPEN;
  const name = `${kind}:${service}:${action}${pattern === 'requestResponse' ? '' : `.${pattern}`}`;
  let shape = KNOWN.get(name);
  if (!shape) {
    shape = kind === 'sdk' ? sdkShape(service, action) : optimizedShape(name.slice('optimized:'.length));
    if (shape) KNOWN.set(name, shape);
  }
  return shape ?? OPEN;
}

function optimizedShape(name: string): Shape | undefined {
  return Object.hasOwn(INTEGRATION_RESULTS, name) ? shapeOfFacts(INTEGRATION_RESULTS[name]) : undefined;
}

/** Nothing before the catalogue of the AWS APIs is loaded. */
function sdkShape(service: string, action: string): Shape | undefined {
  const output = apiAction(service, action)?.output;
  return output && output.members.size > 0 ? shapeOfApi(output) : undefined;
}

/** Levels of an answer that are told; some types hold themselves. */
const LEVELS = 4;

/** Names begin with a capital letter, as in requests; what the models do not tell may be there under others. */
function shapeOfApi(type: ApiType, levels = LEVELS): Shape {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return TEXT;
    case 'number':
      return NUMBER;
    case 'boolean':
      return BOOLEAN;
    case 'list':
      return arrayOf(shapeOfApi(type.of, levels));
    case 'map':
      return OPEN;
    case 'structure':
      if (levels === 0 || isAttributeValue(type)) return OPEN;
      return objectOf(
        new Map(
          [...type.members.values()].map((member): [string, Member] => [
            member.name,
            { shape: shapeOfApi(member.type, levels - 1), optional: true },
          ]),
        ),
        'documented',
      );
    default:
      return UNKNOWN;
  }
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
