import { EditedText } from '../../syntax/editedText';
import type { EmbeddedDefinition } from '../../model/locate';
import { embeddedEdits, takesLines } from '../embeddedFormatting';
import type { FormatOptions } from '../layout';
import type { Place, Refactoring } from './refactoring';

/**
 * Lays the definition out that a template holds. Editors ask among the formatters of a language which one is
 * theirs; a change of its own leaves the template to the formatter that the user has.
 */
export const formatDefinition: Refactoring = {
  id: 'formatDefinition',
  kind: 'refactor.rewrite',
  *offers(place) {
    const embedded = embeddedAt(place);
    if (!embedded || !takesLines(embedded, place.document)) return;
    const { start, end } = embedded.node.span;
    const isShort = end - start <= LONGEST_TRIED;
    if (isShort && embeddedEdits(embedded, place.document, optionsOf(place)).length === 0) return;
    yield { title: `Format the definition of "${embedded.resource.id}"` };
  },
  apply(place) {
    const embedded = embeddedAt(place);
    if (!embedded) return undefined;
    const edits = embeddedEdits(embedded, place.document, optionsOf(place));
    const remarks = edits.length === 0 ? ['The definition is laid out already.'] : [];
    return { edits, remarks };
  },
};

/** Characters of a definition that is laid out only to see whether that changes anything. */
const LONGEST_TRIED = 30_000;

function embeddedAt({ document, machine }: Place): EmbeddedDefinition | undefined {
  return document.located.definitions.find((one) => one.machine === machine);
}

/** As the definition is indented now, where that is one of the usual ways. */
function optionsOf({ machine }: Place): FormatOptions {
  const { unit } = new EditedText(machine.tree);
  return { tabSize: unit === '    ' ? 4 : 2, insertSpaces: !unit.startsWith('\t') };
}
