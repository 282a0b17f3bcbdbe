import assert from 'node:assert/strict';
import { complete, type Item } from '../../src/language/completion';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt } from '../support/documents';

const JSON_MACHINE = `{
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Pass", "Result": { "id": 7, "to name": "x" }, "ResultPath": "$.order", "Assign": { "who": { "mail": "a@b" } }, "Next": "Ship" },
    "Ship": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Parameters": { "QueueUrl.$": "$.queue.url", "MessageBody.$": "HERE" },
      "ResultSelector": { "sent.$": "SELECTED" },
      "Next": "Done"
    },
    "Done": { "Type": "Pass", "OutputPath": "OUT", "End": true }
  }
}`;

const YAML_MACHINE = `QueryLanguage: JSONata
StartAt: Load
States:
  Load:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Arguments: { FunctionName: "{% ARGUMENT %}" }
    Assign: { who: { mail: a@b } }
    Output: { list: [{ id: 1 }], code: "{% RESULT %}" }
    Next: Done
  Done:
    Type: Pass
    Output: "{% HERE %}"
    End: true
`;

/** What is typed in place of a word of a text, and the first items with their details. */
const CASES: [
  name: string,
  text: string,
  word: string,
  typed: string,
  first: [label: string, detail: string][],
][] = [
  [
    'fields of the input',
    JSON_MACHINE,
    'HERE',
    '$.|',
    [
      ['$.order', '{ id, "to name" }'],
      ['$.queue', 'read in "Ship"'],
    ],
  ],
  [
    'fields of a field',
    JSON_MACHINE,
    'HERE',
    '$.order.|',
    [
      ['$.order.id', 'number'],
      ["$.order['to name']", '"x"'],
    ],
  ],
  ['a name that is begun', JSON_MACHINE, 'HERE', '$.or|', [['$.order', '{ id, "to name" }']]],
  ['nothing typed yet', JSON_MACHINE, 'HERE', '|', [['$.order', '{ id, "to name" }']]],
  [
    'in an intrinsic function',
    JSON_MACHINE,
    'HERE',
    "States.Format('{}', $.order.|)",
    [['$.order.id', 'number']],
  ],
  ['fields of a variable', JSON_MACHINE, 'HERE', '$who.|', [['$who.mail', '"a@b"']]],
  [
    'fields of a result',
    JSON_MACHINE,
    'SELECTED',
    '$.|',
    [['$.MD5OfMessageAttributes', 'string, may be missing']],
  ],
  ['behind a result', JSON_MACHINE, 'OUT', '$.|', [['$.sent', 'unknown']]],
  [
    '$states.input',
    YAML_MACHINE,
    'HERE',
    '$states.input.|',
    [
      ['$states.input.list', '[{ … }]'],
      ['$states.input.code', 'unknown'],
    ],
  ],
  [
    'the items of an array',
    YAML_MACHINE,
    'HERE',
    '$states.input.list.|',
    [['$states.input.list.id', 'number']],
  ],
  [
    'one item of an array',
    YAML_MACHINE,
    'HERE',
    '1 + $states.input.list[0].i|',
    [['$states.input.list[0].id', 'number']],
  ],
  [
    '$states.result',
    YAML_MACHINE,
    'RESULT',
    '$states.result.P|',
    [['$states.result.ExecutedVersion', 'string, may be missing']],
  ],
  ['a variable', YAML_MACHINE, 'HERE', '$who.|', [['$who.mail', '"a@b"']]],
];

function itemsAt(text: string, word: string, typed: string): { text: string; items: Item[] } {
  const path = text === JSON_MACHINE ? 'a.asl.json' : 'a.asl.yaml';
  const { document, offset } = documentAt(
    text.replace(word, () => typed),
    path,
  );
  return { text: document.text, items: complete(document, offset) };
}

describe('completion of data', () => {
  for (const [name, text, word, typed, first] of CASES) {
    it(name, () => {
      const { items } = itemsAt(text, word, typed);
      assert.deepEqual(
        items.slice(0, first.length).map(({ label, detail }) => [label, detail]),
        first,
      );
    });
  }

  it('puts the whole path in place of what is typed, with the escapes of its host', () => {
    const { text, items } = itemsAt(JSON_MACHINE, 'HERE', '$.order.|');
    const item = items.find(({ label }) => label === "$.order['to name']");
    assert.ok(item);
    const newText = item.newText.replace(/\\\$/g, () => '$');
    assert.ok(
      applyEdits(text, [{ span: item.replace, newText }]).includes(`"MessageBody.$": "$.order['to name']" }`),
    );
  });

  it('offers nothing behind what is closed, and no place of the input to write to', () => {
    const closed = itemsAt(JSON_MACHINE, 'HERE', '$.order.id.|').items;
    assert.ok(closed.every(({ rank }) => rank >= 0));
    const target = itemsAt(
      JSON_MACHINE.replace('"ResultPath": "$.order"', '"ResultPath": "WRITE"'),
      'WRITE',
      '$.|',
    );
    assert.ok(target.items.every(({ rank }) => rank >= 0));
  });

  it('works in a definition that a template holds as text', () => {
    const marked = `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub >-
        {"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":1},"Next":"B"},"B":{"Type":"Pass","OutputPath":"$.|","End":true}}}
`;
    const { document, offset } = documentAt(marked, 'template.yaml');
    assert.equal(complete(document, offset)[0]?.label, '$.n');
  });
});
