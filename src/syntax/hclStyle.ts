import type { Mapped } from './mapped';
import { isScalarValue, membersOf, type PlainScalar, type PlainValue } from './plainValue';
import type { ObjectNode, TreeNode } from './tree';

/** True for a key that needs no quotes: `null` would be no text, and `for` begins a loop. */
function isBareKey(name: string): boolean {
  return /^(?!(?:null|for)$)[A-Za-z_][\w-]*$/.test(name);
}

interface Options {
  /** True where keys stand in quotes although they need none. */
  readonly quoted: boolean;
  readonly sign: ' = ' | ': ';
  readonly unit: string;
}

/** How values are written in Terraform. */
export class HclStyle {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  key(name: string, quoted = this.#options.quoted): string {
    return !quoted && isBareKey(name) ? name : hclScalar(name);
  }

  /** What stands between a key and its value. */
  get sign(): string {
    return this.#options.sign;
  }

  member(key: string, value: PlainValue, indentation: string, spread: boolean): string {
    return `${this.key(key)}${this.sign}${this.value(value, indentation, spread)}`;
  }

  /** A value behind `indentation`; over several lines only where `spread`, and where it is no short list. */
  value(value: PlainValue, indentation: string, spread: boolean): string {
    if (isScalarValue(value)) return hclScalar(value);
    const inner = indentation + this.#options.unit;
    if (Array.isArray(value)) {
      const items = (value as readonly PlainValue[]).map((item) => this.value(item, inner, spread));
      const short = !spread || (value as readonly PlainValue[]).every(isScalarValue);
      return short ? `[${items.join(', ')}]` : wrap('[', items, ',', ']', indentation, inner);
    }
    const members = membersOf(value).map(([key, member]) => this.member(key, member, inner, spread));
    if (members.length === 0) return '{}';
    return spread ? wrap('{', members, '', '}', indentation, inner) : `{ ${members.join(', ')} }`;
  }
}

function wrap(
  open: string,
  parts: readonly string[],
  comma: string,
  close: string,
  indentation: string,
  inner: string,
): string {
  return `${open}\n${inner}${parts.join(`${comma}\n${inner}`)}\n${indentation}${close}`;
}

/** The style of an object's keys, or of those around it where it has none that tell; else bare with `=`. */
export function hclStyleOf(object: ObjectNode | undefined, source: Mapped, unit: string): HclStyle {
  for (let at: TreeNode | undefined = object; at; at = outer(at)) {
    const like =
      at.kind === 'object' ? at.properties.find(({ name, value }) => value && isBareKey(name)) : undefined;
    if (!like?.value) continue;
    const keyStart = source.fromHost(like.key.span.start);
    const sign = source.text.slice(
      source.fromHost(like.key.span.end),
      source.fromHost(like.value.span.start),
    );
    return new HclStyle({
      quoted: source.text[keyStart] === '"',
      sign: sign.includes(':') ? ': ' : ' = ',
      unit,
    });
  }
  return new HclStyle({ quoted: false, sign: ' = ', unit });
}

function outer({ parent }: TreeNode): TreeNode | undefined {
  return parent?.kind === 'property' ? parent.parent : parent;
}

/** `${` and `%{` would begin a template. */
export function hclScalar(value: PlainScalar): string {
  const text = JSON.stringify(value);
  return typeof value === 'string' ? text.replace(/([$%])\{/g, '$1$1{') : text;
}
