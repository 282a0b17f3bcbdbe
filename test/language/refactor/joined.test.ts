import assert from 'node:assert/strict';
import { apply } from './apply';

const YAML = (items: string): string => `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString:
        Fn::Join:
          - "\\n"
          - ${items.replace(/\n(?=.)/g, '\n            ').trimStart()}
`;

interface Case {
  readonly what: string;
  readonly title: string;
  readonly path?: string;
  readonly before: string;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    what: 'keeps the comments between lines, and functions on several lines',
    title: 'Wrap "A" in a Map',
    before: YAML(`- '{"StartAt": "A", "States": {'
# the work
- '  «»"A": {'
- '    "Type": "Task",' # called
# of another stack
- Fn::Join:
    - ''
    - - '    "Resource": "'
      - Fn::ImportValue:
          Fn::Sub: '\${Stage}-work'
      - '",'
- '    "End": true'
- '  }'
- '}}'
`),
    after: YAML(`- '{"StartAt": "A for each", "States": {'
- '  "A for each": {'
- '    "Type": "Map",'
- '    "ItemsPath": "$",'
- '    "ItemProcessor": {'
- '      "ProcessorConfig": {'
- '        "Mode": "INLINE"'
- '      },'
- '      "StartAt": "A",'
- '      "States": {'
# the work
- '        "A": {'
- '          "Type": "Task",' # called
# of another stack
- !Join ["", ['          "Resource": "', { Fn::ImportValue: { Fn::Sub: '\${Stage}-work' } }, '",']]
- '          "End": true'
- '        }'
- '      }'
- '    },'
- '    "End": true'
- '  }'
- '}}'
`),
  },
  {
    what: 'tells functions of one name apart',
    title: 'Sort states in the order of the flow',
    path: 'template.json',
    before: `{ "Resources": { "Flow": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": { "Fn::Join": ["", [
  "{«»\\"StartAt\\": \\"A\\", \\"States\\": {\\"B\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"", { "Fn::If": ["Live", "b", "c"] }, "\\", \\"End\\": true}, ",
  "\\"A\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"", { "Fn::If": ["Live", "a", "d"] }, "\\", \\"Next\\": \\"B\\"}}}"
]] } } } } }
`,
    after: `{ "Resources": { "Flow": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": { "Fn::Join": ["", [
  "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"", { "Fn::If": ["Live", "a", "d"] }, "\\", \\"Next\\": \\"B\\"}, \\"B\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"", { "Fn::If": ["Live", "b", "c"] }, "\\", \\"End\\": true}}}"
]] } } } } }
`,
  },
];

describe('refactoring in the items of Fn::Join', () => {
  for (const { what, title, path, before, after } of CASES)
    it(what, () => {
      assert.equal(apply(before, title, path ?? 'template.yaml').text, after);
    });
});
