import assert from 'node:assert/strict';
import { apply, offers } from './apply';

describe('inlining a Parallel', () => {
  const parallel = (fields: string, rest = '"Next": "C"') => `{
  "StartAt": "P",
  "States": {
    «»"P": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "A",
          "States": {
            "A": { "Type": "Pass", "Next": "B" },
            "B": {
              "Type": "Wait",
              "Seconds": 1,
              "End": true
            }
          }
        }
      ],${fields}
      ${rest}
    },
    "C": { "Type": "Succeed" }
  }
}
`;

  it('puts the states of the branch in its place', () => {
    assert.equal(
      apply(parallel('\n      "OutputPath": "$[0]",'), 'Inline the only branch of "P"').text,
      `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": {
      "Type": "Wait",
      "Seconds": 1,
      "Next": "C"
    },
    "C": { "Type": "Succeed" }
  }
}
`,
    );
  });

  it('keeps the array of one that follows', () => {
    const { text } = apply(parallel(''), 'Inline the only branch of "P"');
    const { States } = JSON.parse(text) as { States: Record<string, unknown> };
    assert.deepEqual(States['P result'], {
      Type: 'Pass',
      Parameters: { 'list.$': 'States.Array($)' },
      OutputPath: '$.list',
      Next: 'C',
    });
    assert.deepEqual(Object.keys(States), ['A', 'B', 'P result', 'C']);
  });

  it('collects nothing where the branch only fails', () => {
    const failing = (rest: string): string =>
      `{ "StartAt": "P", "States": { «»"P": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }], ${rest} } }`;
    const { text } = apply(failing('"End": true }'), 'Inline the only branch of "P"');
    assert.equal(text, '{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }');
    const [refused] = offers(failing('"Next": "B" }, "B": { "Type": "Succeed" }')).filter(
      ({ id }) => id === 'inlineParallel',
    );
    assert.equal(refused.disabled, 'No run of the branch comes to what follows "P".');
  });

  it('says what is in the way', () => {
    const reason = (text: string) => offers(text).find(({ title }) => title.startsWith('Inline'))?.disabled;
    assert.equal(
      reason(parallel('\n      "ResultPath": "$.x",')),
      '"ResultPath" of "P" keeps an input that is gone when the branch has run.',
    );
    assert.equal(reason(parallel('\n      "Retry": [],')), '"Retry" of "P" is about the branch as a whole.');
    assert.equal(
      reason(parallel('\n      "OutputPath": "$[0].x",')),
      '"OutputPath" of "P" makes something of the array of results.',
    );
  });
});
