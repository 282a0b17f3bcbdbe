export type CronFieldName = 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek' | 'year';

/** What a field may hold (Amazon EventBridge guide, "Cron expressions"). */
export interface CronFieldRange {
  readonly name: CronFieldName;
  /** As it is called in a sentence. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values from `min` on. */
  readonly names?: readonly string[];
  /** The special characters that are documented beside `,`, `-` and `*`. */
  readonly special: string;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** In the order in which they are written. */
export const CRON_FIELDS: readonly CronFieldRange[] = [
  { name: 'minute', label: 'minute', min: 0, max: 59, special: '/' },
  { name: 'hour', label: 'hour', min: 0, max: 23, special: '/' },
  { name: 'dayOfMonth', label: 'day of the month', min: 1, max: 31, special: '?/LW' },
  { name: 'month', label: 'month', min: 1, max: 12, names: MONTHS, special: '/' },
  { name: 'dayOfWeek', label: 'day of the week', min: 1, max: 7, names: DAYS, special: '?L#' },
  { name: 'year', label: 'year', min: 1970, max: 2199, special: '/' },
];
