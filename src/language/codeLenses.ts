import type { State } from '../model/stateMachine';
import type { Span } from '../syntax/tree';
import { stateNames } from './definition';
import type { LanguageDocument } from './document';
import type { GivenEvent } from './match/events';
import type { CallersLens, FindingsLens } from './machineLenses';
import { namedPatterns, spanOf } from './match/patterns';
import { matchCount } from './match/run';

/** A line above a place of the text, with what can be done there. */
export type CodeLens = ReferencesLens | MatchLens | CallersLens | FindingsLens;

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
  return located.stateMachines.flatMap((machine) => {
    const leading = new Map<State, Span[]>();
    for (const { name, scope } of stateNames(machine)) {
      const state = scope.byName.get(name.value);
      if (state) leading.set(state, [...(leading.get(state) ?? []), name.span]);
    }
    return [...leading].map(([{ key }, references]): CodeLens => {
      const count = references.length;
      const title = count === 1 ? '1 transition leads here' : `${count} transitions lead here`;
      return { kind: 'references', span: key.span, title, references };
    });
  });
}

function matches(document: LanguageDocument, events: readonly GivenEvent[]): CodeLens[] {
  return namedPatterns(document.located).flatMap((named): CodeLens[] => {
    const count = matchCount(document, named, events);
    if (!count) return [];
    const common = { kind: 'match', span: spanOf(named.embedded), pattern: named.id } as const;
    const matched = count.matched === 0 ? 'none' : count.matched;
    const run: CodeLens = { ...common, title: 'Run against…', asks: true };
    if (count.asked === 0) return [run];
    return [{ ...common, title: `Matches ${matched} of ${count.asked} sample events`, asks: false }, run];
  });
}
