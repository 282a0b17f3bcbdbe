import assert from 'node:assert/strict';
import { remembered } from '../../src/expressions/remembered';

describe('a function that remembers', () => {
  it('reads a text once, and a forgotten one again', () => {
    const asked: string[] = [];
    const read = remembered((text: string) => {
      asked.push(text);
      return { text };
    });
    const first = read('a');
    assert.equal(read('a'), first);
    assert.deepEqual(asked, ['a']);
    for (let index = 0; index < 10_000; index++) assert.equal(read(`x${index}`).text, `x${index}`);
    assert.equal(read('a').text, 'a');
    assert.equal(asked.filter((text) => text === 'a').length, 2);
  });

  it('keeps what is asked again and again', () => {
    const answers = new Set<object>();
    const read = remembered((text: string) => ({ text }));
    for (let index = 0; index < 10_000; index++) {
      answers.add(read('often'));
      read(`x${index}`);
    }
    assert.equal(answers.size, 1);
  });
});
