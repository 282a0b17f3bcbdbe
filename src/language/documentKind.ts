import type { LanguageDocument } from './document';

/** What a document is, in two words for the status item. */
export interface DocumentKind {
  /** For example `ASL · JSONata`. */
  readonly label: string;
  readonly states: number;
}

/** Names the kind of a document; `undefined` for one that is none of ours. */
export function documentKind({ located }: LanguageDocument): DocumentKind | undefined {
  const [machine] = located.stateMachines;
  if (!machine) return located.isDefinition ? { label: 'ASL', states: 0 } : undefined;
  const languages = new Set(machine.states.map(({ queryLanguage }) => queryLanguage));
  const label = languages.size > 1 ? 'ASL · JSONPath and JSONata' : `ASL · ${machine.queryLanguage}`;
  return { label, states: machine.states.length };
}
