import type { Span } from '../../syntax/tree';
import type { CodeFile } from './codeFile';
import type { Failures } from './failures';
import { repeatingLoops } from './loops';
import type { Place } from './place';
import { recursions } from './recursion';
import type { RemoteCall } from './remoteCall';
import { libraryRetries } from './retryLibrary';
import { timers } from './timer';

/** Remote calls that a program makes again, after a pause in most cases. */
export interface Repetition {
  /** `retry`: until a call does not fail; `poll`: until what it reads says that something is done. */
  readonly kind: 'retry' | 'poll';
  /** What makes them again, as the subject of a sentence: `The loop`, `"backOff"`. */
  readonly by: string;
  /** The words that say so: `while True`, `@retry(…)`. */
  readonly head: Span;
  /** All code that is run again, as far as it stands in one place. */
  readonly span: Span;
  readonly place: Place;
  readonly calls: readonly RemoteCall[];
  /** All pauses together, where count and length are written as numbers. */
  readonly seconds?: number;
  /** True where it does not even pause. */
  readonly isBusy?: boolean;
  /** True where a package does it. */
  readonly byLibrary?: boolean;
}

/** All retries and polls of a program: by loops, by functions that call themselves, by timers and by packages. */
export function repetitionsIn(code: CodeFile, failures: Failures): Repetition[] {
  return [
    ...repeatingLoops(code, failures),
    ...recursions(code, failures),
    ...timers(code, failures),
    ...libraryRetries(code, failures),
  ].sort((one, other) => one.head.start - other.head.start);
}
