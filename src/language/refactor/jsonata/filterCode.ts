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
    if (left.kind !== 'path') throw this.#unsure();
    const path = this.#path(left.path);
    if (operator === '==' || operator === '===') return `${path} = ${this.#value(right)}`;
    // What an item lacks is unequal to everything there, and to nothing in JSONata.
    if (operator === '!=' || operator === '!==')
      return `${this.names.call('not')}(${path} = ${this.#value(right)})`;
    if (operator === 'in' && right.kind === 'value' && isScalars(right.value))
      return `${path} in ${literal(right.value)}`;
    if (!['<', '<=', '>', '>='].includes(operator) || right.kind !== 'value') throw this.#unsure();
    const type = typeof right.value;
    if (type !== 'number' && type !== 'string') throw this.#unsure();
    // JSONata fails on an order between two types, so the type is asked first.
    return `${this.names.call('type')}(${path}) = '${type}' ? ${path} ${operator} ${literal(right.value)} : false`;
  }

  #value(side: FilterOperand): string {
    if (side.kind === 'path') return this.#path(side.path);
    if (side.kind !== 'value' || (side.value !== null && typeof side.value === 'object'))
      throw this.#unsure();
    return literal(side.value);
  }

  #path(path: JsonPath): string {
    // An item that is no object could be an index to JSONata.
    if (!isDefinite(path) || (path.root === 'item' && path.segments[0]?.kind !== 'name'))
      throw this.#unsure();
    return this.pathOf(path, this.text);
  }

  #unsure(): Unsure {
    return new Unsure(`the filter of "${this.written}" has no sure counterpart in JSONata`);
  }
}

function isScalars(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
}
