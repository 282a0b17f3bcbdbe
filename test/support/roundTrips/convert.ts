import { convert } from '../../../src/language/convert';
import { LanguageDocument } from '../../../src/language/document';
import type { SourceFile } from '../../../src/model/locate';
import { meaning } from './format';

/** Converts a definition to the other format and back; a sentence for each change of its meaning. */
export function convertFaults(file: SourceFile): string[] {
  const document = new LanguageDocument(file);
  const there = convert(document);
  if (!there) {
    const { isDefinition, tree } = document.located;
    const readable = tree?.root?.kind === 'object' && tree.problems.every(({ harmless }) => harmless);
    return isDefinition && readable ? ['The definition is not converted'] : [];
  }
  const other = new LanguageDocument({ path: `definition${there.ending}`, text: there.text });
  const back = convert(other);
  if (!back) return ['The converted definition is not converted back'];
  const again = new LanguageDocument({ path: `definition${back.ending}`, text: back.text });
  return [
    ...(said(document) === said(other) ? [] : ['Converting changes the meaning']),
    ...(said(document) === said(again) ? [] : ['Converting there and back changes the meaning']),
  ];
}

/** The meaning, in which a gap without quotes, which JSON does not know, is the text that it is in YAML. */
function said(document: LanguageDocument): string {
  const text = document.text.replace(/(?<=[^\\]": )\$\{\w+\}/g, '"$&"');
  return meaning(new LanguageDocument({ path: document.path, text }));
}
