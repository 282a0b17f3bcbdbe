import type { SourceFile } from '../../src/model/locate';
import { SeededRandom } from '../support/seededRandom';
import { mutate } from './mutate';

/** The document of a seed, and the random numbers to go on with. */
export function documentOf(
  seed: number,
  samples: readonly SourceFile[],
): { file: SourceFile; random: SeededRandom } {
  const random = new SeededRandom(seed);
  const { path, text } = random.pick(samples);
  return { file: { path, text: mutate(random, text, random.pick(samples).text) }, random };
}
