import { variableNameProblem } from '../expressions/variableName';
import { gapsOf } from '../model/gaps';
import { variablesOf, visibleScopes } from '../model/variables';
import type { TextEdit } from '../syntax/edit';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { symbolAt, type Symbol } from './occurrences';

/** AWS takes state names of at most this many characters ("Service quotas"). */
const LONGEST_NAME = 80;

export type RenameResult = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/** The name at an offset that can be changed, and where it stands. */
export function renameTarget(
  document: LanguageDocument,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const symbol = symbolAt(document, offset);
  const here = symbol?.occurrences.find(({ whole }) => contains(whole, offset));
  return symbol && here && { span: here.span, name: symbol.name };
}

/** Gives the state or the variable at an offset another name, everywhere and nothing else; or says why not. */
export function rename(document: LanguageDocument, offset: number, name: string): RenameResult | undefined {
  const symbol = symbolAt(document, offset);
  if (!symbol) return undefined;
  if (name === symbol.name) return { edits: [] };
  const refusal = REFUSALS[symbol.kind](symbol, name);
  if (refusal) return { refusal };
  const edits = symbol.occurrences.map((occurrence) => occurrence.rename(name));
  if (edits.some((edit) => edit === undefined)) {
    return {
      refusal: `"${symbol.name}" is put together from several texts here, so it cannot be changed in one.`,
    };
  }
  return { edits: edits.filter((edit) => edit !== undefined) };
}

const REFUSALS: Readonly<Record<Symbol['kind'], (symbol: Symbol, name: string) => string | undefined>> = {
  state: refuseState,
  variable: refuseVariable,
  substitution: refuseSubstitution,
};

function refuseState({ machine }: Symbol, name: string): string | undefined {
  if (name.trim() === '') return 'A state has a name.';
  if (name.length > LONGEST_NAME)
    return `A state's name has at most ${LONGEST_NAME} characters, and this one ${name.length}.`;
  return machine.states.some((state) => state.name === name)
    ? `There is a state "${name}" already.`
    : undefined;
}

function refuseVariable({ machine, scope }: Symbol, name: string): string | undefined {
  const problem = variableNameProblem(name);
  if (problem) return problem.message;
  const { assignments } = variablesOf(machine);
  // Neither an outer nor an inner level may have it: one would hide the other.
  const clash = assignments.some(
    (one) =>
      one.name === name &&
      (visibleScopes(one.state.scope).includes(scope) || visibleScopes(scope).includes(one.state.scope)),
  );
  return clash ? `There is a variable "$${name}" already.` : undefined;
}

function refuseSubstitution({ machine }: Symbol, name: string): string | undefined {
  return substitutionRefusal(name, new Set(gapsOf(machine).map((gap) => gap.name)));
}

/** CloudFormation takes letters, digits and underscores; the text of a definition knows no other name. */
export function substitutionRefusal(name: string, taken: ReadonlySet<string>): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name))
    return 'The name of a substitution has letters, digits and underscores only, and begins with no digit.';
  return taken.has(name) ? `There is a substitution "${name}" already.` : undefined;
}
