import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { references } from '../../src/language/references';
import { readyHcl } from '../support/hcl';
import { readMarks, writeMarks } from '../support/marks';

/** Templates in which every place is marked that names one thing. */
const TEMPLATES: readonly (readonly [path: string, marked: string])[] = [
  [
    'template.yaml',
    `Parameters:
  Stage: { Type: String }
Resources:
  «Work»:
    Type: AWS::Lambda::Function
    Properties: { Handler: work.main, FunctionName: !Sub "\${Stage}-work" }
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: r
      DefinitionString: !Sub |
        { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "«\${Work.Arn}»", "End": true } } }
  Role:
    Type: AWS::Lambda::Permission
    Properties: { Action: "lambda:InvokeFunction", FunctionName: !Ref «Work», Principal: !Sub "x-«\${Work}»" }
Outputs:
  Arn: { Value: !GetAtt «Work.Arn» }
`,
  ],
  [
    'template.json',
    `{ "Parameters": { «"Stage"»: { "Type": "String" } },
  "Resources": { "Q": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": «{ "Ref": "Stage" }», "Tags": [{ "Key": "s", "Value": { "Fn::Sub": "a-«\${Stage}»" } }] } } } }`,
  ],
  [
    'main.tf',
    `resource "aws_lambda_function" «"work"» {
  handler = "work.main"
}
resource "aws_sfn_state_machine" "flow" {
  definition = <<-EOF
  { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "\${«aws_lambda_function.work.arn»}", "End": true } } }
  EOF
}
output "arn" {
  value = «aws_lambda_function.work.arn»
}
`,
  ],
];

describe('references in a template', () => {
  before(readyHcl);

  for (const [path, marked] of TEMPLATES) {
    const { text, spans } = readMarks(marked);
    for (const { start } of spans) {
      it(`are all found from offset ${start} of ${path}`, () => {
        const found = references(new LanguageDocument({ path, text }), start + 3);
        assert.equal(
          writeMarks(
            text,
            found.map(({ span }) => span),
          ),
          marked,
        );
        assert.deepEqual(
          found.map(({ role }) => role),
          ['definition', ...spans.slice(1).map(() => 'reference')],
        );
      });
    }
  }

  it('are none where nothing of the template is named', () => {
    const { text } = readMarks(TEMPLATES[0][1]);
    const document = new LanguageDocument({ path: 'template.yaml', text });
    assert.deepEqual(references(document, text.indexOf('AWS::Lambda') + 2), []);
  });
});
