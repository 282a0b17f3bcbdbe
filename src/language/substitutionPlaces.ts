import type { PlacedPart, WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { LanguageDocument } from './document';
import type { WorkspacePlace } from './workspacePlace';

/** A substitution whose template and definition are files of their own. */
export interface SubstitutionPlaces {
  readonly name: string;
  /** The names alone, in the templates that fill it in. */
  readonly declared: readonly WorkspacePlace[];
  /** The names alone, in the definitions that leave it to be filled in. */
  readonly used: readonly WorkspacePlace[];
  /** Other names that these templates fill in or these definitions leave open. */
  readonly others: ReadonlySet<string>;
}

/** Every place of the workspace that names the substitution at an offset of a template or a definition. */
export function substitutionPlaces(
  { path }: LanguageDocument,
  graph: WorkspaceGraph,
  offset: number,
): SubstitutionPlaces | undefined {
  const parts = graph.partsOf(path);
  for (const part of parts) {
    const named = [...(part.substitutions ?? []), ...(part.gaps ?? [])].find(({ span }) =>
      contains(span, offset),
    );
    if (!named) continue;
    const { name } = named;
    const files = part.gaps ? [part] : graph.ranBy(part);
    const definitions = files.filter(({ gaps = [] }) => gaps.some((gap) => gap.name === name));
    const templates = new Set(definitions.flatMap((file) => graph.runnersOf(file)));
    if (!part.gaps) templates.add(part);
    const declared = [...templates].flatMap((each) => namesIn(each, each.substitutions, name));
    const used = definitions.flatMap((each) => namesIn(each, each.gaps, name));
    if (declared.length === 0 || used.length === 0) continue;
    const all = [...templates, ...definitions].flatMap(({ substitutions = [], gaps = [] }) => [
      ...substitutions,
      ...gaps,
    ]);
    return {
      name,
      declared,
      used,
      others: new Set(all.map((each) => each.name).filter((each) => each !== name)),
    };
  }
  return undefined;
}

function namesIn({ path }: PlacedPart, named: PlacedPart['gaps'] = [], name: string): WorkspacePlace[] {
  return named
    .filter((each) => each.name === name)
    .map(({ span: { start, end } }) => {
      // A key may stand in quotes.
      const quote = end - start === name.length + 2 ? 1 : 0;
      return { path, span: { start: start + quote, end: end - quote } };
    });
}
