/** One of the comma-separated parts of a cron field. */
export type CronItem =
  /** From one value to another, every `step`. */
  | { readonly kind: 'values'; readonly from: number; readonly to: number; readonly step: number }
  /** `?` */
  | { readonly kind: 'open' }
  /** `L`: the last day of the month, or `before` days before it. */
  | { readonly kind: 'lastDay'; readonly before: number }
  /** `LW`: the last Monday to Friday of the month. */
  | { readonly kind: 'lastWeekday' }
  /** `15W`: the Monday to Friday of the month that is nearest to the day. */
  | { readonly kind: 'nearestWeekday'; readonly day: number }
  /** `6L`: the last Friday of the month; Sunday is 1. */
  | { readonly kind: 'lastOfWeekday'; readonly weekday: number }
  /** `6#3`: the third Friday of the month. */
  | { readonly kind: 'nthWeekday'; readonly weekday: number; readonly nth: number };

/** `L`, `L-3`, `LW` and `15W` of the day of the month. */
export function lastOf(text: string): CronItem | undefined {
  const last = /^L(?:-(\d+))?$/i.exec(text);
  if (last) return { kind: 'lastDay', before: Number(last[1] ?? 0) };
  if (/^(?:LW|WL)$/i.test(text)) return { kind: 'lastWeekday' };
  const near = /^(\d+)W$/i.exec(text);
  return near ? { kind: 'nearestWeekday', day: Number(near[1]) } : undefined;
}

/** `L` (Saturday), `6L` and `6#3` of the day of the week; `number` reads a day. */
export function nthOf(text: string, number: (word: string) => number | undefined): CronItem | undefined {
  if (/^L$/i.test(text)) return { kind: 'values', from: 7, to: 7, step: 1 };
  const nth = /^(\w+)#(\d+)$/.exec(text);
  const last = /^(\w+)L$/i.exec(text);
  const weekday = number((nth ?? last)?.[1] ?? '');
  if (weekday === undefined) return undefined;
  return nth ? { kind: 'nthWeekday', weekday, nth: Number(nth[2]) } : { kind: 'lastOfWeekday', weekday };
}
