import assert from 'node:assert/strict';
import { cyclesOf } from '../../src/model/cycles';
import { buildStateMachine } from '../../src/model/stateMachine';
import { parseJson } from '../../src/syntax/json';

/** `A>B,C` is a state A that leads to B and C. */
function machine(...states: string[]): string {
  const entries = states.map((state) => {
    const [name, targets] = state.split('>');
    const Choices = (targets ?? '').split(',').map((Next) => ({ Variable: '$.a', IsPresent: true, Next }));
    return [name, { Type: 'Choice', Choices }];
  });
  return JSON.stringify({ StartAt: states[0][0], States: Object.fromEntries(entries) });
}

const CASES: readonly (readonly [name: string, text: string, loops: string[]])[] = [
  ['none', machine('A>B', 'B>C', 'C>D'), []],
  ['of one state', machine('A>A,B', 'B>X'), ['A']],
  ['of two states', machine('A>B', 'B>A,C', 'C>X'), ['AB']],
  ['entered in the middle', machine('A>C', 'B>C', 'C>D', 'D>B,E', 'E>X'), ['BCD']],
  ['that share a state', machine('A>B,C', 'B>A', 'C>A'), ['ABC']],
  ['one behind the other', machine('A>B', 'B>A,C', 'C>D', 'D>C'), ['AB', 'CD']],
  ['that only a state outside leads into', machine('A>B', 'B>A'), ['AB']],
];

describe('loops', () => {
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      const found = cyclesOf(buildStateMachine(parseJson(text))!);
      assert.deepEqual(
        found.map(({ states }) => states.map((state) => state.name).join('')).sort(),
        expected,
      );
    });
  }

  it('of thousands of states', () => {
    const states = Array.from({ length: 5000 }, (_, index) => `S${index}>S${(index + 1) % 5000}`);
    const found = cyclesOf(buildStateMachine(parseJson(machine(...states)))!);
    assert.deepEqual(
      found.map(({ states }) => states.length),
      [5000],
    );
  });
});
