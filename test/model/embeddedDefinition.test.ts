import assert from 'node:assert/strict';
import { locate } from '../../src/model/locate';
import { lint } from '../../src/rules/run';
import { readMarks, writeMarks } from '../support/marks';

/** A text of a template, with the places of all findings in its definitions marked. */
interface Case {
  readonly title: string;
  readonly path?: string;
  readonly text: string;
}

const CASES: readonly Case[] = [
  {
    title: 'a block scalar of Fn::Sub',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "Load",
          "States": {
            "Load": { "Type": "Task", "Resource": "\${LoadFunction.Arn}", "Next": «"Sace"» },
            "Save": { "Type": "Succeed", «"Nxt"»: "Load" }
          }
        }
`,
  },
  {
    title: 'a folded block scalar',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: >-
        { "StartAt": "Load",
          "States": {
            "Load": { "Type": "Pass", "Next": «"Sace"» },
            "Save": { "Type": "Succeed" } } }
`,
  },
  {
    title: 'a string in quotes',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: "{\\"StartAt\\": \\"A\\", \\"States\\": { \\"A\\": { \\"Type\\": «\\"Pas\\"», \\"End\\": true } } }"
`,
  },
  {
    title: 'Fn::Sub with values of its own',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub
        - |
          { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "\${arn}", "Next": «"B"» }, "C": { "Type": "Succeed" } } }
        - arn: !GetAtt F.Arn
`,
  },
  {
    title: 'Fn::Join of pieces and references in JSON',
    path: 'template.json',
    text: `{
  "Resources": {
    "Flow": {
      "Type": "AWS::StepFunctions::StateMachine",
      "Properties": {
        "DefinitionString": { "Fn::Join": ["\\n", [
          "{",
          "  \\"StartAt\\": «\\"Start\\"»,",
          "  \\"States\\": {",
          { "Fn::Join": ["", ["\\"A\\": { \\"Type\\": \\"Task\\", \\"Resource\\": \\"", { "Fn::GetAtt": ["F", "Arn"] }, "\\", \\"End\\": true }"]] },
          "} }"
        ]] }
      }
    }
  }
}`,
  },
  {
    title: 'Fn::ToJsonString of an object',
    path: 'template.yaml',
    text: `Transform: AWS::LanguageExtensions
Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString:
        Fn::ToJsonString:
          StartAt: A
          States:
            A: { Type: Task, Resource: !GetAtt F.Arn, Next: «B» }
            C: { Type: Succeed }
`,
  },
  {
    title: 'an object of the template, with functions of either form',
    text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Load
        States:
          Load:
            Type: Task
            Resource: !GetAtt F.Arn
            TimeoutSeconds: !Ref Timeout
            Next: «Sace»
          Save:
            Type: Task
            Resource:
              Fn::GetAtt: [F, Arn]
            End: true
`,
  },
  {
    title: 'both branches of a condition',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !If
        - Live
        - '{ "StartAt": «"A"», "States": { "B": { "Type": "Succeed" } } }'
        - '{ "StartAt": «"C"», "States": { "D": { "Type": "Succeed" } } }'
`,
  },
  {
    title: 'a text that does not read as JSON',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
        { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } «garbage»
`,
  },
  {
    title: 'placeholders that DefinitionSubstitutions fill in',
    text: `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionSubstitutions: { seconds: 5, fn: x }
      DefinitionString: |
        { "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": \${seconds}, "Next": «"B"» }, "C": { "Type": "Succeed" } } }
`,
  },
];

describe('a definition inside a template', () => {
  for (const { title, path = 'template.yaml', text: marked } of CASES) {
    it(`is judged in place: ${title}`, () => {
      const { text, spans } = readMarks(marked);
      const found = lint({ path, text }).filter(
        ({ rule, severity }) =>
          rule.startsWith('asl/') && rule !== 'asl/unreachable-state' && severity === 'error',
      );
      assert.equal(
        writeMarks(
          text,
          found.map(({ span }) => span),
        ),
        writeMarks(text, spans),
        found.map(({ rule, message }) => `${rule}: ${message}`).join('\n') || 'nothing was found',
      );
    });
  }

  it('is Express where its resource says so', () => {
    const text = (key: string, type: string): string => `Resources:
  Flow:
    Type: ${type}
    Properties:
      ${key}: EXPRESS
      Definition: { StartAt: A, States: { A: { Type: Succeed } } }
`;
    const types = [
      text('StateMachineType', 'AWS::StepFunctions::StateMachine'),
      text('Type', 'AWS::Serverless::StateMachine'),
    ].map((template) => locate({ path: 't.yaml', text: template }).stateMachines[0]?.type);
    assert.deepEqual(types, ['EXPRESS', 'EXPRESS']);
  });

  it('that stands in another file is named with what is filled in', () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flows/load.asl.json
      DefinitionSubstitutions:
        LoadArn: !GetAtt Load.Arn
        Table: orders
`;
    const [definition] = locate({ path: 't.yaml', text }).definitions;
    assert.equal(definition.path, 'flows/load.asl.json');
    assert.deepEqual(
      definition.substitutions?.map(({ name }) => name),
      ['LoadArn', 'Table'],
    );
  });
});
