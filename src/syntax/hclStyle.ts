import { isScalarValue, membersOf, type PlainScalar, type PlainValue } from './plainValue';

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
    return !quoted && /^[A-Za-z_][\w-]*$/.test(name) ? name : scalar(name);
  }

  member(key: string, value: PlainValue, indentation: string, spread: boolean): string {
    return `${this.key(key)}${this.#options.sign}${this.value(value, indentation, spread)}`;
  }

  /** A value behind `indentation`; over several lines only where `spread`, and where it is no short list. */
  value(value: PlainValue, indentation: string, spread: boolean): string {
    if (isScalarValue(value)) return scalar(value);
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

/** `${` and `%{` would begin a template. */
function scalar(value: PlainScalar): string {
  const text = JSON.stringify(value);
  return typeof value === 'string' ? text.replace(/([$%])\{/g, '$1$1{') : text;
}
