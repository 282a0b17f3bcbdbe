import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { convert } from '../../src/language/convert';
import { LanguageDocument } from '../../src/language/document';

const converted = (path: string, text: string) => convert(new LanguageDocument({ path, text }));

const MACHINE = {
  Comment: 'Yes: it is\nover two lines',
  StartAt: 'On',
  States: {
    On: {
      Type: 'Task',
      Resource: 'x',
      Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 1.5 }],
      Next: '2027-01-01',
    },
    '2027-01-01': { Type: 'Pass', Result: { no: 'no', n: null, t: '012', e: '1e3', empty: {} }, End: true },
  },
};

describe('conversion', () => {
  it('keeps the meaning and the order both ways, for readers of either YAML', () => {
    const text = JSON.stringify(MACHINE);
    const yaml = converted('a.asl.json', text);
    assert.ok(yaml);
    for (const version of ['1.1', '1.2'] as const) {
      assert.equal(JSON.stringify(parse(yaml.text, { version })), text, yaml.text);
    }
    assert.equal(JSON.stringify(JSON.parse(converted('a.asl.yaml', yaml.text)?.text ?? '')), text);
  });

  it('writes texts of several lines as blocks, and short lists on one line', () => {
    const { text = '' } = converted('a.asl.json', JSON.stringify(MACHINE)) ?? {};
    assert.match(text, /^Comment: \|-\n {2}Yes: it is\n {2}over two lines\n/);
    assert.match(text, /ErrorEquals: \[States\.ALL\]/);
  });

  it('says what JSON cannot hold, and writes out anchors', () => {
    const result = converted(
      'a.asl.yaml',
      '# one\nStartAt: A # two\nStates:\n  A: &a { Type: Pass, End: true }\n  B: *a\n',
    );
    assert.deepEqual(result?.lost, [
      'JSON has no comments: 2 are left out.',
      'JSON has no anchors: what they stand for is written out.',
    ]);
    assert.deepEqual(JSON.parse(result?.text ?? '').States.B, { Type: 'Pass', End: true });
  });

  it('keeps texts, keys and numbers that YAML reads in its own way', () => {
    const texts = [
      '0o17',
      '<<',
      '1e3',
      '0x1f',
      '1_000',
      '12:30',
      '~',
      '=',
      ' \n',
      '\n',
      ' a\nb',
      'a \nb\t\n\n',
      'a\r\nb',
    ];
    const odd = [...texts, 'Null', '', ' ', '- a', '# a', 'a: b', '\ufeff', '{% $x %}', '\u2028'];
    for (const text of odd) {
      const json = JSON.stringify({
        StartAt: 'A',
        States: { A: { Type: 'Pass', Result: { [text]: text, l: [text] } } },
      });
      const yaml = converted('a.asl.json', json)?.text ?? '';
      for (const version of ['1.1', '1.2'] as const)
        assert.equal(JSON.stringify(parse(yaml, { version })), json, yaml);
      assert.equal(JSON.stringify(JSON.parse(converted('a.asl.yaml', yaml)?.text ?? '')), json);
    }
  });

  it('keeps the order of names that are numbers, digits that no number of a program has, and gaps', () => {
    const json = `{
  "StartAt": "2",
  "States": {
    "2": {
      "Type": "Wait",
      "Seconds": \${Delay},
      "Comment": "\${Why}",
      "Next": "1"
    },
    "1": {
      "Type": "Pass",
      "Result": [
        12345678901234567890,
        1.50
      ],
      "End": true
    }
  }
}
`;
    const yaml = converted('a.asl.json', json)?.text ?? '';
    assert.match(yaml, /Seconds: \$\{Delay\}\n {4}Comment: "\$\{Why\}"\n/);
    assert.equal(converted('a.asl.yaml', yaml)?.text, json);
  });

  it('keeps comments of JSON', () => {
    const json =
      '// top\n{\n  "StartAt": "A", // why\n  /* of\n     two */ "States": {\n    // end\n  }\n}\n';
    assert.equal(
      converted('a.asl.json', json)?.text,
      '# top\n\nStartAt: A # why\n# of\n# two\nStates:\n  {}\n  # end\n',
    );
  });

  it('leaves text alone that cannot be read, or is none of ours', () => {
    assert.equal(converted('a.asl.json', '{"StartAt":'), undefined);
    assert.equal(converted('a.json', '{"a": 1}'), undefined);
  });
});
