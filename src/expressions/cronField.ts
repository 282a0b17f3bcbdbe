import { nearest } from './nearest';
import type { CronFieldRange } from './cronFieldRange';
import { checkDay, checkList, checkWeekday } from './cronItemChecks';
import { lastOf, nthOf, type CronItem } from './cronItem';
import type { ScheduleProblems } from './scheduleProblem';

/** One field of a cron expression. */
export interface CronField {
  readonly text: string;
  /** Where it stands in the expression. */
  readonly start: number;
  readonly end: number;
  /** True for `?`: the other day field decides. */
  readonly open: boolean;
  readonly items: readonly CronItem[];
  /** The plain values that the items mean, ascending; those that depend on the month are in `items` only. */
  readonly values: readonly number[];
}

/** Reads a field. What cannot be read is reported and left out. */
export function parseCronField(
  range: CronFieldRange,
  text: string,
  start: number,
  problems: ScheduleProblems,
): CronField {
  const items = new FieldReader(range, problems).read(text, start);
  const values = new Set<number>();
  for (const item of items) {
    if (item.kind !== 'values') continue;
    // A range that ends before it begins goes round.
    const span = item.from <= item.to ? item.to - item.from : item.to - item.from + range.max - range.min + 1;
    for (let step = 0; step <= span; step += item.step) {
      values.add(range.min + ((item.from - range.min + step) % (range.max - range.min + 1)));
    }
  }
  const end = start + text.length;
  const open = items.some(({ kind }) => kind === 'open');
  return { text, start, end, open, items, values: [...values].sort((a, b) => a - b) };
}

class FieldReader {
  readonly #range: CronFieldRange;
  readonly #problems: ScheduleProblems;

  constructor(range: CronFieldRange, problems: ScheduleProblems) {
    this.#range = range;
    this.#problems = problems;
  }

  read(text: string, start: number): CronItem[] {
    const parts: { part: string; at: number }[] = [];
    let at = start;
    for (const part of text.split(',')) {
      if (part !== '') parts.push({ part, at });
      at += part.length + 1;
    }
    if (parts.length < text.split(',').length) {
      // A rule was seen to be created with a comma after every field.
      this.#problems.add(
        'undocumented',
        start,
        start + text.length,
        `The field "${text}" has a comma without a value beside it.`,
        parts.map(({ part }) => part).join(),
      );
    }
    const items = parts.flatMap(({ part, at: from }) => this.#item(part, from) ?? []);
    if (items.length > 1) checkList(items, text, start, this.#problems);
    return items;
  }

  #item(part: string, at: number): CronItem | undefined {
    const { label, special, name } = this.#range;
    const end = at + part.length;
    if (part === '?') {
      if (!special.includes('?')) {
        this.#problems.add(
          'derived',
          at,
          end,
          `"?" can only stand for a day, and not for the ${label}.`,
          '*',
        );
      }
      return { kind: 'open' };
    }
    const [base, step, ...more] = part.split('/');
    if (more.length > 0) return this.#unread(part, at);
    if (step !== undefined) return this.#stepped(base, step, at, end);
    if (part === '*') return this.#all(1);
    if (name === 'dayOfMonth') {
      const item = lastOf(part);
      if (item) return checkDay(item, part, at, this.#problems);
    }
    if (name === 'dayOfWeek') {
      const item = nthOf(part, (word) => this.#number(word));
      if (item) return checkWeekday(item, part, at, this.#problems);
    }
    return this.#values(base, 1, at);
  }

  #stepped(base: string, step: string, at: number, end: number): CronItem | undefined {
    const { label, min, max, name, special } = this.#range;
    const stepAt = end - step.length;
    if (!/^\d+$/.test(step)) {
      this.#problems.add('derived', stepAt, end, `After "/" stands how many to step on, and not "${step}".`);
      return undefined;
    }
    const size = Number(step);
    if (size === 0) {
      this.#problems.add('derived', stepAt, end, `A step of 0 in the ${label} never gets on.`);
      return undefined;
    }
    if (size > max - min + (min === 0 ? 0 : 1) && name !== 'year') {
      const certainty = name === 'minute' && this.#problems.kind === 'rule' ? 'refused' : 'derived';
      this.#problems.add(certainty, stepAt, end, `A step of ${size} is larger than the ${label} goes.`);
    } else if (!special.includes('/')) {
      this.#problems.add('undocumented', at, end, `"/" is not documented for the ${label}.`);
    }
    if (base === '' || base === '*') {
      if (base === '')
        this.#problems.add(
          'undocumented',
          at,
          end,
          `Nothing stands before "/"; documented is "*/${step}".`,
          `*/${step}`,
        );
      return this.#all(size);
    }
    const values = this.#values(base, size, at);
    return values?.kind === 'values' && !base.includes('-') ? { ...values, to: max } : values;
  }

  #all(step: number): CronItem {
    return { kind: 'values', from: this.#range.min, to: this.#range.max, step };
  }

  #values(text: string, step: number, at: number): CronItem | undefined {
    const words = text.split('-');
    if (words.length > 2) return this.#unread(text, at);
    const from = this.#value(words[0], at);
    const to = words.length === 2 ? this.#value(words[1], at + words[0].length + 1) : from;
    if (from === undefined || to === undefined) return undefined;
    if (from > to) {
      const { name, label } = this.#range;
      const message = `The range "${text}" of the ${label} ends before it begins; AWS does not document what that means.`;
      this.#problems.add(name === 'year' ? 'derived' : 'undocumented', at, at + text.length, message);
    }
    return { kind: 'values', from, to, step };
  }

  #value(word: string, at: number): number | undefined {
    const { label, min, max, names } = this.#range;
    const value = this.#number(word);
    if (value === undefined) {
      const allowed = names
        ? `${min} to ${max} or ${names[0]} to ${names[names.length - 1]}`
        : `${min} to ${max}`;
      const meant = names && nearest(word.slice(0, 3), names);
      this.#problems.add(
        'refused',
        at,
        at + word.length,
        `The ${label} goes from ${allowed}, and is not "${word}".`,
        meant,
      );
    } else if (value < min || value > max) {
      this.#problems.add(
        'refused',
        at,
        at + word.length,
        `The ${label} goes from ${min} to ${max}, and is not ${value}.`,
      );
      return undefined;
    }
    return value;
  }

  #number(word: string): number | undefined {
    if (/^\d+$/.test(word)) return Number(word);
    const index = this.#range.names?.indexOf(word.toUpperCase()) ?? -1;
    return index < 0 ? undefined : this.#range.min + index;
  }

  #unread(text: string, at: number): undefined {
    this.#problems.add(
      'refused',
      at,
      at + text.length,
      `"${text}" is no ${this.#range.label} of a cron expression.`,
    );
  }
}
