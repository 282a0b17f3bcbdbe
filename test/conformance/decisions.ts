import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerCost } from '../../src/advisor/cost/answerCost';
import type { BreakEvenInput } from '../../src/advisor/cost/breakEven';
import type { CostInput } from '../../src/advisor/cost/monthlyCost';
import type { Answers } from '../../src/advisor/decide/answers';
import { recommend } from '../../src/advisor/decide/recommend';
import type { CaseResult } from './suite';

interface ScenarioCase {
  readonly id: string;
  readonly answers: Answers;
  readonly confidence: string;
  readonly expect: {
    readonly recommend: string;
    readonly acceptable: readonly string[];
    readonly starterAcceptable?: readonly string[];
    readonly never: readonly string[];
    readonly decidingFact: string;
  };
}

type CostCase =
  | (CostInput & { readonly id: string; readonly kind: 'monthly'; readonly expectedMonthlyUsd: number })
  | (BreakEvenInput & { readonly id: string; readonly kind: 'breakEven'; readonly expected: number });

/** A folder of workloads and loads, known by its two files. */
export function recognises(folder: string): boolean {
  return existsSync(join(folder, 'scenarios.json')) && existsSync(join(folder, 'costs.json'));
}

/** Recommendations agree when acceptable; the label names what else is off: severe, starter, deciding fact. */
export function run(folder: string): Promise<CaseResult[]> {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
  return Promise.resolve([
    ...read<ScenarioCase[]>('scenarios.json').map(judgeScenario),
    ...read<CostCase[]>('costs.json').map(judgeCost),
  ]);
}

function judgeScenario({ id, answers, expect }: ScenarioCase): CaseResult {
  const actual = recommend(answers);
  const off = [
    ...(expect.never.includes(actual.recommendation) ? ['severe'] : []),
    ...(expect.starterAcceptable && !expect.starterAcceptable.some((name) => name === actual.starter)
      ? ['starter']
      : []),
    ...(actual.recommendation === expect.recommend && actual.decidingFact !== expect.decidingFact
      ? ['deciding fact']
      : []),
  ];
  return {
    suite: 'decisions/scenarios',
    id,
    expected: expect,
    actual,
    agree: expect.acceptable.includes(actual.recommendation),
    label: off.join(', ') || (actual.recommendation === expect.recommend ? 'best' : 'acceptable'),
    rule: actual.recommendation,
  };
}

function judgeCost(test: CostCase): CaseResult {
  const suite = 'decisions/costs';
  const { id } = test;
  if (test.kind === 'breakEven') {
    const actual = answerCost({ a: test.a, b: test.b, over: test.over, step: test.step });
    const agree = 'breakEven' in actual && actual.breakEven === test.expected;
    return {
      suite,
      id,
      expected: { breakEven: test.expected },
      actual,
      agree,
      label: 'break-even',
      rule: test.a.service,
    };
  }
  const actual = answerCost({ service: test.service, load: test.load, prices: test.prices });
  const expected = test.expectedMonthlyUsd;
  const agree =
    'monthlyUsd' in actual &&
    Math.abs(actual.monthlyUsd - expected) <= Math.max(0.005, Math.abs(expected) / 1000);
  return {
    suite,
    id,
    expected: { monthlyUsd: expected },
    actual,
    agree,
    label: 'monthly',
    rule: test.service,
  };
}
