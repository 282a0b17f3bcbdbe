import { nestedTooDeeply } from './depth';
import { JsonReader } from './jsonReader';
import { WholeText, type Mapped } from './mapped';
import type { Tree } from './tree';

/** Reads JSON with an editor's tolerance: any text gives a tree, and problems say what is wrong. */
export function parseJson(input: string | Mapped): Tree {
  const source = typeof input === 'string' ? new WholeText(input) : input;
  const tooDeep = nestedTooDeeply(source.text);
  if (tooDeep !== undefined) {
    const span = {
      start: source.toHost(tooDeep),
      end: source.toHost(Math.min(tooDeep + 1, source.text.length)),
    };
    const message = 'The text is nested more than 500 levels deep.';
    return { format: 'json', source, problems: [{ span, message }], comments: [] };
  }
  return new JsonReader(source).read();
}
