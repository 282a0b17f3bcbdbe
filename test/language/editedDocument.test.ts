import assert from 'node:assert/strict';
import { complete } from '../../src/language/completion';
import { LanguageDocument } from '../../src/language/document';
import { hover } from '../../src/language/hover';
import { judge } from '../../src/rules/run';
import { mutate } from '../fuzz/mutate';
import { samples } from '../fuzz/samples';
import { SeededRandom } from '../support/seededRandom';

/** What is typed into definitions, some of which changes how all that follows is read. */
const TYPED = [
  ...['"', "'", '{', '}', '[', ']', ',', ':', ': ', ' ', '\n', '\n    ', '- ', '#', '|', '""', '// c', '&a '],
  ...['N', '$', '.', '$.', 'Next', '"Next": "', 'Next: ', '{% $', '%}', '"Type": "Pass",\n', 'Type: Pass\n'],
];

describe('document that is edited', () => {
  const files = samples().filter(
    ({ path, text }) => /\.asl\.(?:json|ya?ml)$/.test(path) && text.length < 12_000,
  );

  it('says what the same text says that is read as a whole', () => {
    const random = new SeededRandom(29);
    let items = 0;
    for (let round = 0; round < 60; round++) {
      const file = random.pick(files);
      const { path } = file;
      let { text } = file;
      let document = new LanguageDocument({ path, text });
      let at = random.below(text.length + 1);
      for (let edits = 0; edits < 8; edits++) {
        // What has not been asked for has not been read.
        if (random.below(4) > 0) assert.ok(document.located.isDefinition);
        const before = document;
        if (random.below(5) === 0) at = random.below(text.length + 1);
        [text, at] = edited(random, text, at);
        document = new LanguageDocument({ path, text }, undefined, before);
        const whole = new LanguageDocument({ path, text });
        const offset = random.below(3) > 0 ? at : random.below(text.length + 1);
        const found = complete(document, offset);
        items += found.length;
        assert.deepEqual(found, complete(whole, offset), text);
        assert.deepEqual(hover(document, offset), hover(whole, offset), text);
        assert.deepEqual(findings(document), findings(whole), text);
        // The version before can still be asked, though it has given its tree away.
        if (edits % 3 === 0) assert.deepEqual(findings(before), findings(new LanguageDocument(before)), text);
      }
    }
    assert.ok(items > 500, `${items} items`);
  });
});

function edited(random: SeededRandom, text: string, at: number): [text: string, at: number] {
  const place = Math.min(at, text.length);
  const kind = random.below(8);
  if (kind === 0) return [mutate(random, text, text).slice(0, 12_000), place];
  if (kind === 1) {
    const from = Math.max(0, place - 1 - random.below(12));
    return [text.slice(0, from) + text.slice(place), from];
  }
  const typed = random.pick(TYPED);
  return [text.slice(0, place) + typed + text.slice(place), place + typed.length];
}

function findings(document: LanguageDocument): unknown {
  const { text, located, path, config } = document;
  return judge(text, located, { path, config });
}
