import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lostAmong, lostReads } from '../../../src/model/dataFlow/lostReads';
import { Suspects } from '../../../src/model/dataFlow/suspects';
import { locate } from '../../../src/model/locate';
import type { StateMachine } from '../../../src/model/stateMachine';
import { rules } from '../../../src/rules/registry.generated';
import { exampleFile } from '../../../src/rules/example';
import { syntheticMachine } from '../../bench/syntheticMachine';
import { readyApi } from '../../support/assets';
import { SeededRandom } from '../../support/seededRandom';
import { randomMachine } from './randomMachine';

const ALL = { path: () => true, expression: () => true };

function machinesIn(text: string, path = 'a.asl.json'): readonly StateMachine[] {
  return locate({ path, text }).stateMachines;
}

/** What is lost among all reads, and among the suspects alone. */
function both(machine: StateMachine): [all: string[], suspects: string[]] {
  const shown = (suspects: Pick<Suspects, 'path' | 'expression'>): string[] =>
    Array.from(
      lostAmong(machine, suspects),
      ({ state, node, index }) => `${state.name} ${node.value} ${index}`,
    );
  return [shown(ALL), shown(new Suspects(machine))];
}

describe('reads that are suspected to lead to nothing', () => {
  before(readyApi);

  it('are all that lead to nothing, in the examples of every rule', () => {
    let count = 0;
    for (const { bad, good } of rules) {
      for (const text of [...bad.map((each) => each.text.replace(/[«»]/g, '')), ...good]) {
        for (const machine of machinesIn(text, exampleFile(text))) {
          const [all, suspects] = both(machine);
          assert.deepEqual(suspects, all, text);
          count += all.length;
        }
      }
    }
    assert.ok(count > 8, String(count));
  });

  for (const language of ['JSONPath', 'JSONata'] as const) {
    it(`are all that lead to nothing in ${language} machines of any kind`, () => {
      let count = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const text = JSON.stringify(randomMachine(new SeededRandom(seed), language));
        const [machine] = machinesIn(text);
        const [all, suspects] = both(machine);
        assert.deepEqual(suspects, all, `${seed}: ${text}`);
        count += all.length;
      }
      assert.ok(count > 200, String(count));
    });

    it(`are none where nothing takes the place of the input, in ${language}`, () => {
      const text = JSON.stringify(syntheticMachine(300, language));
      const [machine] = machinesIn(text);
      const suspects = new Suspects(machine);
      const asked: boolean[] = [];
      const note = (suspect: boolean): boolean => {
        asked.push(suspect);
        return false;
      };
      const lost = lostAmong(machine, {
        path: (each) => note(suspects.path(each)),
        expression: (each) => note(suspects.expression(each)),
      });
      assert.deepEqual([...lost], []);
      assert.ok(asked.length > 20);
      assert.ok(asked.every((suspect) => !suspect));
    });
  }

  it('are looked for in machines of thousands of states', () => {
    const machine = syntheticMachine(3000, 'JSONPath') as { States: Record<string, unknown> };
    machine.States['Done'] = { Type: 'Pass', Result: { a: 1 }, Next: 'Last' };
    machine.States['Last'] = { Type: 'Pass', InputPath: '$.b', End: true };
    const [found] = machinesIn(JSON.stringify(machine)).flatMap((each) => lostReads(each));
    assert.equal(found?.state.name, 'Last');
  });

  it('are all that lead to nothing in the samples', () => {
    const path = fileURLToPath(new URL('../../../samples/nightly-load.asl.json', import.meta.url));
    for (const machine of machinesIn(readFileSync(path, 'utf8'))) {
      const [all, suspects] = both(machine);
      assert.deepEqual(suspects, all);
    }
  });
});
