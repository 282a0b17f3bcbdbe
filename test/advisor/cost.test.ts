import assert from 'node:assert/strict';
import { answerCost } from '../../src/advisor/cost/answerCost';
import { breakEven, type BreakEvenInput } from '../../src/advisor/cost/breakEven';
import { Fraction } from '../../src/advisor/cost/fraction';
import { IncompleteLoad } from '../../src/advisor/cost/load';
import { monthlyCost, type CostInput } from '../../src/advisor/cost/monthlyCost';

const transitions = { perTransition: 0.000025, freeTransitions: 4000 };
const express = {
  perRequest: 0.000001,
  gbHourTiers: [
    { upTo: 1000, price: 0.06 },
    { upTo: 5000, price: 0.03 },
    { upTo: null, price: 0.01642 },
  ],
};
const compute = {
  perRequest: 0.0000002,
  perGbSecond: 0.0000166667,
  freeRequests: 1_000_000,
  freeGbSeconds: 400_000,
};

const monthly: [expected: number, CostInput][] = [
  [
    0,
    {
      service: 'step-functions-standard',
      load: { runsPerMonth: 400, transitionsPerRun: 10, freeTier: true },
      prices: transitions,
    },
  ],
  [
    0.000025,
    {
      service: 'step-functions-standard',
      load: { runsPerMonth: 4001, transitionsPerRun: 1, freeTier: true },
      prices: transitions,
    },
  ],
  [
    0.75,
    {
      service: 'step-functions-standard',
      load: { runsPerMonth: 3000, transitionsPerRun: 8, retriesPerRun: 2, freeTier: false },
      prices: transitions,
    },
  ],
  [
    1 + ((1_000_000 * 0.1 * 64) / 1024 / 3600) * 0.06,
    {
      service: 'step-functions-express',
      load: { runsPerMonth: 1_000_000, durationSeconds: 0.01, memoryMb: 1 },
      prices: express,
    },
  ],
  [
    7.25,
    {
      service: 'step-functions-express',
      load: { runsPerMonth: 1_000_000, durationSeconds: 3, definitionKiB: 0, payloadKiB: 64, mapSteps: 240 },
      prices: express,
    },
  ],
  [
    (10 * 3 + 10 * 26 * 3) * 0.000025,
    {
      service: 'step-functions-distributed-map',
      load: {
        runsPerMonth: 10,
        transitionsPerRun: 3,
        itemsPerRun: 2501,
        itemsPerBatch: 100,
        childStartTransitions: 1,
        childType: 'standard',
        childTransitions: 2,
      },
      prices: transitions,
    },
  ],
  [357.7, { service: 'mwaa', load: { environmentClass: 'mw1.small' } }],
  [98, { service: 'mwaa', load: { environmentClass: 'mw1.small', hoursPerMonth: 200 } }],
  [715.4, { service: 'mwaa', load: { environmentClass: 'mw1.small', regionFactor: 2 } }],
  [
    1,
    {
      service: 'mwaa-serverless',
      load: { runsPerMonth: 30, tasksPerRun: 2, taskSeconds: 5 },
      prices: { taskHour: 1, minTaskSeconds: 60 },
    },
  ],
  [
    0.44,
    {
      service: 'glue',
      load: { runsPerMonth: 6, dpu: 10, jobSeconds: 1 },
      prices: { dpuHour: 0.44, minSeconds: 60 },
    },
  ],
  [8.8, { service: 'glue-crawler', load: { runsPerMonth: 60, dpu: 2, jobSeconds: 40 } }],
  [0, { service: 'glue-workflow', load: { runsPerMonth: 9000, nodesPerRun: 7 } }],
  [
    6,
    { service: 'eventbridge-rule', load: { eventsPerMonth: 2_000_000, eventKiB: 129, eventType: 'custom' } },
  ],
  [
    0,
    {
      service: 'eventbridge-rule',
      load: { eventsPerMonth: 2_000_000, eventKiB: 129, eventType: 'aws-service' },
    },
  ],
  [1, { service: 'eventbridge-scheduler', load: { invocationsPerMonth: 15_000_000, freeTier: true } }],
  [
    0.8,
    { service: 'eventbridge-pipes', load: { eventsPerMonth: 10_000_000, passFraction: 0.2, eventKiB: 64 } },
  ],
  [
    0.2 + 100_000 * 0.0000166667,
    {
      service: 'lambda',
      load: { invocationsPerMonth: 2_000_000, durationSeconds: 0.2499, memoryMb: 1024, freeTier: true },
      prices: compute,
    },
  ],
  [
    0.8 + 0.0004 + 1000 * 0.0000166667,
    {
      service: 'lambda-durable-functions',
      load: {
        runsPerMonth: 1000,
        operationsPerRun: 100,
        activeSeconds: 1,
        memoryMb: 1024,
        invocationsPerRun: 2,
      },
      prices: { ...compute, perOperation: 0.000008 },
    },
  ],
  [0, { service: 'redshift-scheduled-query', load: { runsPerMonth: 30, compute: 'provisioned' } }],
  [
    4,
    {
      service: 'redshift-scheduled-query',
      load: { runsPerMonth: 60, compute: 'serverless', rpu: 8, querySeconds: 3 },
      prices: { rpuHour: 0.5, minSeconds: 60 },
    },
  ],
];

