import type { ScheduleKind } from '../../../expressions/scheduleProblem';
import { stop } from '../stops';
import type { Choice } from './cronItems';

/** A whole expression, with the places that are filled in. */
export interface Form extends Choice {
  /** What is inserted, stops included. */
  readonly snippet: string;
}

/** Whole expressions to begin with; `tomorrow` is a date by ISO. */
export function forms(kind: ScheduleKind, tomorrow: string): Form[] {
  const once = `${tomorrow}T03:00:00`;
  const all: Form[] = [
    {
      text: 'rate(5 minutes)',
      meaning: 'over and over, by an interval',
      snippet: `rate(${stop(1, '5')} minutes)`,
    },
    {
      text: 'cron(0 3 * * ? *)',
      meaning: 'every day at 03:00',
      snippet: `cron(${stop(1, '0')} ${stop(2, '3')} * * ? *)`,
    },
    {
      text: 'cron(0 8 ? * MON-FRI *)',
      meaning: 'Monday to Friday at 08:00',
      snippet: `cron(${stop(1, '0')} ${stop(2, '8')} ? * MON-FRI *)`,
    },
    {
      text: 'cron(0 3 1 * ? *)',
      meaning: 'on the first day of every month at 03:00',
      snippet: `cron(${stop(1, '0')} ${stop(2, '3')} ${stop(3, '1')} * ? *)`,
    },
    {
      text: 'cron(0 3 L * ? *)',
      meaning: 'on the last day of every month at 03:00',
      snippet: `cron(${stop(1, '0')} ${stop(2, '3')} L * ? *)`,
    },
  ];
  // Only EventBridge Scheduler runs something once.
  return kind === 'rule'
    ? all
    : [...all, { text: `at(${once})`, meaning: 'once', snippet: `at(${stop(1, once)})` }];
}

/** Numbers and units of `rate(…)`, each in the number that AWS takes. */
export function rateChoices(number: string | undefined): Choice[] {
  if (number === undefined)
    return [1, 5, 10, 15, 30, 60].map((value) => ({
      text: String(value),
      meaning: 'a whole number above 0',
    }));
  return ['minute', 'hour', 'day'].map((unit) => {
    const text = Number(number) === 1 ? unit : `${unit}s`;
    return { text, meaning: `every ${number} ${text}` };
  });
}
