import assert from 'node:assert/strict';
import {
  eventSources,
  needs,
  streamSources,
  teams,
  touchedServices,
  triggers,
  type Answers,
} from '../../src/advisor/decide/answers';
import { profiles } from '../../src/advisor/decide/profiles';
import { recommend } from '../../src/advisor/decide/recommend';
import { decidingFacts, recommendations } from '../../src/advisor/decide/verdict';
import { scenarios } from './scenarios';

describe('recommendation', () => {
  for (const { title, answers, recommend: expected, starter, fact, never = [] } of scenarios) {
    it(`${title}: ${expected}`, () => {
      const advice = recommend(answers);
      assert.equal(advice.recommendation, expected);
      if (starter !== undefined) assert.equal(advice.starter, starter);
      if (fact) assert.equal(advice.decidingFact, fact);
      const offered = advice.alternatives.map(({ id }) => id);
      assert.deepEqual(
        offered.filter((id) => never.includes(id) && advice.ruledOut.some((out) => out.id === id)),
        [],
      );
    });
  }

  it('covers every service and every deciding fact', () => {
    const seen = <T>(values: readonly (T | undefined)[]): Set<T> =>
      new Set(values.filter((value) => value !== undefined));
    const services = seen(scenarios.map((scenario) => scenario.recommend));
    const facts = seen(scenarios.map(({ fact }) => fact));
    assert.deepEqual(
      recommendations.filter((id) => !services.has(id)),
      [],
    );
    assert.deepEqual(
      decidingFacts.filter((id) => !facts.has(id)),
      [],
    );
  });

  it('has one profile for each service', () => {
    assert.deepEqual(profiles.map(({ id }) => id).sort(), [...recommendations].sort());
  });

  it('answers any combination of answers', () => {
    const random = generator(20261122);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    const some = <T>(values: readonly T[]): T[] => values.filter(() => random() < 0.15);
    for (let round = 0; round < 300; round++) {
      const all = {
        trigger: pick(triggers),
        source: pick([...eventSources, ...streamSources]),
        timezone: pick(['UTC', 'Europe/Berlin']),
        stepCount: pick([1, 2, 7, 200]),
        services: some(touchedServices),
        runsPerMonth: pick([0.1, 30, 90_000, 5e8]),
        longestStepSeconds: pick([0.2, 100, 5000]),
        runDurationSeconds: pick([1, 700, 4e7]),
        humanApproval: random() < 0.2,
        fanOutItems: pick([0, 12, 900, 1e6]),
        payloadKiB: pick([1, 500]),
        team: pick(teams),
        existingAirflow: random() < 0.3,
        needs: some(needs),
      };
      const answers: Answers = Object.fromEntries(Object.entries(all).filter(() => random() < 0.7));
      const { recommendation, decidingFact, alternatives, ruledOut } = recommend(answers);
      assert.ok(decidingFacts.includes(decidingFact), JSON.stringify(answers));
      const mentioned = [...alternatives, ...ruledOut].map(({ id }) => id);
      assert.ok(!mentioned.includes(recommendation), JSON.stringify(answers));
      assert.equal(new Set(mentioned).size, mentioned.length);
    }
  });
});

/** A small linear congruential generator, so that a failure can be seen again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
