import assert from 'node:assert/strict';
import { explainMatch, type ExplainedField, type ExplainedGroup } from '../../src/model/eventPattern/explain';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { parseJson } from '../../src/syntax/json';

const EVENT = JSON.stringify({
  source: 'aws.glue',
  'detail-type': 'Glue Job State Change',
  detail: { state: 'failed', attempt: '3', size: 7, tags: [], job: { name: 'orders' } },
});

function fields(group: ExplainedGroup): ExplainedField[] {
  return group.members.flatMap((member) =>
    member.kind === 'field' ? member : member.branches.flatMap(fields),
  );
}

/** [pattern, for each field: path, outcome, expected, found, hint] */
const CASES: [string, [string, string, string, string[], string?][]][] = [
  ['{"source":["aws.glue"]}', [['source', 'matched', '"aws.glue"', ['"aws.glue"']]]],
  [
    '{"source":["aws.s3","aws.batch"],"detail":{"size":[{"numeric":[">",7,"<=",9]}]}}',
    [
      ['source', 'differs', '"aws.s3" or "aws.batch"', ['"aws.glue"']],
      ['detail.size', 'differs', 'a number > 7 and <= 9', ['7']],
    ],
  ],
  [
    '{"detailType":["x"],"detail":{"stat":["FAILED"]}}',
    [
      ['detailType', 'missing', '"x"', [], 'The event has "detail-type", not "detailType".'],
      ['detail.stat', 'missing', '"FAILED"', [], 'The event has "state", not "stat".'],
    ],
  ],
  [
    '{"detail":{"state":["FAILED"]}}',
    [['detail.state', 'differs', '"FAILED"', ['"failed"'], '"failed" differs from "FAILED" in case.']],
  ],
  [
    '{"detail":{"attempt":[3]}}',
    [
      [
        'detail.attempt',
        'differs',
        '3',
        ['"3"'],
        'The event has the text "3", and the pattern wants a number.',
      ],
    ],
  ],
  [
    '{"detail":{"size":["7"]}}',
    [['detail.size', 'differs', '"7"', ['7'], 'The event has the number 7, and the pattern wants a text.']],
  ],
  ['{"detail":{"tags":["x"]}}', [['detail.tags', 'missing', '"x"', [], 'The list in the event is empty.']]],
  [
    '{"detail":{"job":["x"]}}',
    [['detail.job', 'missing', '"x"', [], 'The event has an object here, and only values can match.']],
  ],
  ['{"detail":{"state":[{"exists":false}]}}', [['detail.state', 'present', 'no value', ['"failed"']]]],
  ['{"detail":{"none":[{"exists":false}]}}', [['detail.none', 'matched', 'no value', []]]],
  [
    '{"source":["${Source}"]}',
    [['source', 'unknown', 'a value that is filled in elsewhere', ['"aws.glue"']]],
  ],
  [
    '{"source":["x"],"source":["aws.glue"]}',
    [
      ['source', 'overridden', '"x"', ['"aws.glue"']],
      ['source', 'matched', '"aws.glue"', ['"aws.glue"']],
    ],
  ],
];

describe('explaining a match', () => {
  for (const [pattern, expected] of CASES) {
    it(pattern, () => {
      const { root } = explainMatch(readEventPattern(parseJson(pattern)), EVENT);
      assert.deepEqual(
        fields(root).map(({ path, outcome, expected: wanted, found, hint }) => [
          path,
          outcome,
          wanted,
          found,
          ...(hint ? [hint] : []),
        ]),
        expected,
      );
    });
  }
  it('says which branch matched', () => {
    const pattern = readEventPattern(parseJson('{"$or":[{"source":["aws.s3"]},{"source":["aws.glue"]}]}'));
    const { matched, root } = explainMatch(pattern, EVENT);
    const [or] = root.members;
    assert.equal(matched, true);
    assert.deepEqual(or.kind === 'or' && or.branches.map((branch) => branch.matched), [false, true]);
  });
  it('says which item of a list matched, and where it stands', () => {
    const text = '{"source":["aws.s3",{"prefix":"aws.g"}]}';
    const [source] = fields(explainMatch(readEventPattern(parseJson(text)), EVENT).root);
    assert.deepEqual(
      source.tests.map(({ span, matched }) => [text.slice(span.start, span.end), matched]),
      [
        ['"aws.s3"', false],
        ['{"prefix":"aws.g"}', true],
      ],
    );
  });
  it('says when values match, but in different elements', () => {
    const pattern = readEventPattern(parseJson('{"a":{"b":[1],"c":[2]},"d":[3]}'));
    const explained = explainMatch(pattern, {
      a: [
        { b: 1, c: 0 },
        { b: 0, c: 2 },
      ],
      d: 3,
    });
    assert.equal(explained.matched, false);
    assert.deepEqual(explained.acrossElements, ['a.b', 'a.c']);
  });
});
