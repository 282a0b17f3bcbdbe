import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { stateSymbol } from './occurrences';

/** A line above a place of the text, with what can be done there. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  /** The places that the lens opens. */
  readonly references: readonly Span[];
}

/** Above each state, how many transitions lead to it. */
export function codeLenses({ located }: LanguageDocument): CodeLens[] {
  return located.stateMachines.flatMap((machine) =>
    machine.states.flatMap(({ scope, name, key }) => {
      const symbol = stateSymbol(machine, scope, name);
      const references = (symbol?.occurrences ?? [])
        .filter(({ role }) => role === 'reference')
        .map(({ span }) => span);
      const title =
        references.length === 1 ? '1 transition leads here' : `${references.length} transitions lead here`;
      return references.length === 0 ? [] : [{ span: key.span, title, references }];
    }),
  );
}
