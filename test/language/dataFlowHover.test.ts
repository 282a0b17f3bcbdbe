import assert from 'node:assert/strict';
import { hover } from '../../src/language/hover';
import { documentAt } from '../support/documents';

const MACHINE = `{
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Pass", "Result": { "id": 7, "tags": ["a"] }, "ResultPath": "$.order", "Next": "Ship" },
    "Ship": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Parameters": { "QueueUrl": "q", "MessageBody.$": "States.Format('{}', $.order.id)" },
      "ResultSelector": { "sent.$": "$.MessageId" },
      "ResultPath": "$.ship",
      "End": true
    }
  }
}`;

const EXPRESSION = `QueryLanguage: JSONata
StartAt: Load
States:
  Load:
    Type: Pass
    Assign: { order: { id: 7, tags: [a] } }
    Output: { note: x }
    Next: Ship
  Ship:
    Type: Pass
    Output: "{% $order.tags & $states.input.note & $states.input.other %}"
    End: true
`;

/** A place in a text, the words that the hover covers, and what it says of the data. */
const CASES: [name: string, text: string, place: string, word: string, says: string[]][] = [
  [
    'a state',
    MACHINE,
    '"Sh|ip": {',
    '"Ship"',
    ['**What reaches it**', '  order: {\n    id: number', '**What leaves it**', 'sent: string'],
  ],
  ['a target', MACHINE, '"Next": "|Ship"', '"Ship"', ['**What reaches it**', 'tags: ["a"]']],
  ['a path, to its end', MACHINE, '$.order.i|d', '$.order.id', ['**$.order.id** · `number`']],
  [
    'a path, as far as the cursor',
    MACHINE,
    '$.or|der.id',
    '$.order',
    ['**What is known of it**', '  id: number\n  tags: ["a"]'],
  ],
  ['the root of a path', MACHINE, '|$.MessageId', '$', ['MessageId: string']],
  [
    'a field that shapes data',
    MACHINE,
    '"ResultSele|ctor"',
    '"ResultSelector"',
    ['**What it comes to**', '  sent: string'],
  ],
  ['a resource field', MACHINE, '"Resou|rce"', '"Resource"', ['MD5OfMessageBody?: string']],
  ['a variable', EXPRESSION, '$or|der.tags', '$order', ['  id: number\n  tags: ["a"]']],
  [
    'a reserved variable',
    EXPRESSION,
    '$states.inp|ut.note',
    '$states.input',
    ['reserved variable', '  note: "x"'],
  ],
  [
    'what nothing brings',
    EXPRESSION,
    '$states.input.oth|er',
    '$states.input.other',
    ['Nothing that leads here brings it.'],
  ],
];

describe('hover on data', () => {
  for (const [name, text, place, word, says] of CASES) {
    it(name, () => {
      const path = text === MACHINE ? 'a.asl.json' : 'a.asl.yaml';
      const { document, offset } = documentAt(
        text.replace(place.replace('|', ''), () => place),
        path,
      );
      const found = hover(document, offset);
      assert.ok(found, 'no hover');
      assert.equal(document.text.slice(found.span.start, found.span.end), word);
      for (const part of says) assert.ok(found.markdown.includes(part), found.markdown);
      const lines = found.markdown.split('\n');
      const links = lines.filter((line) => line.includes(']('));
      assert.deepEqual(lines.slice(lines.length - links.length), links, 'links come last');
    });
  }

  it('works in a definition that a template holds as text', () => {
    const marked = `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":1},"Next":"B"},"B":{"Type":"Pass","OutputPath":"$.|n","End":true}}}'
`;
    const { document, offset } = documentAt(marked, 'template.yaml');
    const found = hover(document, offset);
    assert.ok(found);
    assert.ok(found.markdown.startsWith('**$.n** · `number`'), found.markdown);
    assert.equal(document.text.slice(found.span.start, found.span.end), '$.n');
  });
});
