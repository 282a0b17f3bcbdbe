import { KIND, UNKNOWN, type ArrayShape, type ObjectShape, type Shape } from './shape';

const NAMES: readonly (readonly [bit: number, name: string])[] = [
  [KIND.boolean, 'boolean'],
  [KIND.number, 'number'],
];

/** A shape in the notation of TypeScript, in so many lines at most; `…` stands for what is not known or not shown. */
export function shapeText(shape: Shape, lines = 12): string {
  for (let levels = 4; levels > 0; levels--) {
    const text = spread(shape, levels, '');
    const count = text.split('\n').length;
    if (count <= lines) return text;
    if (levels === 1) return cut(text.split('\n'), lines);
  }
  return shapeLine(shape);
}

/** A shape in one line; objects in it are told only by their names. */
export function shapeLine(shape: Shape): string {
  return flat(shape, 1);
}

function cut(lines: readonly string[], most: number): string {
  const shown = lines.slice(0, most - 2);
  return [...shown, `  … ${lines.length - most + 1} more`, lines.at(-1)].join('\n');
}

function spread(shape: Shape, levels: number, indent: string): string {
  return parts(
    shape,
    (object) => {
      if (levels === 0) return short(object);
      const inner = `${indent}  `;
      const rows = fieldsOf(object).map(
        ([name, optional, value]) =>
          `${inner}${name}${optional ? '?' : ''}: ${spread(value, levels - 1, inner)}`,
      );
      if (object.rest === 'any') rows.push(`${inner}…`);
      return rows.length === 0 ? '{}' : `{\n${rows.join('\n')}\n${indent}}`;
    },
    (item) => spread(item, levels, indent),
  );
}

function flat(shape: Shape, levels: number): string {
  return parts(
    shape,
    (object) => {
      if (levels === 0) return short(object);
      const names = fieldsOf(object).map(([name, optional]) => `${name}${optional ? '?' : ''}`);
      if (object.rest === 'any') names.push('…');
      const shown = names.length > 6 ? [...names.slice(0, 5), '…'] : names;
      return shown.length === 0 ? '{}' : `{ ${shown.join(', ')} }`;
    },
    (item) => flat(item, 0),
  );
}

function short({ fields, rest }: ObjectShape): string {
  return fields.size === 0 && rest === 'none' ? '{}' : '{ … }';
}

function parts(shape: Shape, object: (shape: ObjectShape) => string, item: (shape: Shape) => string): string {
  if (shape === UNKNOWN) return 'unknown';
  if (shape.kinds === 0) return 'nothing';
  const all: string[] = [];
  if (shape.object) all.push(object(shape.object));
  if (shape.kinds & KIND.string) {
    const texts = shape.texts && [...shape.texts].sort();
    all.push(texts ? texts.map((text) => JSON.stringify(text)).join(' | ') : 'string');
  }
  for (const [bit, name] of NAMES) if (shape.kinds & bit) all.push(name);
  if (shape.array) all.push(arrayText(shape.array, item));
  if (shape.kinds & KIND.null) all.push('null');
  return all.join(' | ');
}

function arrayText({ items, tuple }: ArrayShape, item: (shape: Shape) => string): string {
  if (items.kinds === 0) return '[]';
  if (tuple) return `[${tuple.map(item).join(', ')}]`;
  const text = item(items);
  return / \| /.test(text.replace(/\{[^]*\}/, '')) ? `(${text})[]` : `${text}[]`;
}

function fieldsOf({ fields }: ObjectShape): [name: string, optional: boolean, shape: Shape][] {
  return [...fields]
    .filter(([, { shape }]) => shape.kinds !== 0)
    .map(([name, { shape, optional }]) => [
      /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name),
      optional,
      shape,
    ]);
}
