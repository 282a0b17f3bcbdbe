import assert from 'node:assert/strict';
import { apply, offers } from './apply';

const JSON_TEXT = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    «"B": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "C" }],
      "Default": "D"
    },
    "C": {
      "Type": "Pass",
      "Result": { "a": 1 },
      "Next": "D"
    }»,
    "D": { "Type": "Succeed" }
  }
}
`;

const YAML_TEXT = `StartAt: A
States:
  A:
    Type: Pass
    Next: B
  # the work
  «B:
    Type: Task # runs
    Resource: arn:aws:states:::lambda:invoke
    Parameters:
      FunctionName: f
      Payload: |
        two
        lines
    Next: C»
  # the end
  C:
    Type: Succeed
`;

describe('extracting a branch', () => {
  it('moves the states as they are written, and what follows gets what it got', () => {
    assert.equal(
      apply(JSON_TEXT, 'Extract 2 states to a branch of a Parallel').text,
      `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B in parallel" },
    "B in parallel": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "B",
          "States": {
            "B": {
              "Type": "Choice",
              "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "C" }],
              "Default": "B in parallel done"
            },
            "C": {
              "Type": "Pass",
              "Result": { "a": 1 },
              "End": true
            },
            "B in parallel done": { "Type": "Succeed" }
          }
        }
      ],
      "OutputPath": "$[0]",
      "Next": "D"
    },
    "D": { "Type": "Succeed" }
  }
}
`,
    );
  });

  it('says why a selection cannot be extracted', () => {
    const reasons: readonly (readonly [text: string, reason: string])[] = [
      [
        JSON_TEXT.replace(
          '"A": { "Type": "Pass", "Next": "B" }',
          '"A": { "Type": "Choice", "Choices": [{ "Variable": "$", "IsNull": true, "Next": "B" }], "Default": "C" }',
        ),
        'A run enters the selection at "B" and "C": it has to have one entry.',
      ],
      [
        JSON_TEXT.replace('"Next": "D"', '"Next": "A"'),
        'A run leaves the selection to "D" and "A": it has to have one exit.',
      ],
      [
        JSON_TEXT.replace('"Next": "D"', '"End": true'),
        'A run ends with "C" or leaves the selection to "D": it has to have one exit.',
      ],
      [
        JSON_TEXT.replace('"Result": { "a": 1 }', '"Assign": { "v": 1 }').replace(
          '"D": { "Type": "Succeed" }',
          '"D": { "Type": "Succeed", "OutputPath": "$v" }',
        ),
        '"D" reads the variable "$v", which the selection sets.',
      ],
      [
        JSON_TEXT.replace('"Next": "D"', '"Next": "B"').replace('"Default": "D"', '"Default": "C"'),
        'No run leaves the selection.',
      ],
    ];
    for (const [text, reason] of reasons) {
      const offer = offers(text).find(({ title }) => title.startsWith('Extract 2 states to a branch'));
      assert.equal(offer?.disabled, reason);
    }
  });
});

describe('wrapping in a Map', () => {
  it('moves a state of YAML with its comments and block texts', () => {
    assert.equal(
      apply(YAML_TEXT, 'Wrap "B" in a Map', 'a.asl.yaml').text,
      `StartAt: A
States:
  A:
    Type: Pass
    Next: B for each
  B for each:
    Type: Map
    ItemsPath: $
    ItemProcessor:
      ProcessorConfig:
        Mode: INLINE
      StartAt: B
      States:
        # the work
        B:
          Type: Task # runs
          Resource: arn:aws:states:::lambda:invoke
          Parameters:
            FunctionName: f
            Payload: |
              two
              lines
          End: true
    Next: C
  # the end
  C:
    Type: Succeed
`,
    );
  });

  it('is offered for the state at the cursor, also in one line of JSON', () => {
    const { text } = apply(
      '{"StartAt":"A","States":{"A":{«»"Type":"Pass","End":true}}}',
      'Wrap "A" in a Map',
    );
    assert.deepEqual(JSON.parse(text), {
      StartAt: 'A for each',
      States: {
        'A for each': {
          Type: 'Map',
          ItemsPath: '$',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'INLINE' },
            StartAt: 'A',
            States: { A: { Type: 'Pass', End: true } },
          },
          End: true,
        },
      },
    });
  });

  it('writes into a definition that a template holds', () => {
    const { text } = apply(
      'Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: !GetAtt R.Arn\n      DefinitionString: !Sub |\n        {\n          "StartAt": "A",\n          "States": {\n            «»"A": {\n              "Type": "Pass",\n              "End": true\n            }\n          }\n        }\n',
      'Wrap "A" in a Map',
      'template.yaml',
    );
    assert.match(text, /\n {18}"A": \{\n {20}"Type": "Pass",\n {20}"End": true\n {18}\}\n/);
  });
});

describe('extracting a nested state machine', () => {
  it('makes a file beside the document and a Task that waits for it', () => {
    const { text, result } = apply(YAML_TEXT, 'Extract "B" to a nested state machine', 'a.asl.yaml');
    assert.match(
      text,
      / {2}Run B:\n {4}Type: Task\n {4}Resource: arn:aws:states:::states:startExecution\.sync:2\n {4}Parameters:\n {6}StateMachineArn: "?\$\{BArn\}"?\n {6}Input\.\$: \$\n {4}OutputPath: \$\.Output\n {4}Next: C\n/,
    );
    assert.deepEqual(result.file, {
      name: 'b.asl.yaml',
      text: `StartAt: B
States:
  # the work
  B:
    Type: Task # runs
    Resource: arn:aws:states:::lambda:invoke
    Parameters:
      FunctionName: f
      Payload: |
        two
        lines
    End: true
`,
    });
  });

  it('is not for states that run in Express workflows', () => {
    const text = `{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": {
      "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
      "StartAt": "A", "States": { «»"A": { "Type": "Pass", "End": true } } }, "End": true } } }`;
    assert.equal(
      offers(text).find(({ title }) => title.includes('nested state machine'))?.disabled,
      'The selection runs in Express workflows, which cannot wait for another state machine.',
    );
  });

  it('is not for states that read the context of their execution', () => {
    const offer = offers(
      YAML_TEXT.replace('FunctionName: f', () => 'FunctionName.$: $$.Execution.Name'),
      'a.asl.yaml',
    );
    assert.equal(
      offer.find(({ title }) => title.includes('nested state machine'))?.disabled,
      '"B" reads the context of this execution.',
    );
  });
});