const lambda = (load: CostInput['load']): CostInput => ({ service: 'lambda', load, prices: compute });
const crossings: [expected: number | undefined, BreakEvenInput][] = [
  // 0.3 a run against a fixed 357.70: 1,192.33 runs.
  [
    1193,
    {
      a: {
        service: 'mwaa-serverless',
        load: { tasksPerRun: 1, taskSeconds: 3600 },
        prices: { taskHour: 0.3, minTaskSeconds: 60 },
      },
      b: { service: 'mwaa', load: { environmentClass: 'mw1.small' } },
      over: 'runsPerMonth',
      step: 1,
    },
  ],
  // Equal at exactly 1,192: strictly more is one step later.
  [
    1192.5,
    {
      a: {
        service: 'mwaa-serverless',
        load: { tasksPerRun: 1, taskSeconds: 3600 },
        prices: { taskHour: 1, minTaskSeconds: 60 },
      },
      b: { service: 'mwaa', load: { hoursPerMonth: 1192 }, prices: { environmentHour: 1 } },
      over: 'runsPerMonth',
      step: 0.5,
    },
  ],
  // Tenths are not summed in binary: equal at 0.3 s, dearer at 0.4 s.
  [
    0.4,
    {
      a: lambda({ invocationsPerMonth: 1000, memoryMb: 1024 }),
      b: lambda({ invocationsPerMonth: 1000, memoryMb: 1024, durationSeconds: 0.3 }),
      over: 'durationSeconds',
      step: 0.1,
    },
  ],
  [
    undefined,
    {
      a: { service: 'glue-workflow', load: {} },
      b: { service: 'step-functions-standard', load: { transitionsPerRun: 5 } },
      over: 'runsPerMonth',
      step: 1,
    },
  ],
];

describe('monthly cost', () => {
  for (const [expected, input] of monthly) {
    it(`${input.service} ${JSON.stringify(input.load)} costs ${expected}`, () => {
      const { monthlyUsd, lines } = monthlyCost(input);
      assert.ok(Math.abs(monthlyUsd - expected) < 1e-9, `${monthlyUsd}`);
      const sum = lines.reduce((total, { usd }) => total + usd, 0);
      assert.ok(Math.abs(sum - monthlyUsd) < 1e-9, 'the lines add up to the sum');
      assert.ok(lines.every(({ formula, unit }) => formula !== '' && unit !== ''));
    });
  }

  it('names what a load or a price table lacks', () => {
    const lacking = (input: CostInput): string => {
      try {
        monthlyCost(input);
        return '';
      } catch (problem) {
        return problem instanceof IncompleteLoad ? problem.message : 'another error';
      }
    };
    assert.equal(
      lacking({ service: 'glue', load: { runsPerMonth: 1, dpu: 2 } }),
      'The load has no "jobSeconds".',
    );
    assert.equal(lacking({ service: 'cron', load: {} }), '"cron" is not a service with a cost function.');
    assert.equal(
      lacking({ service: 'mwaa', load: { environmentClass: 'mw1.micro' } }),
      'The price "environmentHour" of "mwaa" is not known.',
    );
    assert.equal(
      lacking({ service: 'lambda', load: { invocationsPerMonth: -1 } }),
      '"invocationsPerMonth" of the load is not a number of at least 0.',
    );
  });
});

describe('break-even', () => {
  for (const [expected, input] of crossings) {
    it(`${input.a.service} becomes dearer than ${input.b.service} at ${expected}`, () => {
      assert.equal(breakEven(input), expected);
      assert.deepEqual(answerCost(input), { breakEven: expected ?? null });
    });
  }
});

describe('fraction', () => {
  it('reads and prints decimals as they are written', () => {
    for (const value of [0.1, 0.3, 1e-7, 1.66667e-5, 123456.789, 0, 2 ** 40, 1e21]) {
      assert.equal(Fraction.of(value).toNumber(), value);
    }
    assert.equal(Fraction.of(0.1).plus(0.2).toNumber(), 0.3);
  });

  it('rounds up to a multiple only when it is not one', () => {
    assert.equal(Fraction.of(0.3).upTo(0.1).toNumber(), 0.3);
    assert.equal(Fraction.of(0.301).upTo(0.1).toNumber(), 0.4);
  });
});
