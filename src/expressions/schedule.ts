import { parseAt, type AtSchedule } from './at';
import { parseCron, type CronSchedule } from './cron';
import { nearest } from './nearest';
import { parseRate, type RateSchedule } from './rate';
import { ScheduleProblems, type ScheduleKind, type ScheduleProblem } from './scheduleProblem';

export type Schedule = CronSchedule | RateSchedule | AtSchedule;

export interface ParsedSchedule {
  /** Present where the expression says when it fires, also if AWS refuses how it says so. */
  readonly schedule?: Schedule;
  /** In the order of their places. */
  readonly problems: readonly ScheduleProblem[];
}

const READERS = { cron: parseCron, rate: parseRate, at: parseAt };

/** Reads a schedule expression and judges it as AWS does; offsets are those of `text`. */
export function parseSchedule(text: string, kind: ScheduleKind): ParsedSchedule {
  const problems = new ScheduleProblems(text, kind);
  const match = /^(cron|rate|at)\(([^()]*)\)$/.exec(text);
  if (!match) {
    reportForm(text, problems);
    return { problems: problems.found };
  }
  const [, word, inner] = match;
  const schedule = READERS[word as keyof typeof READERS](inner, word.length + 1, problems);
  const found = problems.found.sort((a, b) => a.start - b.start || a.end - b.end);
  const readable =
    schedule?.type !== 'cron' || !found.some(({ severity }) => severity === 'error') || isComplete(schedule);
  return { ...(schedule && readable && { schedule }), problems: found };
}

/** True where no field lost all that it says. */
function isComplete({ minute, hour, dayOfMonth, month, dayOfWeek, year }: CronSchedule): boolean {
  return [minute, hour, dayOfMonth, month, dayOfWeek, year].every(
    ({ items, text }) => items.length === text.split(',').filter(Boolean).length,
  );
}

function reportForm(text: string, problems: ScheduleProblems): void {
  const end = text.length;
  const trimmed = text.trim();
  if (trimmed !== text && /^(?:cron|rate|at)\([^()]*\)$/.test(trimmed)) {
    problems.add('refused', 0, end, 'AWS takes no space around a schedule expression.', trimmed);
    return;
  }
  const word = /^\s*(\w*)\s*(\(?)/.exec(text);
  const lower = word?.[1].toLowerCase() ?? '';
  const known = lower in READERS ? lower : word?.[2] ? nearest(lower, Object.keys(READERS)) : undefined;
  if (known && word && known !== word[1]) {
    const at = text.indexOf(word[1]);
    const message = `"${word[1]}(…)" is no schedule; "${known}(…)" is.`;
    problems.add('derived', at, at + word[1].length, message, known);
  } else if (known && !text.endsWith(')')) {
    problems.add('derived', Math.max(0, end - 1), end, `The closing parenthesis of "${known}(" is missing.`);
  } else if (trimmed.split(/\s+/).length >= 5 && !text.includes('(')) {
    problems.add(
      'derived',
      0,
      end,
      'The fields of a cron expression belong in "cron(…)".',
      `cron(${trimmed})`,
    );
  } else {
    const forms = problems.kind === 'rule' ? '"cron(…)" or "rate(…)"' : '"cron(…)", "rate(…)" or "at(…)"';
    problems.add('derived', 0, end, `"${text}" is no schedule; it has to be ${forms}.`);
  }
}
