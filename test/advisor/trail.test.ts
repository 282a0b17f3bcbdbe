import assert from 'node:assert/strict';
import type { PickOption, PickQuestion } from '../../src/protocol/pick';
import { beginning, extend, holds, latest, shorten } from '../../src/extension/pick/trail';

const option = (label: string, answers: PickOption['answers']): PickOption => ({
  label,
  consequence: '',
  answers,
});
const needs: PickQuestion = {
  id: 'needs',
  kind: 'several',
  text: '',
  why: '',
  options: [option('a', { needs: ['a'] }), option('b', { needs: ['b'] })],
};
const trigger: PickQuestion = {
  id: 'trigger',
  kind: 'choice',
  text: '',
  why: '',
  options: [option('S3', { trigger: 'event', source: 's3' }), option('Clock', { trigger: 'schedule' })],
};

describe("the picker's trail", () => {
  it('takes the facts of a choice, and asks no more where nobody knows', () => {
    const known = extend(beginning({ stepCount: 3 }), trigger, [trigger.options[0]]);
    assert.deepEqual(latest(known), {
      answers: { stepCount: 3, trigger: 'event', source: 's3' },
      skipped: [],
    });
    assert.deepEqual(latest(extend(known, trigger, [])).skipped, ['trigger']);
  });

  it('goes back to what was known before', () => {
    const first = beginning({}, { from: 'flow.asl.json' });
    const second = extend(first, trigger, [trigger.options[1]]);
    assert.deepEqual(shorten(second), first);
    assert.deepEqual(shorten(first), first);
  });

  it('takes away what was offered and is not ticked any more, and nothing else', () => {
    const begun = beginning({ needs: ['a', 'c'] });
    assert.deepEqual(latest(extend(begun, needs, [needs.options[1]])), {
      answers: { needs: ['c', 'b'] },
      skipped: ['needs'],
    });
    assert.deepEqual(latest(extend(beginning({ needs: ['a'] }), needs, [])).answers, {});
  });

  it('knows which options hold already', () => {
    assert.deepEqual(
      needs.options.map((each) => holds({ needs: ['b'] }, each)),
      [false, true],
    );
    assert.equal(holds({ trigger: 'event' }, trigger.options[0]), false);
  });
});
