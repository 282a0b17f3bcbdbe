import compiled from './notes.generated.json';
import type { Rule } from './rule';

/** A place in the study notes. */
export interface Note {
  /** `note` or `note#heading`. */
  readonly place: string;
  /** `Step Functions: Transitions`. */
  readonly title: string;
}

const titles: Readonly<Record<string, string>> = compiled.titles;
const places: Readonly<Record<string, string>> = compiled.rules;

/** The note behind a rule: the section that lists it, else the one that the rule names. */
export function noteOf({ id, note }: Pick<Rule, 'id' | 'note'>): Note | undefined {
  return noteAt(places[id] ?? note);
}

/** A place by its address; `undefined` where the notes have no such place. */
function noteAt(place: string | undefined): Note | undefined {
  const title = place === undefined ? undefined : titles[place];
  return place !== undefined && title !== undefined ? { place, title } : undefined;
}
