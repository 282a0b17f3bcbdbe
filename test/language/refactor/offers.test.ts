import assert from 'node:assert/strict';
import { apply, offers } from './apply';

function titles(marked: string, path?: string): string[] {
  return offers(marked, path).map(({ title }) => title);
}

const glue = (rest = ''): string =>
  `{
  "StartAt": "Run",
  "States": {
    «»"Run": {
      "Type": "Task",
      "Resource": "arn:aws:states:::glue:startJobRun.sync",
      "Parameters": { "JobName": "j" },${rest}
      "End": true
    },
    "Tell": { "Type": "Fail" }
  }
}
`.replace(
    '"End": true',
    rest.includes('Tell')
      ? '"End": true'
      : '"Catch": [{ "ErrorEquals": ["A.B"], "Next": "Tell" }],\n      "End": true',
  );

describe('adding "Retry"', () => {
  it('takes the errors that pass by themselves, and the waits that suit the call', () => {
    const { text } = apply(glue(), 'Add "Retry" for passing errors to "Run"');
    const { Retry } = (JSON.parse(text) as { States: { Run: { Retry: unknown } } }).States.Run;
    assert.deepEqual(Retry, [
      {
        ErrorEquals: ['Glue.AWSGlueException', 'Glue.ConcurrentRunsExceededException'],
        IntervalSeconds: 60,
        MaxAttempts: 5,
        BackoffRate: 1.5,
        JitterStrategy: 'FULL',
      },
    ]);
    assert.match(text, /"Parameters": \{ "JobName": "j" \},\n {6}"Retry": \[\n/);
  });

  it('adds what is missing before the retrier for every error', () => {
    const before =
      'StartAt: A\nStates:\n  «»A:\n    Type: Task\n    Resource: arn:aws:states:::lambda:invoke # call\n    Parameters: { FunctionName: f }\n    Retry:\n      - ErrorEquals: [Lambda.ServiceException]\n      - ErrorEquals: [States.ALL] # the rest\n        MaxAttempts: 1\n    End: true\n';
    const { text } = apply(before, /Add "Retry"/, 'a.asl.yaml');
    assert.match(
      text,
      /Lambda\.SdkClientException[\s\S]*JitterStrategy: FULL\n {6}- ErrorEquals: \[States\.ALL\] # the rest\n/,
    );
    assert.equal(text.match(/Lambda\.ServiceException/g)?.length, 1);
    assert.ok(
      !titles(text.replace('  A:', '  «»A:'), 'a.asl.yaml').some((title) => title.startsWith('Add "Retry"')),
    );
  });
});

describe('a definition that cannot be read', () => {
  it('takes what is added to a state, and is told why its states are not moved', () => {
    const found = offers(glue().replace('"Fail" }', '"Fail }'));
    const [added, ...others] = found.filter(({ id }) => id !== 'addCatch' && !id.endsWith('Jsonata'));
    assert.deepEqual([added.id, added.disabled], ['addRetry', undefined]);
    assert.ok(others.length > 0);
    for (const { disabled } of others) assert.equal(disabled, 'The definition cannot be read as it stands.');
  });
});

describe('adding "Catch"', () => {
  it('leads to a new Fail state that says what has happened', () => {
    const { text } = apply(glue(), 'Add "Catch" that leads to a new Fail state');
    const { States } = JSON.parse(text) as { States: Record<string, { Catch?: unknown[] }> };
    assert.deepEqual(States.Run.Catch?.at(-1), {
      ErrorEquals: ['States.ALL'],
      ResultPath: '$.error',
      Next: 'Run failed',
    });
    assert.deepEqual(States['Run failed'], {
      Type: 'Fail',
      ErrorPath: '$.error.Error',
      CausePath: '$.error.Cause',
    });
  });

  it('leads to a state of the level that reports already', () => {
    const { text } = apply(glue(), 'Add "Catch" that leads to "Tell"');
    assert.match(text, /"ResultPath": "\$\.error",\s+"Next": "Tell"/);
  });

  it('leads to no step of the work that follows, though it sends a message', () => {
    const work =
      'StartAt: A\nStates:\n  «»A: { Type: Task, Resource: arn:aws:states:::lambda:invoke, Parameters: { FunctionName: f }, Next: Sold }\n  Sold: { Type: Task, Resource: arn:aws:states:::sns:publish, Parameters: { TopicArn: t, Message: m }, End: true }\n  Alarm: { Type: Task, Resource: arn:aws:states:::sns:publish, Parameters: { TopicArn: t, Message: m }, End: true }\n';
    assert.deepEqual(
      titles(work, 'a.asl.yaml').filter((title) => title.startsWith('Add "Catch"')),
      ['Add "Catch" that leads to "Alarm"', 'Add "Catch" that leads to a new Fail state'],
    );
  });

  it('keeps the input in JSONata', () => {
    const { text } = apply(
      'QueryLanguage: JSONata\nStartAt: A\nStates:\n  «»A:\n    Type: Parallel\n    Branches:\n      - StartAt: B\n        States: { B: { Type: Succeed } }\n    End: true\n',
      /new Fail state/,
      'a.asl.yaml',
    );
    assert.match(
      text,
      /Output: "\{% \$merge\(\[\$states\.input, \{'error': \$states\.errorOutput\}\]\) %\}"/,
    );
    assert.match(text, / {2}A failed:\n {4}Type: Fail\n/);
  });
});

describe('removing unreachable states', () => {
  it('takes all of them out at once, on every level', () => {
    const { text } = apply(
      '{\n  «»"StartAt": "A",\n  "States": {\n    "X": { "Type": "Succeed" },\n    "A": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Succeed" }, "J": { "Type": "Succeed" } } }, "End": true },\n    "Y": { "Type": "Pass", "Next": "X" },\n    "Z": { "Type": "Succeed" }\n  }\n}\n',
      'Remove all 4 unreachable states',
    );
    assert.equal(
      text,
      '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }, "End": true }\n  }\n}\n',
    );
  });
});

describe('conversion to JSONata as an action', () => {
  it('is offered for the state at the cursor and for the machine', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass",«»"Next":"B"},"B":{"Type":"Succeed"}}}';
    assert.deepEqual(
      titles(text).filter((title) => title.includes('JSONata')),
      ['Convert "A" to JSONata', 'Convert the state machine to JSONata'],
    );
  });

  it('writes into templates with the quoting of the host', () => {
    const { text } = apply(
      'Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: !GetAtt R.Arn\n      DefinitionString: !Sub |\n        {\n          "StartAt": "A",\n          "States": {\n            «»"A": { "Type": "Pass", "OutputPath": "$.x", "End": true }\n          }\n        }\n',
      'Convert the state machine to JSONata',
      'template.yaml',
    );
    assert.match(text, / {10}"StartAt": "A",\n {10}"QueryLanguage": "JSONata",\n/);
    assert.match(text, /"A": \{ "Type": "Pass", "Output": "\{% \$states\.input\.x %\}", "End": true \}/);
  });
});

