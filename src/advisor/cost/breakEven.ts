import { Fraction } from './fraction';
import { exactMonthlyCost, type CostInput } from './monthlyCost';

/** Two services, and the key of the load that grows in every side that does not state it. */
export interface BreakEvenInput {
  readonly a: CostInput;
  readonly b: CostInput;
  readonly over: string;
  readonly step: number;
}

/** No load on earth has more steps than this; beyond it the two sides are said never to cross. */
const farthest = 2n ** 50n;

/**
 * The smallest multiple of `step` at which `a` costs strictly more than `b`, or undefined when it never does.
 * Expects one crossing, as two linear or tiered prices have.
 */
export function breakEven({ a, b, over, step }: BreakEvenInput): number | undefined {
  const at = (multiple: bigint): number => Fraction.of(step).times(Number(multiple)).toNumber();
  const dearer = (multiple: bigint): boolean =>
    exactMonthlyCost(withLoad(a, over, at(multiple))).isAbove(
      exactMonthlyCost(withLoad(b, over, at(multiple))),
    );

  let high = 1n;
  while (!dearer(high)) {
    high *= 2n;
    if (high > farthest) return undefined;
  }
  let low = high / 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (dearer(middle)) high = middle;
    else low = middle;
  }
  return at(high);
}

function withLoad(side: CostInput, over: string, value: number): CostInput {
  return side.load[over] === undefined ? { ...side, load: { ...side.load, [over]: value } } : side;
}
