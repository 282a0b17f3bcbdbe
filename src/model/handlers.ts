import { get } from '../syntax/navigate';
import type { ObjectNode } from '../syntax/tree';
import type { OwnerLayout } from './ownerLayout';
import type { State } from './stateMachine';

/** What a retrier or catcher answers to. */
export interface ErrorMatch {
  readonly names: readonly string[];
  /** True where something is filled in from outside, so that further names are possible. */
  readonly open: boolean;
}

/** The "ErrorEquals" of a retrier or catcher. */
export function errorMatch(handler: ObjectNode): ErrorMatch {
  const errors = get(handler, 'ErrorEquals');
  if (errors?.kind !== 'array') return NOTHING_SAID;
  const names: string[] = [];
  let open = false;
  for (const item of errors.items) {
    if (item.kind === 'string' && !item.dynamic) names.push(item.value);
    else open = true;
  }
  return { names, open };
}

const NOTHING_SAID: ErrorMatch = { names: [], open: true };

/**
 * True where a retrier or catcher names one of these errors. `whereOpen` is the answer for what is filled in from
 * outside, and where nothing is listed.
 */
export function namesOneOf(handler: ObjectNode, errors: ReadonlySet<string>, whereOpen = false): boolean {
  const listed = get(handler, 'ErrorEquals');
  if (listed?.kind !== 'array') return whereOpen;
  for (const item of listed.items) {
    const isKnown = item.kind === 'string' && !item.dynamic;
    if (isKnown ? errors.has(item.value) : whereOpen) return true;
  }
  return false;
}

/** True where a retrier or catcher answers to any error of a task but, for some, a timeout. */
export function matchesAnyTaskError(handler: ObjectNode): boolean {
  return namesOneOf(handler, ANY);
}

const ANY: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed']);

/** True where a retrier of the state, or of a Map or Parallel around it, answers to one of these errors, or may. */
export function isRetriedFor(state: State, errors: ReadonlySet<string>): boolean {
  for (let at: State | undefined = state; at; at = at.scope.owner) {
    if ((get(at.node, 'Retry')?.kind ?? 'array') !== 'array') return true;
    for (const retrier of at.retriers) if (namesOneOf(retrier, errors, true)) return true;
  }
  return false;
}

/** False for states that have no "Retry"; of one without a known type nothing is said beforehand. */
export function mayRetry(layout: OwnerLayout | undefined): boolean {
  return layout?.has('Retry') ?? true;
}

/** False for states that have no "Catch"; of one without a known type nothing is said beforehand. */
export function mayCatch(layout: OwnerLayout | undefined): boolean {
  return layout?.has('Catch') ?? true;
}
