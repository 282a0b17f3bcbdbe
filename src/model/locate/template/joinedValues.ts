import type { IntroducedValue, JoinedValues } from '../../../syntax/joinedList';
import type { Format } from '../../../syntax/tree';
import { yamlInBrackets } from '../../../syntax/yamlInBrackets';
import { literalPattern } from '../../literalPattern';

/** A value of the host in a joined text: what stands for it there, and how the host writes it. */
export interface JoinedValue {
  readonly text: string;
  /** The function that gives it; absent for a name in a text of `Fn::Sub`. */
  readonly written?: string;
}

/** The values that `Fn::Join` puts into a text by functions. */
export class FunctionValues implements JoinedValues {
  readonly #format: Format;
  /** By text; absent for names of `Fn::Sub`. */
  readonly #written = new Map<string, string | undefined>();
  readonly #all: RegExp | undefined;
  readonly #items: RegExp | undefined;

  /** What is `introduced` is given by a function where others are, else by a text of `Fn::Sub`. */
  constructor(format: Format, values: readonly JoinedValue[], introduced?: IntroducedValue) {
    this.#format = format;
    const named = values.length > 0 && values.every(({ written }) => written === undefined);
    if (introduced) this.#written.set(introduced.text, named ? undefined : introduced.written);
    for (const { text, written } of values) this.#written.set(text, this.#written.get(text) ?? written);
    const texts = [...this.#written.keys()];
    this.#all = anyOf(texts);
    this.#items = anyOf(texts.filter((text) => this.#written.get(text) !== undefined));
  }

  in(text: string): boolean {
    return this.#all?.test(text) ?? false;
  }

  runs(text: string): string[] {
    return (this.#items ? text.split(this.#items) : [text]).filter((run) => run !== '');
  }

  write(text: string, quote: (text: string) => string): string | undefined {
    const runs = this.runs(text);
    const [only] = runs;
    if (runs.length === 1) return this.#written.get(only) ?? this.#text(only, quote);
    const items = runs.map((run) => {
      const written = this.#written.get(run);
      if (written === undefined) return this.#text(run, quote);
      return this.#format === 'yaml' && written.includes('\n') ? yamlInBrackets(written) : written;
    });
    if (items.includes(undefined)) return undefined;
    const joined = `["", [${items.join(', ')}]]`;
    return this.#format === 'yaml' ? `!Join ${joined}` : `{ "Fn::Join": ${joined} }`;
  }

  #text(text: string, quote: (text: string) => string): string | undefined {
    if (!this.#all || !this.in(text)) return quote(text);
    const others = text.split(this.#all).filter((_, at) => at % 2 === 0);
    // What is text elsewhere would be filled in here.
    if (/\$\{(?!!)/.test(others.join(''))) return undefined;
    return this.#format === 'yaml' ? `!Sub ${quote(text)}` : `{ "Fn::Sub": ${quote(text)} }`;
  }
}

/** Each of some texts, the longest first; not global, so that `test` remembers nothing. */
function anyOf(texts: readonly string[]): RegExp | undefined {
  if (texts.length === 0) return undefined;
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  return new RegExp(`(${longestFirst.map(literalPattern).join('|')})`);
}
