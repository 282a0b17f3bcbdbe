import assert from 'node:assert/strict';
import { formatting } from '../../src/language/formatting';
import { LanguageDocument } from '../../src/language/document';
import { applyEdits } from '../../src/syntax/edit';
import { readyHcl } from '../support/hcl';

const OPTIONS = { tabSize: 2, insertSpaces: true };

function laidOut(text: string, path: string, range?: { start: number; end: number }): string {
  return applyEdits(text, formatting(new LanguageDocument({ path, text }), OPTIONS, range));
}

interface Case {
  readonly title: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const CFN = `# a template
Resources:
    Flow:   # odd, and not ours
        Type: AWS::StepFunctions::StateMachine
        Properties:
`;
const AFTER = `
    Other: {Type: AWS::SNS::Topic}
`;

/** A template whose other parts are laid out oddly. */
function inJson(definition: string): string {
  return `{
  "Resources": {"Flow": {
    "Type":    "AWS::StepFunctions::StateMachine",
    "Properties": {
      "Definition": ${definition},
      "RoleArn":   "r" } } } }
`;
}

/** A definition of Serverless in a file whose other parts are laid out oddly. */
function inServerless(definition: string): string {
  return `service:   s
provider: { name: aws }
stepFunctions:
  stateMachines:
    flow:
      name:   f
      definition:
${definition}
      loggingConfig:   x
`;
}

const CASES: readonly Case[] = [
  {
    title: 'a block scalar',
    path: 'template.yaml',
    before: `${CFN}            DefinitionString: !Sub |

              {"StartAt": "A",
                  "States": {"A": {"Type":"Task", "Resource": "\${Load.Arn}",
              "End": true}}}
${AFTER}`,
    after: `${CFN}            DefinitionString: !Sub |

              {
                "StartAt": "A",
                "States": {
                  "A": {
                    "Type": "Task",
                    "Resource": "\${Load.Arn}",
                    "End": true
                  }
                }
              }
${AFTER}`,
  },
  {
    title: 'a folded block',
    path: 'template.yaml',
    before: `${CFN}            DefinitionString: >-
              { "StartAt": "A",
                "States": { "A": {"Type":"Succeed"} } }
${AFTER}`,
    after: `${CFN}            DefinitionString: >-
              {
                "StartAt": "A",
                "States": {
                  "A": {
                    "Type": "Succeed"
                  }
                }
              }
${AFTER}`,
  },
  {
    title: 'a block of lines that end in the manner of Windows',
    path: 'template.yaml',
    before: `${CFN}            DefinitionString: |
              {"StartAt": "A", "States": {"A": {"Type":"Succeed"}}}
${AFTER}`.replaceAll('\n', '\r\n'),
    after: `${CFN}            DefinitionString: |
              {
                "StartAt": "A",
                "States": {
                  "A": {
                    "Type": "Succeed"
                  }
                }
              }
${AFTER}`.replaceAll('\n', '\r\n'),
  },
  {
    title: 'an object of SAM',
    path: 'template.yaml',
    before: `Transform: AWS::Serverless-2016-10-31
${CFN.replace('StepFunctions', 'Serverless')}            Definition:
                # begins
                StartAt:   A
                States:
                   A:   # the work
                      Type: Task
                      Resource: !GetAtt   Load.Arn
                      Comment: |
                        two
                          lines

                      End:    true
${AFTER}`,
    after: `Transform: AWS::Serverless-2016-10-31
${CFN.replace('StepFunctions', 'Serverless')}            Definition:
                # begins
                StartAt: A
                States:
                  A:
                    # the work
                    Type: Task
                    Resource: !GetAtt Load.Arn
                    Comment: |
                      two
                        lines

                    End: true
${AFTER}`,
  },
  {
    title: 'a definition of Serverless',
    path: 'serverless.yml',
    before: inServerless(`        StartAt:  A
        States:
            A: {Type: Task, Resource: {Fn::GetAtt: [f, Arn]}, End: true}`),
    after: inServerless(`        StartAt: A
        States:
          A: { Type: Task, Resource: { Fn::GetAtt: [ f, Arn ] }, End: true }`),
  },
  {
    title: 'a Definition in JSON',
    path: 'template.json',
    before: inJson('{"StartAt": "A",\n        "States": {"A": {"Type":"Succeed"}}}'),
    after: inJson(`{
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Succeed"
          }
        }
      }`),
  },
  {
    title: 'a heredoc',
    path: 'main.tf',
    before: `resource "aws_sfn_state_machine" "flow" {
  name =   "x"
  definition = <<-EOF
    {"StartAt": "A", "States": {
    "A": {"Type":"Task", "Resource": "\${aws_lambda_function.f["a"].arn}", "End": true}}}
  EOF
}
`,
    after: `resource "aws_sfn_state_machine" "flow" {
  name =   "x"
  definition = <<-EOF
    {
      "StartAt": "A",
      "States": {
        "A": {
          "Type": "Task",
          "Resource": "\${aws_lambda_function.f["a"].arn}",
          "End": true
        }
      }
    }
  EOF
}
`,
  },
  {
    title: 'an event pattern in a heredoc',
    path: 'main.tf',
    before: `resource "aws_cloudwatch_event_rule" "r" {
  event_pattern = <<EOF
{"source": ["aws.s3"],
"detail-type": ["Object Created"]}
EOF
}
`,
    after: `resource "aws_cloudwatch_event_rule" "r" {
  event_pattern = <<EOF
{
  "source": [
    "aws.s3"
  ],
  "detail-type": [
    "Object Created"
  ]
}
EOF
}
`,
  },
];

describe('formatting inside of templates', () => {
  before(readyHcl);

  for (const { title, path, before, after } of CASES) {
    it(`lays out ${title} and nothing else, once and for all`, () => {
      const once = laidOut(before, path);
      assert.equal(once, after);
      assert.equal(laidOut(once, path), once);
    });
  }

  it('leaves alone what has no lines or cannot be read', () => {
    const kept: readonly (readonly [path: string, text: string])[] = [
      ['template.yaml', `${CFN}            DefinitionString: '{"StartAt":"A","States":{}}'\n`],
      [
        'template.yaml',
        `${CFN}            DefinitionString: |\n              {"StartAt": "A", "States": {\n`,
      ],
      ['template.yaml', `${CFN}            Definition: {StartAt: A,   States: {}}\n`],
      [
        'main.tf',
        'resource "aws_sfn_state_machine" "flow" {\n  definition = jsonencode({\n    StartAt =   "A"\n    States = {}\n  })\n}\n',
      ],
    ];
    for (const [path, text] of kept) assert.equal(laidOut(text, path), text);
  });

  it('keeps to the definition in the range', () => {
    const one = (name: string): string =>
      `  ${name}:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: |\n        {"StartAt":"A","States":{}}\n`;
    const text = `Resources:\n${one('First')}${one('Second')}`;
    const start = text.indexOf('{', text.indexOf('Second'));
    const after = laidOut(text, 'template.yaml', { start, end: start + 5 });
    assert.ok(after.startsWith(`Resources:\n${one('First')}`));
    assert.match(after, /\{\n {10}"StartAt": "A",/);
  });

  it('keeps to the lines of the range', () => {
    const lines = ['{"StartAt":"A",', '  "Comment":"b",', ' "States":{}}'];
    const text = `${CFN}            DefinitionString: |\n${lines.map((line) => `              ${line}\n`).join('')}${AFTER}`;
    const start = text.indexOf('"Comment"');
    const after = laidOut(text, 'template.yaml', { start, end: start + 3 });
    assert.equal(after, text.replace('  "Comment":"b"', '  "Comment": "b"'));
  });
});
