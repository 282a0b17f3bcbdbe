import { breakEven, type BreakEvenInput } from './breakEven';
import { monthlyCost, type CostInput, type MonthlyCost } from './monthlyCost';

/** `breakEven` is null when the first service never becomes dearer. */
export interface BreakEvenAnswer {
  readonly breakEven: number | null;
}

/** Answers a cost file: a service with its load, or two services with the key to vary. */
export function answerCost(question: CostInput | BreakEvenInput): MonthlyCost | BreakEvenAnswer {
  return 'over' in question ? { breakEven: breakEven(question) ?? null } : monthlyCost(question);
}
