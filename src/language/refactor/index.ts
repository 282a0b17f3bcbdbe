import type { Span } from '../../syntax/tree';
import type { LanguageDocument } from '../document';
import { addCatch } from './addCatch';
import { addRetry } from './addRetry';
import { extractBranch, wrapInMap } from './extract';
import { extractMachine } from './extractMachine';
import { formatDefinition } from './formatDefinition';
import { inlineParallel } from './inlineParallel';
import { placeOf, type Offer, type Refactoring, type RefactoringResult } from './refactoring';
import { removeUnreachable } from './removeUnreachable';
import { sortStates } from './sortStates';
import { machineToJsonata, stateToJsonata } from './toJsonata';

export type { RefactoringKind, RefactoringResult } from './refactoring';

const REFACTORINGS: readonly Refactoring[] = [
  addRetry,
  addCatch,
  wrapInMap,
  extractBranch,
  extractMachine,
  inlineParallel,
  stateToJsonata,
  machineToJsonata,
  sortStates,
  removeUnreachable,
  formatDefinition,
];

export interface OfferedRefactoring extends Offer {
  readonly id: string;
  readonly kind: Refactoring['kind'];
}

/** What can be changed at a selection; cheap, since it is asked for whenever the cursor moves. */
export function refactorings(document: LanguageDocument, span: Span): OfferedRefactoring[] {
  const place = placeOf(document, span);
  if (!place) return [];
  const isReadable = place.machine.tree.problems.every(({ harmless }) => harmless);
  return REFACTORINGS.flatMap((refactoring) =>
    Array.from(refactoring.offers(place), (offer) => ({
      ...offer,
      ...(refactoring.moves && !isReadable && { disabled: 'The definition cannot be read as it stands.' }),
      id: refactoring.id,
      kind: refactoring.kind,
    })),
  );
}

/** The change behind an offer; `undefined` where there is none, or the text cannot hold it. */
export function refactor(
  document: LanguageDocument,
  span: Span,
  id: string,
  argument?: string,
): RefactoringResult | undefined {
  const place = placeOf(document, span);
  return place && REFACTORINGS.find((refactoring) => refactoring.id === id)?.apply(place, argument);
}
