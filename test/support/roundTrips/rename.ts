import { LanguageDocument } from '../../../src/language/document';
import { rename } from '../../../src/language/rename';
import type { SourceFile } from '../../../src/model/locate';
import type { State } from '../../../src/model/stateMachine';
import { applyEdits } from '../../../src/syntax/edit';

/** Needs no quotes in any format: a name that does gets some, and keeps them. */
const NEW_NAME = 'RenamedThereAndBack';

/** Renames every state of a file and then back; a sentence for each that does not give the text again. */
export function renameFaults(file: SourceFile): string[] {
  const document = new LanguageDocument(file);
  return document.located.stateMachines.flatMap(({ states }) => {
    const count = (name: string): number => states.filter((state) => state.name === name).length;
    return states.flatMap((state): string[] => {
      // What is there twice, or has no place in the text, cannot be told from another.
      if (count(state.name) > 1 || state.name === '' || state.name === NEW_NAME) return [];
      // Some readers of YAML take these for a boolean: back again, they are written in quotes.
      if (/^(?:y|n|yes|no|on|off|true|false)$/i.test(state.name)) return [];
      // No name of this length can be given.
      if (state.name.length > 80) return [];
      const there = rename(document, state.key.span.start, NEW_NAME);
      if (!there || 'refusal' in there)
        return [`"${state.name}" is not renamed: ${there ? there.refusal : 'nothing is found'}`];
      const changed = new LanguageDocument({ ...file, text: applyEdits(file.text, there.edits) });
      if (targets(changed).join('\n') !== targets(document, state, NEW_NAME).join('\n'))
        return [`The transitions to "${state.name}" are other ones after it is renamed`];
      const renamed = changed.located.stateMachines
        .flatMap((machine) => machine.states)
        .find(({ name }) => name === NEW_NAME);
      if (!renamed) return [`"${state.name}" is gone after it is renamed`];
      const back = rename(changed, renamed.key.span.start, state.name);
      if (!back || 'refusal' in back)
        return [`"${state.name}" is not renamed back: ${back ? back.refusal : 'nothing is found'}`];
      return applyEdits(changed.text, back.edits) === file.text
        ? []
        : [`"${state.name}" renamed and back is another text`];
    });
  });
}

/** Where all transitions lead, with another name for one state; names of other levels lead nowhere. */
function targets({ located }: LanguageDocument, renamed?: State, name = ''): string[] {
  return located.stateMachines.flatMap(({ states }) =>
    states.flatMap(({ scope, transitions }) =>
      transitions.map(({ target }) => {
        const state = target && scope.byName.get(target.value);
        return state && state === renamed ? name : (target?.value ?? '');
      }),
    ),
  );
}
