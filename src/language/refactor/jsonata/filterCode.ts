import { isDefinite, type FilterSegment, type JsonPath } from '../../../expressions/jsonPath';
import { parseFilter, type FilterExpression, type FilterOperand } from '../../../expressions/jsonPathFilter';
import { literal, Unsure } from './code';
import type { Names } from './names';

/** How a path of a filter is written, given the text that its offsets count in. */
export type PathWriter = (path: JsonPath, text: string) => string;

/** The condition of a filter as a JSONata predicate, in which the item's members have their bare names. */
export function filterCode(
  segment: FilterSegment,
  names: Names,
  pathOf: PathWriter,
  written: string,
): string {
  const filter = parseFilter(segment);
  if (!filter) throw new Unsure(`the filter of "${written}" cannot be read`);
  return new FilterWriter(segment.expression, names, pathOf, written).write(filter);
}

class FilterWriter {
  constructor(
    private readonly text: string,
    private readonly names: Names,
    private readonly pathOf: PathWriter,
    private readonly written: string,
  ) {}

  write(filter: FilterExpression): string {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return filter.operands.map((each) => this.#operand(each)).join(` ${filter.kind} `);
      case 'not':
        return `${this.names.call('not')}(${this.write(filter.operand)})`;
      case 'exists':
        if (filter.path.root !== 'item' || filter.path.segments.length === 0) throw this.#unsure();
        return `${this.names.call('exists')}(${this.#path(filter.path)})`;
      default:
        return this.#comparison(filter.operator, filter.left, filter.right);
    }
  }

  #operand(filter: FilterExpression): string {
    const code = this.write(filter);
    return filter.kind === 'and' || filter.kind === 'or' || code.includes(' ? ') ? `(${code})` : code;
  }

  #comparison(operator: string, left: FilterOperand, right: FilterOperand): string {
    if (left.kind !== 'path') {
      const mirrored = MIRRORED[operator];
      if (!mirrored || right.kind !== 'path') throw this.#unsure();
      return this.#comparison(mirrored, right, left);
    }
    const path = this.#path(left.path);
    const { names } = this;
    switch (operator) {
      case '==':
      case '===':
        return `${path} = ${this.#value(right)}`;
      // What an item lacks is unequal to everything there, and to nothing in JSONata.
      case '!=':
      case '!==':
        return `${names.call('not')}(${path} = ${this.#value(right)})`;
      case 'in':
        return `${path} in ${this.#scalars(right)}`;
      case 'nin':
        return `${names.call('not')}(${path} in ${this.#scalars(right)})`;
      case '=~':
        return `${names.call('type')}(${path}) = 'string' ? ${names.call('contains')}(${path}, ${this.#pattern(right)}) : false`;
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.#order(path, operator, right);
      default:
        throw this.#unsure();
    }
  }

  /** JSONata fails on an order between two types, so the type is asked first. */
  #order(path: string, operator: string, right: FilterOperand): string {
    const type = this.names.call('type');
    if (right.kind === 'path') {
      const other = this.#path(right.path);
      const ordered = `${type}(${path}) in ['number', 'string'] and ${type}(${path}) = ${type}(${other})`;
      return `${ordered} ? ${path} ${operator} ${other} : false`;
    }
    if (right.kind !== 'value' || (typeof right.value !== 'number' && typeof right.value !== 'string'))
      throw this.#unsure();
    return `${type}(${path}) = '${typeof right.value}' ? ${path} ${operator} ${literal(right.value)} : false`;
  }

  #scalars(side: FilterOperand): string {
    if (side.kind === 'value' && isScalars(side.value)) return literal(side.value);
    throw this.#unsure();
  }

  /** A pattern has to fit the whole text. */
  #pattern(side: FilterOperand): string {
    if (side.kind !== 'pattern' || !['', 'i'].includes(side.flags)) throw this.#unsure();
    return `/^(?:${side.source})$/${side.flags}`;
  }

  #value(side: FilterOperand): string {
    if (side.kind === 'path') return this.#path(side.path);
    if (side.kind !== 'value' || (side.value !== null && typeof side.value === 'object'))
      throw this.#unsure();
    return literal(side.value);
  }

  #path(path: JsonPath): string {
    // An index of an item that is no array leads to the item itself in JSONata.
    if (!isDefinite(path) || (path.root === 'item' && path.segments.at(0)?.kind === 'index'))
      throw this.#unsure();
    return this.pathOf(path, this.text);
  }

  #unsure(): Unsure {
    return new Unsure(`the filter of "${this.written}" has no sure counterpart in JSONata`);
  }
}

/** Operators as they read from the other side. */
const MIRRORED: { readonly [operator: string]: string | undefined } = {
  '==': '==',
  '===': '===',
  '!=': '!=',
  '!==': '!==',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function isScalars(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
}
