import assert from 'node:assert/strict';
import { hover } from '../../src/language/hover';
import { documentAt } from '../support/documents';

const json = (state: string): string =>
  `{"StartAt": "A", "States": {"A": ${state}, "B": {"Type": "Succeed"}}}`;

/** A text with a cursor, the word that the hover covers, and what its first line says. */
const CASES: [name: string, marked: string, word: string, title: string, path?: string][] = [
  [
    'a field',
    json('{"Type": "Wait", "Sec|onds": 3, "Next": "B"}'),
    '"Seconds"',
    '**Seconds** · integer 0 to 99,999,999',
  ],
  ['a state type', json('{"Type": "Wa|it", "Seconds": 3, "Next": "B"}'), '"Wait"', '**Wait** · state type'],
  ['a target', json('{"Type": "Pass", "Next": "|B"}'), '"B"', '**B** · Succeed'],
  ['a state', json('{"Type": "Pass", "Next": "B"}').replace('"A":', '"A|":'), '"A"', '**A** · Pass'],
  ['StartAt', json('{"Type": "Pass", "Next": "B"}').replace('"A",', '"|A",'), '"A"', '**A** · Pass'],
  [
    'an error name',
    json('{"Type": "Task", "Resource": "x", "Retry": [{"ErrorEquals": ["States.Time|out"]}], "Next": "B"}'),
    '"States.Timeout"',
    '**States.Timeout** · error name',
  ],
  [
    'a resource',
    json('{"Type": "Task", "Resource": "arn:aws:states:::sqs:send|Message", "Next": "B"}'),
    '"arn:aws:states:::sqs:sendMessage"',
    '**sqs:sendMessage** ·',
  ],
  [
    'an intrinsic function inside another',
    json('{"Type": "Pass", "Parameters": {"a.$": "States.Format(\'{}\', States.UU|ID())"}, "Next": "B"}'),
    'States.UUID',
    '**States.UUID()** · string',
  ],
  [
    'a context path',
    json('{"Type": "Pass", "Parameters": {"a.$": "$$.Execution.|Id"}, "Next": "B"}'),
    '$$.Execution.Id',
    '**$$.Execution.Id** · string',
  ],
  [
    'a JSONata function behind an escape',
    json(
      '{"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% \\"x\\" & $upper|case(\\"a\\") %}", "Next": "B"}',
    ),
    '$uppercase',
    '**$uppercase(',
  ],
  [
    '$states',
    json('{"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.in|put %}", "Next": "B"}'),
    '$states.input',
    '**$states.input**',
  ],
  [
    'a variable where it is assigned',
    json('{"Type": "Pass", "Assign": {"to|tal.$": "$.a"}, "Next": "B"}'),
    '"total.$"',
    '**$total** · variable\n\n- Assigned in "A".\n- Nothing reads it.',
  ],
  [
    'a variable where it is read',
    json(
      '{"Type": "Pass", "QueryLanguage": "JSONata", "Assign": {"total": 1}, "Next": "C"}, "C": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% |$total + 1 %}", "End": true}',
    ),
    '$total',
    '**$total** · `number`\n\n- Assigned in "A".\n- Read in "C".',
  ],
  [
    'a choice operator',
    json('{"Type": "Choice", "Choices": [{"Variable": "$.a", "NumericLess|Than": 3, "Next": "B"}]}'),
    '"NumericLessThan"',
    '**NumericLessThan** · number',
  ],
  [
    'a field in YAML',
    'StartAt: A\nStates:\n  A:\n    Type: Wait\n    Second|s: 3\n    End: true\n',
    'Seconds',
    '**Seconds**',
    'a.asl.yaml',
  ],
  [
    'JSONata in a block scalar',
    'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: |-\n      {%\n        $su|m([1])\n      %}\n    End: true\n'.replace(
      'Output: |-',
      'Output: ||-',
    ),
    '$sum',
    '**$sum(',
    'a.asl.yaml',
  ],
];

describe('hover', () => {
  for (const [name, marked, word, title, path] of CASES) {
    it(name, () => {
      const { document, offset } = documentAt(marked, path);
      const found = hover(document, offset);
      assert.ok(found, 'no hover');
      assert.equal(document.text.slice(found.span.start, found.span.end), word);
      assert.ok(found.markdown.startsWith(title), found.markdown);
    });
  }

  /** What is said of the pattern of a call, and what is not. */
  const PATTERNS: readonly (readonly [resource: string, says: RegExp, not?: RegExp])[] = [
    ['aws-sdk:glue:startJobRun', /Request a response/, /does not take/],
    ['aws-sdk:glue:startJobRun.sync', /AWS does not take `\.sync` on calls of the AWS SDK/, /[Ww]aits until/],
    ['aws-sdk:glue:startJobRun.sync', /`glue:startJobRun\.sync` waits so/],
    ['aws-sdk:sfn:startExecution.sync:2', /`states:startExecution\.sync:2` waits so/],
    ['aws-sdk:s3:getObject.sync', /AWS does not take `\.sync`/, /waits so/],
    ['aws-sdk:sqs:sendMessage.waitForTaskToken', /Wait for a callback/, /Also as|does not take/],
    ['lambda:invoke.sync', /AWS does not take `\.sync` on "lambda:invoke"/, /[Ww]aits until the job/],
    ['glue:startJobRun.sync', /Run a job: .*\n(.*\n)*.*Not in Express/, /Also as/],
  ];
  for (const [resource, says, not] of PATTERNS) {
    it(`says of ${resource} whether it waits`, () => {
      const { document, offset } = documentAt(
        json(`{"Type": "Task", "Resource": "arn:aws:states:::|${resource}", "Next": "B"}`),
      );
      const { markdown = '' } = hover(document, offset) ?? {};
      assert.match(markdown, says);
      if (not) assert.doesNotMatch(markdown, not);
    });
  }

  it('shows the example of a type in the format of the file and the language of the state', () => {
    const { document, offset } = documentAt(
      'StartAt: A\nStates:\n  A:\n    Type: Ta|sk\n    QueryLanguage: JSONata\n    Resource: x\n    End: true\n',
      'a.asl.yaml',
    );
    const { markdown = '' } = hover(document, offset) ?? {};
    assert.match(markdown, /```yaml\nType: Task\nResource: .*\nArguments:\n {2}FunctionName: /);
  });

  it('says nothing about free text and in files that are none of ours', () => {
    for (const [text, path] of [
      [json('{"Type": "Pass", "Result": {"mine": "x|y"}, "Next": "B"}'), 'a.asl.json'],
      ['{"Type": "Wa|it"}', 'other.json'],
      ['|', 'a.asl.json'],
    ]) {
      const { document, offset } = documentAt(text, path);
      assert.equal(hover(document, offset), undefined, text);
    }
  });
});
