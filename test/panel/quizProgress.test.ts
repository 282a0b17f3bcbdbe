import assert from 'node:assert/strict';
import { isRight, shuffled } from '../../src/panel/quiz/answer';
import { answered, daysAfter, dueToday, FRESH, readProgress } from '../../src/panel/quiz/progress';

describe('quiz progress', () => {
  it('brings what was wrong back today, and what was right later and later', () => {
    let progress = answered(FRESH, 'q', false, '2026-11-22');
    assert.deepEqual(progress.cards.q, { box: 0, due: '2026-11-22' });
    const dues = ['2026-11-22', '2026-11-23', '2026-11-26'].map((day) => {
      progress = answered(progress, 'q', true, day);
      return progress.cards.q.due;
    });
    assert.deepEqual(dues, ['2026-11-23', '2026-11-26', '2026-12-03']);
    assert.equal(answered(progress, 'q', false, '2026-12-03').cards.q.box, 0);
  });

  it('counts days in a row', () => {
    let progress = answered(FRESH, 'a', true, '2026-12-31');
    progress = answered(progress, 'b', true, '2026-12-31');
    assert.equal(progress.streak, 1);
    progress = answered(progress, 'c', true, '2027-01-01');
    assert.equal(progress.streak, 2);
    assert.equal(answered(progress, 'd', true, '2027-01-03').streak, 1);
  });

  it('asks what is due first, the longest overdue before the rest, then what is new', () => {
    const cards = {
      a: { box: 1, due: '2026-11-22' },
      b: { box: 1, due: '2026-11-20' },
      c: { box: 2, due: '2026-12-01' },
    };
    assert.deepEqual(dueToday(['a', 'b', 'c', 'd'], { cards, streak: 1 }, '2026-11-22'), ['b', 'a', 'd']);
  });

  it('begins anew with what it cannot read', () => {
    for (const stored of [undefined, null, 3, { cards: 'x' }])
      assert.deepEqual(readProgress(stored).cards, {});
  });

  it('knows the calendar', () => {
    assert.equal(daysAfter('2028-02-28', 1), '2028-02-29');
    assert.equal(daysAfter('2026-01-01', -1), '2025-12-31');
  });
});

describe('quiz answers', () => {
  const question = { id: 'q', kind: 'several', topic: '', question: '', explanation: '', note: '' } as const;

  it('are right only in full', () => {
    const options = [
      { text: 'a', right: true },
      { text: 'b', right: false },
      { text: 'c', right: true },
    ];
    assert.equal(isRight({ ...question, options }, [2, 0]), true);
    assert.equal(isRight({ ...question, options }, [0]), false);
    assert.equal(isRight({ ...question, options }, [0, 1, 2]), false);
    assert.equal(isRight({ ...question, kind: 'order', steps: ['x', 'y'] }, [0, 1]), true);
    assert.equal(isRight({ ...question, kind: 'order', steps: ['x', 'y'] }, [1, 0]), false);
  });

  it('are mixed, the same for one seed, and steps never lie in order', () => {
    for (let count = 2; count < 7; count++) {
      for (const seed of ['a', 'b', 'eb-rule', 'x 2026-11-22']) {
        const order = shuffled(count, seed);
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          Array.from({ length: count }, (_, index) => index),
        );
        assert.deepEqual(order, shuffled(count, seed));
        assert.notDeepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
      }
    }
  });
});
