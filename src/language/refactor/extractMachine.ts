import { executionType } from '../../model/executionType';
import type { State } from '../../model/stateMachine';
import { described } from './extract';
import { nestedFile } from './nested/nestedFile';
import { nestedResource, resourceInWay } from './nested/nestedResource';
import type { Place, Refactoring } from './refactoring';
import { sectionOf, variableInWay } from './section';

/**
 * The selected states become a state machine that a Task starts and waits for: a resource beside the one that
 * has the definition, or a file beside the definition's.
 */
export const extractMachine: Refactoring = {
  id: 'extractMachine',
  kind: 'refactor.extract',
  moves: true,
  *offers(place) {
    if (place.selected.length === 0) return;
    yield { title: `Extract ${described(place)} to a nested state machine`, disabled: inWay(place) };
  },
  apply(place) {
    const section = sectionOf(place.selected);
    if (typeof section === 'string') return undefined;
    return place.document.located.isDefinition ? nestedFile(place, section) : nestedResource(place, section);
  },
};

/** What is different in another execution. */
const OWN_CONTEXT =
  /\$\$\.(?:Execution|StateMachine|Map|Task)\b|\$states\.context\.(?:Execution|StateMachine|Map|Task)\b/;

function inWay(place: Place): string | undefined {
  const { document, machine, selected } = place;
  if (machine.type === 'EXPRESS') return 'An Express machine cannot wait for another state machine.';
  const section = sectionOf(selected);
  if (typeof section === 'string') return section;
  if (executionType(machine, section.entry.scope) === 'EXPRESS')
    return 'The selection runs in Express workflows, which cannot wait for another state machine.';
  const { format, source } = machine.tree;
  const written = ({ node }: State): string =>
    source.text.slice(source.fromHost(node.span.start), source.fromHost(node.span.end));
  const sharing = format === 'yaml' && selected.find((state) => /[:-][ \t]+[&*][^\s&*]/.test(written(state)));
  if (sharing) return `"${sharing.name}" shares a part with other states by an anchor.`;
  const reader = selected.find((state) => OWN_CONTEXT.test(written(state)));
  if (reader) return `"${reader.name}" reads the context of this execution.`;
  const variable = variableInWay(machine, section, true);
  if (variable) return variable;
  if (!document.located.isDefinition) return resourceInWay(place);
  return document.path.startsWith('untitled:')
    ? 'The definition has to be saved, so that a file can stand beside it.'
    : undefined;
}
