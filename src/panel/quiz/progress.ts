/** What is remembered of one question: Leitner's boxes, a question moves up when it was right and back when not. */
export interface Card {
  /** 0 for a question that was wrong last, up to the last interval. */
  readonly box: number;
  /** The day from which it is due again, `2026-11-22`. */
  readonly due: string;
}

export interface Progress {
  readonly cards: Readonly<Record<string, Card>>;
  /** Days in a row on which something was answered, and the last of them. */
  readonly streak: number;
  readonly lastDay?: string;
}

export const FRESH: Progress = { cards: {}, streak: 0 };

/** Days until a question of each box comes again. */
const INTERVALS = [0, 1, 3, 7, 16, 35] as const;

/** Progress from stored JSON; what is of another shape is as if nothing had been answered. */
export function readProgress(stored: unknown): Progress {
  if (typeof stored !== 'object' || stored === null || !('cards' in stored)) return FRESH;
  const { cards, streak, lastDay } = stored as Partial<Progress>;
  return {
    cards: typeof cards === 'object' && cards !== null ? cards : {},
    streak: typeof streak === 'number' ? streak : 0,
    lastDay: typeof lastDay === 'string' ? lastDay : undefined,
  };
}

/** A day in the reader's own time. */
export function dayOf(time: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${part(time.getMonth() + 1)}-${part(time.getDate())}`;
}

/** The day that is some days after another. */
export function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(new Date(year, month - 1, date + days));
}

/** What is remembered after an answer. */
export function answered(progress: Progress, id: string, right: boolean, today: string): Progress {
  const before = progress.cards[id]?.box ?? 0;
  const box = right ? Math.min(before + 1, INTERVALS.length - 1) : 0;
  const due = daysAfter(today, right ? (INTERVALS[box] ?? 1) : 0);
  const goesOn =
    progress.lastDay === today
      ? progress.streak
      : progress.lastDay === daysAfter(today, -1)
        ? progress.streak + 1
        : 1;
  return { cards: { ...progress.cards, [id]: { box, due } }, streak: Math.max(1, goesOn), lastDay: today };
}

/** Questions for today: those that are due first, the longest overdue first, then new ones in their order. */
export function dueToday(ids: readonly string[], { cards }: Progress, today: string): string[] {
  const due = ids
    .filter((id) => cards[id] && cards[id].due <= today)
    .sort((a, b) => (cards[a].due < cards[b].due ? -1 : 1));
  return [...due, ...ids.filter((id) => !cards[id])];
}
