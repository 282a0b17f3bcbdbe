import assert from 'node:assert/strict';
import { complete } from '../../src/language/completion';
import { vicinity } from '../../src/model/vicinity';
import { documentAt } from '../support/documents';

const SIZE = 2000;

/** A chain of Pass states, `S0` to `S1999`, of which some are others; `|` marks the cursor. */
function chain(others: Record<string, object>): string {
  const states = Object.fromEntries(
    Array.from({ length: SIZE }, (_, index): [string, object] => {
      const name = `S${index}`;
      const way = index === SIZE - 1 ? { End: true } : { Next: `S${index + 1}` };
      return [name, others[name] ?? { Type: 'Pass', ...way }];
    }),
  );
  return JSON.stringify({ StartAt: 'S0', States: states });
}

const CALL = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f', 'Payload.$': '$.|' },
  Next: 'S1001',
};
const LEFT = { Type: 'Pass', Result: { id: 7 }, Next: 'S1000' };

function fields(text: string): string[] {
  const { document, offset } = documentAt(text);
  return complete(document, offset)
    .filter(({ kind }) => kind === 'field')
    .map(({ label }) => label);
}

describe('a large machine around a place', () => {
  it('has what leads to the place and what follows, and no more', () => {
    const { document, offset } = documentAt(chain({ S1000: CALL }));
    const [machine] = document.located.stateMachines;
    const near = vicinity(machine, offset);
    const names = new Set(near.states.map(({ name }) => name));
    assert.ok(['S999', 'S950', 'S1000', 'S1001', 'S1040'].every((name) => names.has(name)));
    assert.ok(!names.has('S0') && !names.has('S1999'));
    assert.ok(near.states.length < machine.states.length / 4);
  });

  it('leaves a small machine as it is', () => {
    const { document, offset } = documentAt('{"StartAt": "A", "States": {"A": {"Type": "|Succeed"}}}');
    const [machine] = document.located.stateMachines;
    assert.equal(vicinity(machine, offset), machine);
  });

  it('knows what the states before leave behind', () => {
    assert.deepEqual(fields(chain({ S999: LEFT, S1000: CALL })), ['$.id']);
  });

  it('does not take what comes from nearby for all that can come', () => {
    const reader = { Type: 'Pass', InputPath: '$.order', Next: 'S1002' };
    const left = { ...LEFT, ResultPath: '$.loaded' };
    const text = chain({ S999: left, S1000: CALL, S1001: reader });
    assert.deepEqual(fields(text), ['$.loaded', '$.order']);
  });

  it('offers variables from far away', () => {
    const text = chain({ S5: { Type: 'Pass', Assign: { 'who.$': '$.w' }, Next: 'S6' }, S1000: CALL });
    const { document, offset } = documentAt(text.replace('$.|', '$|'));
    assert.ok(complete(document, offset).some(({ label }) => label === '$who'));
  });
});
