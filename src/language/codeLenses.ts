import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import type { GivenEvent } from './match/events';
import { namedPatterns, spanOf } from './match/patterns';
import { matchCount } from './match/run';
import { stateSymbol } from './occurrences';

/** A line above a place of the text, with what can be done there. */
export type CodeLens = ReferencesLens | MatchLens;

/** Opens the places that it counts. */
export interface ReferencesLens {
  readonly kind: 'references';
  readonly span: Span;
  readonly title: string;
  readonly references: readonly Span[];
}

/** Runs a pattern against events. */
export interface MatchLens {
  readonly kind: 'match';
  readonly span: Span;
  readonly title: string;
  /** The name of the pattern in its document. */
  readonly pattern: string;
  /** True where the user says first which event. */
  readonly asks: boolean;
}

/** Above each state, how many transitions lead to it; above each event pattern, how many events it lets through. */
export function codeLenses(document: LanguageDocument, events: readonly GivenEvent[] = []): CodeLens[] {
  return [...transitions(document), ...matches(document, events)];
}

function transitions({ located }: LanguageDocument): CodeLens[] {
  return located.stateMachines.flatMap((machine) =>
    machine.states.flatMap(({ scope, name, key }): CodeLens[] => {
      const symbol = stateSymbol(machine, scope, name);
      const references = (symbol?.occurrences ?? [])
        .filter(({ role }) => role === 'reference')
        .map(({ span }) => span);
      const title =
        references.length === 1 ? '1 transition leads here' : `${references.length} transitions lead here`;
      return references.length === 0 ? [] : [{ kind: 'references', span: key.span, title, references }];
    }),
  );
}

function matches(document: LanguageDocument, events: readonly GivenEvent[]): CodeLens[] {
  return namedPatterns(document.located).flatMap((named): CodeLens[] => {
    const count = matchCount(document, named, events);
    if (!count) return [];
    const common = { kind: 'match', span: spanOf(named.embedded), pattern: named.id } as const;
    const matched = count.matched === 0 ? 'none' : count.matched;
    return [
      { ...common, title: `Matches ${matched} of ${count.asked} sample events`, asks: false },
      { ...common, title: 'Run against…', asks: true },
    ];
  });
}
