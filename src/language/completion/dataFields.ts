import { jsonataTree } from '../../expressions/jsonataSource';
import {
  KIND,
  dataFlow,
  dataPlaceAt,
  elementsOf,
  expressionSight,
  jsonataShape,
  pathShape,
  pathSight,
  shapeLine,
  shapeText,
  type DataPlace,
  type Shape,
} from '../../model/dataFlow';
import { readPathOrIntrinsic } from '../../model/expressions';
import { inputReads, leadingNames } from '../../model/inputReads';
import type { StateMachine } from '../../model/stateMachine';
import { vicinity } from '../../model/vicinity';
import type { StringNode } from '../../syntax/tree';
import type { Item } from './item';
import type { Place } from './place';
import { writerFor } from './stringWriter';

/** Fields of the data that reaches the cursor, behind a path that is begun. */
export function dataFieldItems(place: Place, string: StringNode, at: number): Item[] {
  // To follow the data of a large machine as a whole would keep the author waiting at every keystroke.
  const near = { ...place, machine: vicinity(place.machine, string.span.start) };
  const where = dataPlaceAt(near.machine, string.span.start);
  if (!where || where.field === 'ResultPath') return [];
  const before = string.mapped.text.slice(0, at);
  return place.language === 'JSONata'
    ? expressionItems(near, where, string, before)
    : pathItems(near, where, string, before);
}

/** `$.order.i`: what is complete, and the name that is begun behind a dot. */
const PATH = /(?<!\$)(\$(?:[A-Za-z_]\w*)?(?:\.\w+|\['[^']*'\]|\[\d+\])*?)(?:\.(\w*))?$/;
const REFERENCE = /(\$[A-Za-z_]\w*(?:\.(?:\w+|`[^`]*`)|\[[^[\]]*\])*?)\.(\w*)$/;

function pathItems(place: Place, where: DataPlace, string: StringNode, before: string): Item[] {
  const typed = PATH.exec(before);
  const root = typed?.[1] ?? '$';
  // A variable's name is still being typed.
  if ((!typed && !/^$|[(,\s]$/.test(before)) || (root !== '$' && typed?.[2] === undefined)) return [];
  const { machine } = place;
  const { path } = readPathOrIntrinsic(root);
  const sight = pathSight(dataFlow(machine), where);
  if (!path || !sight) return [];
  const start = before.length - (typed?.[0].length ?? 0);
  const names = path.root === 'input' ? leadingNames(path) : undefined;
  const whole = names?.length === path.segments.length ? names : undefined;
  return listed(pathShape(path, sight).shape, `${root}`, {
    quote: (name) => `['${name}']`,
    others: whole ? readElsewhere(machine, where, string, whole) : new Map(),
    add: writerFor(place, string, start, before.length),
  });
}

function expressionItems(place: Place, where: DataPlace, string: StringNode, before: string): Item[] {
  const typed = REFERENCE.exec(before);
  const bare = /(?:^|[^\w$.])\$?$/.exec(before);
  if (!typed && !bare) return [];
  const root = typed?.[1] ?? '$states.input';
  // Its fields are offered by name.
  if (root === '$states' || root.startsWith('$states.context')) return [];
  const { machine } = place;
  const tree = jsonataTree(`{%${root}%}`);
  const sight = expressionSight(dataFlow(machine), where);
  if (!tree || !sight) return [];
  const { shape } = jsonataShape(tree, {
    variable: (name) => (name === 'states' ? sight.states : sight.variable(name)),
  });
  const written = typed ? typed[0].length : before.endsWith('$') ? 1 : 0;
  const input = /^\$states\.input(?:\.|$)/.test(root) && !root.includes('[');
  return listed(elementsOf(shape), root, {
    quote: (name) => `.\`${name}\``,
    others: input ? readElsewhere(machine, where, string, root.split('.').slice(2)) : new Map(),
    add: writerFor(place, string, before.length - written, before.length),
  });
}

interface Listing {
  /** How a name is written that is no word. */
  readonly quote: (name: string) => string;
  /** Names that other states read at this place, with the state. */
  readonly others: ReadonlyMap<string, string>;
  readonly add: ReturnType<typeof writerFor>;
}

function listed(shape: Shape, root: string, { quote, others, add }: Listing): Item[] {
  const items: Item[] = [];
  const text = (name: string): string => root + (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : quote(name));
  const { object } = shape;
  for (const [name, { shape: value, optional }] of object?.fields ?? []) {
    if (value.kinds === 0) continue;
    const documentation =
      value.kinds === KIND.object ? `\`\`\`typescript\n${shapeText(value)}\n\`\`\`` : undefined;
    const detail = `${shapeLine(value)}${optional ? ', may be missing' : ''}`;
    items.push(add(text(name), { kind: 'field', detail, documentation, rank: -1 }));
  }
  if (object && object.rest !== 'any') return items;
  for (const [name, reader] of others) {
    if (object?.fields.has(name)) continue;
    items.push(add(text(name), { kind: 'field', detail: `read in "${reader}"`, rank: -0.5 }));
  }
  return items;
}

/** What is known of an input by no more than that other states of the level read it. */
function readElsewhere(
  machine: StateMachine,
  { state, field }: DataPlace,
  string: StringNode,
  prefix: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  if (AFTERWARDS.has(field)) return found;
  for (const [reader, reads] of inputReads(machine)) {
    if (reader.scope !== state.scope) continue;
    for (const { node, names } of reads) {
      const name = names[prefix.length];
      if (node === string || !name || found.has(name)) continue;
      if (prefix.every((each, index) => names[index] === each)) found.set(name, reader.name);
    }
  }
  return found;
}

/** Fields of a JSONPath state in which "$" is no longer the input. */
const AFTERWARDS: ReadonlySet<string> = new Set(['ResultSelector', 'OutputPath']);
