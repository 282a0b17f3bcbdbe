import type { EventResult, MatchRow } from '../../protocol/match';
import type { IconName } from '../icon';

/** What an event's verdict is called, and how it is drawn. */
export const VERDICTS: Readonly<
  Record<EventResult['verdict'], { readonly icon: IconName; readonly words: string }>
> = {
  matches: { icon: 'check', words: 'Matches' },
  differs: { icon: 'close', words: 'Does not match' },
  refused: { icon: 'warning', words: 'Cannot be asked' },
};

/** The same for a line of the explanation. */
export const OUTCOMES: Readonly<
  Record<MatchRow['outcome'], { readonly icon: IconName; readonly words: string }>
> = {
  matched: { icon: 'check', words: 'matches' },
  differs: { icon: 'close', words: 'differs' },
  missing: { icon: 'close', words: 'missing' },
  present: { icon: 'close', words: 'should not be there' },
  overridden: { icon: 'circle-slash', words: 'given again further down' },
  unknown: { icon: 'question', words: 'filled in elsewhere' },
};
