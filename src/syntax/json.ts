import { JsonReader } from './jsonReader';
import { WholeText, type Mapped } from './mapped';
import type { Tree } from './tree';

/** Reads JSON with an editor's tolerance: any text gives a tree, and problems say what is wrong. */
export function parseJson(input: string | Mapped): Tree {
  return new JsonReader(typeof input === 'string' ? new WholeText(input) : input).read();
}
