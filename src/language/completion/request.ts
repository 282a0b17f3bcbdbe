import type { ApiStructure, ApiType } from '../../catalog/api';
import { apiActionOf } from '../../model/apiRequest';
import { taskOf, typeBelow } from '../../model/requestPath';
import type { Place } from './place';
import type { Item } from './item';
import type { Notation } from './notation';
import { stop } from './stops';
import type { ItemWriter } from './write';

/** What the request of a task holds at the cursor; undefined outside of one and where nothing is known. */
export function requestTypeAt({ field, machine, state, inside }: Place): ApiType | undefined {
  if (field?.name !== 'Parameters' && field?.name !== 'Arguments') return undefined;
  const task = taskOf(machine, state);
  const input = task && apiActionOf(task.arn)?.input;
  return input && typeBelow(input, inside);
}

/** Words and values to fill in that a parameter takes; `undefined` where its type is not known. */
export function requestValueItems(place: Place, writer: ItemWriter): Item[] | undefined {
  const { cursor } = place;
  const type = requestTypeAt(place);
  if (!type || type.kind === 'any') return undefined;
  if (type.kind === 'enum')
    return type.values.map((word, index) => writer.string(word, { kind: 'value', rank: index }));
  if (cursor.string || (!cursor.flow && cursor.kind === 'either')) return [];
  if (type.kind === 'boolean')
    return ['true', 'false'].map((word, index) =>
      writer.value(word, { label: word, kind: 'value', rank: index }),
    );
  const isObject = type.kind === 'structure' || type.kind === 'map';
  if (!isObject && type.kind !== 'list') return [];
  const required = type.kind === 'structure' ? [...type.members.values()].filter((one) => one.required) : [];
  const label = isObject ? `{ ${required.map(({ name }) => name).join(', ')} }`.replace('  ', ' ') : '[ ]';
  return [
    writer.value(requestSkeleton(type, place, writer), { label, kind: 'snippet', rank: 5, asksOn: true }),
  ];
}

/** The least that a parameter takes, with stops to fill it in. */
export function requestSkeleton(type: ApiType, { cursor }: Place, { notation }: ItemWriter): string {
  return new Skeleton(notation).write(type, cursor.column);
}

/** Stops have one digit; what comes later is left as it is. */
const MOST_STOPS = 9;

class Skeleton {
  readonly #notation: Notation;
  readonly #flow: boolean;
  readonly #outer: ApiStructure[] = [];
  #stops = 0;

  constructor(notation: Notation) {
    this.#notation = notation;
    this.#flow = notation.flow;
  }

  /** `column` is where the key stands whose value this is. */
  write(type: ApiType, column: number): string {
    switch (type.kind) {
      case 'number':
        return this.#stop('0');
      case 'boolean':
        return this.#stop('true');
      case 'any':
        return this.#flow ? this.#stop('{}') : this.#stop();
      case 'list':
        return this.#list(type.of, column);
      case 'map':
      case 'structure':
        return this.#object(type, column);
      default:
        return this.#flow ? `"${this.#stop()}"` : this.#stop();
    }
  }

  #stop(text = ''): string {
    this.#stops += 1;
    return this.#stops > MOST_STOPS ? text : stop(this.#stops, text);
  }

  #list(of: ApiType, column: number): string {
    if (this.#flow) return `[${of.kind === 'structure' ? this.write(of, column) : this.#item(of, column)}]`;
    const indent = ' '.repeat(column + 2);
    const item = this.write(of, column + 2).replace(/^\n +/, '');
    return `\n${indent}- ${item}`;
  }

  /** An empty list takes its first text without quotes around nothing. */
  #item(of: ApiType, column: number): string {
    return of.kind === 'string' || of.kind === 'enum' || of.kind === 'number'
      ? this.#stop()
      : this.write(of, column);
  }

  #object(type: ApiType, column: number): string {
    const members =
      type.kind === 'structure' && !this.#outer.includes(type)
        ? [...type.members.values()].filter(({ required }) => required)
        : [];
    const indent = ' '.repeat(column + 2);
    if (members.length === 0) return this.#flow ? `{ ${this.#stop()} }` : `\n${indent}${this.#stop()}`;
    this.#outer.push(type as ApiStructure);
    const written = members.map(({ name, type: inner }) => [name, this.write(inner, column + 2)] as const);
    this.#outer.pop();
    if (this.#flow) return this.#notation.inline(written);
    return this.#notation.block(
      written.map(([name, value]) => this.#notation.member(name, value)),
      column,
    );
  }
}
