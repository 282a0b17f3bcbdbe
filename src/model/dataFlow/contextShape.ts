import { CONTEXT_OBJECT, type ContextEntry } from '../../catalog/contextObject';
import { NUMBER, OPEN, TEXT, UNKNOWN, objectOf, type Member, type Shape } from './shape';

const SHAPES: Readonly<Record<ContextEntry['type'], Shape>> = {
  any: UNKNOWN,
  number: NUMBER,
  object: UNKNOWN,
  string: TEXT,
  timestamp: TEXT,
};

/** Counts that Express executions and some kinds of state lack. */
const NOT_EVERYWHERE: ReadonlySet<string> = new Set(['State.RetryCount', 'Execution.RedriveCount']);

const outside = { item: UNKNOWN, shape: below('', UNKNOWN) };
/** The states of a Map are looked at one after the other, so that one item is enough to remember. */
let latest = outside;

/** The context object where the nearest Map works on such an item. */
export function contextShape(item: Shape = UNKNOWN): Shape {
  if (item === outside.item) return outside.shape;
  if (item !== latest.item) latest = { item, shape: below('', item) };
  return latest.shape;
}

function below(prefix: string, item: Shape): Shape {
  const members = new Map<string, Member>();
  for (const { path, type, available } of CONTEXT_OBJECT) {
    const name = path.slice(prefix.length);
    if (!path.startsWith(prefix) || name.includes('.')) continue;
    members.set(name, {
      shape: type === 'object' ? below(`${path}.`, item) : (special(path, item) ?? SHAPES[type]),
      optional: available !== 'always' || NOT_EVERYWHERE.has(path),
    });
  }
  return objectOf(members, 'documented');
}

function special(path: string, item: Shape): Shape | undefined {
  if (path === 'Map.Item.Value') return item;
  return path === 'Execution.Input' ? OPEN : undefined;
}
