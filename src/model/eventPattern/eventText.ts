import { comparableNumber } from './comparableNumber';
import { EventFields, stepInto, type PathStep } from './eventFields';
import { DEEPEST_EVENT, EventError } from './eventValue';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const CONTROL = /[\0-\x1f]/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Reads the fields of an event from its JSON text in one pass. Unlike `JSON.parse` it keeps every
 * value of a key that is written twice, and numbers that a double cannot hold, as AWS does.
 * Throws an `EventError` for text that is not a JSON object.
 */
export function fieldsOfText(text: string, steps: PathStep, paths: number): EventFields {
  const fields = new EventFields(paths);
  const reader = new EventReader(text, fields);
  reader.readEvent(steps);
  return fields;
}

class EventReader {
  readonly #text: string;
  readonly #fields: EventFields;
  /** True where every string ends at the next quote and holds what is written. */
  readonly #plain: boolean;
  #at = 0;
  #depth = 0;

  constructor(text: string, fields: EventFields) {
    this.#text = text;
    this.#fields = fields;
    this.#plain = !text.includes('\\') && !CONTROL.test(text);
  }

  readEvent(steps: PathStep): void {
    if (this.#token() !== 0x7b) this.#fail('An event is a JSON object.');
    this.#object(steps, 0);
    if (this.#token() >= 0) this.#fail('The text goes on after the event.');
  }

  /** The character at which the next token begins, or -1 at the end. */
  #token(): number {
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
    }
    return -1;
  }

  #object(step: PathStep | undefined, element: number): void {
    this.#enter();
    if (this.#token() === 0x7d) return this.#leave();
    for (;;) {
      if (this.#token() !== QUOTE) this.#fail('A key in double quotes belongs here.');
      const key = this.#string(step !== undefined);
      if (this.#token() !== 0x3a) this.#fail('A colon belongs here.');
      this.#at++;
      this.#value(step && stepInto(step, key), element);
      const code = this.#token();
      if (code === 0x7d) return this.#leave();
      if (code !== 0x2c) this.#fail('A comma or a closing brace belongs here.');
      this.#at++;
    }
  }

  #list(step: PathStep | undefined, element: number): void {
    this.#enter();
    if (this.#token() === 0x5d) return this.#leave();
    let list = 0;
    for (;;) {
      const first = this.#token();
      if (step && (first === 0x7b || first === 0x5b)) {
        list ||= this.#fields.newList();
        this.#value(step, this.#fields.newElement(list, element));
      } else {
        this.#value(step, element);
      }
      const code = this.#token();
      if (code === 0x5d) return this.#leave();
      if (code !== 0x2c) this.#fail('A comma or a closing bracket belongs here.');
      this.#at++;
    }
  }

  #enter(): void {
    if (++this.#depth > DEEPEST_EVENT)
      this.#fail(`The event is nested more than ${DEEPEST_EVENT} levels deep.`);
    this.#at++;
  }

  #leave(): void {
    this.#depth--;
    this.#at++;
  }

  /** Reads a value; it is kept where `step` ends a path. */
  #value(step: PathStep | undefined, element: number): void {
    const code = this.#token();
    const field = step ? step.field : -1;
    if (code === 0x7b) this.#object(step && step.next.size > 0 ? step : undefined, element);
    else if (code === 0x5b) this.#list(step, element);
    else if (code === QUOTE) {
      const value = this.#string(field >= 0);
      if (field >= 0) this.#fields.add(field, value, element);
    } else if (code === 0x74) this.#word('true', true, field, element);
    else if (code === 0x66) this.#word('false', false, field, element);
    else if (code === 0x6e) this.#word('null', null, field, element);
    else this.#number(field, element);
  }

  #word(word: string, value: boolean | null, field: number, element: number): void {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('A JSON value belongs here.');
    this.#at += word.length;
    if (field >= 0) this.#fields.add(field, value, element);
  }

  #number(field: number, element: number): void {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (!match) this.#fail('A JSON value belongs here.');
    const raw = match[0];
    this.#at += raw.length;
    if (field >= 0) this.#fields.add(field, comparableNumber(raw) ?? { raw }, element);
  }

  /** Reads a string; its value only where it is `wanted`. */
  #string(wanted: boolean): string {
    const start = ++this.#at;
    const text = this.#text;
    if (this.#plain) {
      const end = text.indexOf('"', start);
      if (end < 0) this.#fail('The string does not end.');
      this.#at = end + 1;
      return wanted ? text.slice(start, end) : '';
    }
    let plain = true;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        plain = false;
        ESCAPE.lastIndex = this.#at;
        const match = ESCAPE.exec(text);
        if (!match) this.#fail('JSON does not know this escape.');
        this.#at += match[0].length;
      } else if (code >= 0x20) {
        this.#at++;
      } else {
        this.#fail(
          this.#at < text.length ? 'A control character stands in the string.' : 'The string does not end.',
        );
      }
    }
    const end = this.#at++;
    if (!wanted) return '';
    return plain ? text.slice(start, end) : (JSON.parse(text.slice(start - 1, end + 1)) as string);
  }

  #fail(message: string): never {
    throw new EventError(message, { cause: this.#at });
  }
}
