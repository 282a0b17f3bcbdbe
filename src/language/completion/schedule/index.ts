import { parseSchedule } from '../../../expressions/schedule';
import { describeSchedule } from '../../../model/scheduleWords';
import type { LanguageDocument } from '../../document';
import type { Item } from '../item';
import { toSnippet } from '../stops';
import { cronChoices, type Choice } from './cronItems';
import { forms, rateChoices } from './forms';
import { schedulePlace, type SchedulePlace } from './place';

export interface ScheduleCompletionOptions {
  /** The zone of the person who writes; offered first. */
  readonly userZone?: string;
  readonly now?: Date;
}

const MODES: readonly Choice[] = [
  { text: 'OFF', meaning: 'starts within a minute of the time' },
  { text: 'FLEXIBLE', meaning: 'starts within "MaximumWindowInMinutes" after the time' },
];

/** What can be put at an offset of a template inside a schedule expression, a time zone or the mode of a window. */
export function scheduleItems(
  document: LanguageDocument,
  offset: number,
  { userZone, now = new Date() }: ScheduleCompletionOptions = {},
): Item[] {
  const place = schedulePlace(document, offset);
  if (!place) return [];
  const write = writer(document.text, offset);
  switch (place.asks) {
    case 'zone':
      return zones(userZone).map((text, rank) =>
        write(place.typed, { text, meaning: text === userZone ? 'here' : '' }, rank, /[\w/+-]/),
      );
    case 'mode':
      return MODES.map((choice, rank) => write(place.typed, choice, rank, /\w/));
    case 'expression':
      return expressionItems(place, now, write);
  }
}

type Write = (typed: string, choice: Choice & { snippet?: string }, rank: number, goesOn: RegExp) => Item;

/** Writes a choice in the place of what is typed of it and what of it stands behind the cursor. */
function writer(text: string, offset: number): Write {
  return (typed, choice, rank, goesOn) => {
    let end = offset;
    while (end < text.length && goesOn.test(text[end])) end++;
    return {
      label: choice.text,
      kind: 'value',
      detail: choice.meaning,
      newText: toSnippet(choice.snippet ?? choice.text),
      replace: { start: offset - typed.length, end },
      filter: choice.text,
      rank,
    };
  };
}

function expressionItems({ kind, typed }: SchedulePlace, now: Date, write: Write): Item[] {
  const [, form, inner] = /^(cron|rate|at)\((.*)$/.exec(typed) ?? [];
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  if (form === undefined) return forms(kind, tomorrow).map((each, rank) => write(typed, each, rank, /[\w]/));
  const words = inner.split(' ');
  const last = words[words.length - 1];
  if (form === 'at') {
    const times = ['00:00:00', '03:00:00', '06:00:00', '12:00:00'].map((time) => `${tomorrow}T${time}`);
    return times.map((text, rank) => write(inner, { text, meaning: 'once' }, rank, /[\dT:-]/));
  }
  if (form === 'rate') {
    const choices = words.length > 2 ? [] : rateChoices(words.length === 2 ? words[0] : undefined);
    return choices.map((choice, rank) => write(last, choice, rank, /\w/));
  }
  const index = words.length - 1;
  // Behind a comma another item begins.
  const item = last.slice(last.lastIndexOf(',') + 1);
  const known = last.slice(0, last.length - item.length);
  return cronChoices(index, words, now.getUTCFullYear())
    .filter(({ text }) => known === '' || !'*?'.includes(text))
    .map((choice, rank) => ({
      ...write(item, choice, rank, /[\w#?*/-]/),
      documentation: meaningWith(words.slice(0, -1), known + choice.text),
    }));
}

/** What the expression says with a choice in it, the fields behind it being the usual ones. */
function meaningWith(before: readonly string[], field: string): string | undefined {
  const fields = [...before, field];
  const given = fields.length > 2 && fields[2] !== '?';
  const usual = ['0', '0', '*', '*', given ? '?' : fields.length > 2 ? '*' : '?', '*'];
  const text = `cron(${[...fields, ...usual.slice(fields.length)].join(' ')})`;
  const { schedule, problems } = parseSchedule(text, 'rule');
  return schedule && problems.length === 0 ? describeSchedule(schedule) : undefined;
}

/** Every zone that this runtime knows, that of the user and UTC in front. */
function zones(userZone: string | undefined): string[] {
  const front = userZone === undefined || userZone === 'UTC' ? ['UTC'] : [userZone, 'UTC'];
  return [...new Set([...front, ...Intl.supportedValuesOf('timeZone')])];
}
