import type { QuizQuestion } from '../guideData';

/** The order in which the options or steps of a question are shown: mixed, the same for a question on one day. */
export function shuffled(count: number, seed: string): number[] {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 0x6d2b79f5;
    return (state >>> 0) / 2 ** 32;
  };
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [order[index], order[other]] = [order[other] as number, order[index] as number];
  }
  // Steps in their right order would be no question.
  return count > 1 && order.every((value, index) => value === index)
    ? [...order.slice(1), order[0] as number]
    : order;
}

/** True for an answer that is right in full: every right option and no other, or all steps in order. */
export function isRight({ options, steps }: QuizQuestion, chosen: readonly number[]): boolean {
  if (steps) return chosen.every((value, index) => value === index);
  const right = (options ?? []).flatMap((option, index) => (option.right ? [index] : []));
  return right.length === chosen.length && right.every((index) => chosen.includes(index));
}