describe('sorting states', () => {
  it('follows the flow on every level and takes comments along', () => {
    const before = [
      'StartAt: «»A',
      'States:',
      '  # the end',
      '  Z:',
      '    Type: Succeed # done',
      '',
      '  # the map',
      '  M:',
      '    Type: Map',
      '    ItemProcessor:',
      '      StartAt: I',
      '      States:',
      '        J: { Type: Succeed } # last',
      '        I: { Type: Pass, Next: J }',
      '    Next: Z',
      '  A:',
      '    Type: Pass',
      '    Next: M',
      '',
    ].join('\n');
    assert.equal(
      apply(before, 'Sort states in the order of the flow', 'a.asl.yaml').text,
      [
        'StartAt: A',
        'States:',
        '  A:',
        '    Type: Pass',
        '    Next: M',
        '',
        '  # the map',
        '  M:',
        '    Type: Map',
        '    ItemProcessor:',
        '      StartAt: I',
        '      States:',
        '        I: { Type: Pass, Next: J }',
        '        J: { Type: Succeed } # last',
        '    Next: Z',
        '  # the end',
        '  Z:',
        '    Type: Succeed # done',
        '',
      ].join('\n'),
    );
  });

  it('leaves the commas of JSON where they are, and is not offered twice', () => {
    const before = '{"StartAt":"A","States":{«»"B":{"Type":"Succeed"},"A":{"Type":"Pass","Next":"B"}}}';
    const { text } = apply(before, 'Sort states in the order of the flow');
    assert.equal(text, '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}');
    assert.ok(!titles(text.replace('"A":{', '«»"A":{')).some((title) => title.startsWith('Sort')));
  });
});
