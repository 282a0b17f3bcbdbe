import { stringify } from 'yaml';

/** A value that its host fills in: stands for the ARN of the function `Work`. */
export const FILLED_IN = '<work>';

/** A file around a definition of JSON with two blanks of indentation, in one way of writing it. */
export interface Hosting {
  readonly path: string;
  /** `definition` holds `FILLED_IN` only as the whole of a text. */
  readonly embed: (definition: string) => string;
}

const QUOTED = `"${FILLED_IN}"`;

function margin(columns: number, text: string): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(columns)}`);
}

function cloudFormation(definition: string, type = 'AWS::StepFunctions::StateMachine', rest = ''): string {
  return `Resources:
  Flow:
    Type: ${type}
    Properties:
      # who runs it
      RoleArn: !GetAtt Role.Arn
${rest}      ${definition}
  Work:
    Type: AWS::Serverless::Function
`;
}

function inJson(definition: string, rest = ''): string {
  return `{
  "Resources": {
    "Flow": {
      "Type": "AWS::StepFunctions::StateMachine",
      "Properties": {
        "RoleArn": { "Fn::GetAtt": ["Role", "Arn"] },${rest}
        ${definition}
      }
    },
    "Work": { "Type": "AWS::Serverless::Function" }
  }
}
`;
}

function yamlOf(definition: string, filled: string): string {
  return stringify(JSON.parse(definition)).trim().replaceAll(FILLED_IN, filled);
}

function hclOf(definition: string, filled: string): string {
  return definition
    .trim()
    .replace(/"([A-Za-z]\w*)": /g, '$1 = ')
    .replaceAll(QUOTED, filled);
}

/** The lines of a text, each without its break. */
function linesOf(definition: string): string[] {
  return definition.trim().split('\n');
}

/** Every way to hold a definition. */
export const HOSTINGS: Readonly<Record<string, Hosting>> = {
  'a file of JSON': {
    path: 'flow.asl.json',
    embed: (definition) => definition.replaceAll(FILLED_IN, '${WorkArn}'),
  },
  'a file of YAML': {
    path: 'flow.asl.yaml',
    embed: (definition) => `${yamlOf(definition, '${WorkArn}')}\n`,
  },
  'DefinitionString in JSON': {
    path: 'template.json',
    embed: (definition) =>
      inJson(
        `"DefinitionString": ${JSON.stringify(definition.trim().replaceAll(FILLED_IN, '${WorkArn}'))}`,
        '\n        "DefinitionSubstitutions": { "WorkArn": { "Fn::GetAtt": ["Work", "Arn"] } },',
      ),
  },
  'DefinitionString in YAML': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `DefinitionString: |-\n        ${margin(8, definition.trim().replaceAll(FILLED_IN, '${WorkArn}'))}`,
        undefined,
        '      DefinitionSubstitutions:\n        WorkArn: !GetAtt Work.Arn\n',
      ),
  },
  'Fn::Sub': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `DefinitionString: !Sub |\n        ${margin(8, definition.trim().replaceAll(FILLED_IN, '${Work.Arn}'))}`,
      ),
  },
  'Fn::Sub with values': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `DefinitionString: !Sub\n        - |\n          ${margin(10, definition.trim().replaceAll(FILLED_IN, '${WorkArn}'))}\n        - WorkArn: !GetAtt Work.Arn`,
      ),
  },
  'Fn::Sub in JSON': {
    path: 'template.json',
    embed: (definition) =>
      inJson(
        `"DefinitionString": { "Fn::Sub": ${JSON.stringify(definition.trim().replaceAll(FILLED_IN, '${Work.Arn}'))} }`,
      ),
  },
  'lines of Fn::Join in JSON': {
    path: 'template.json',
    embed: (definition) =>
      inJson(
        `"DefinitionString": { "Fn::Join": ["\\n", [\n          ${linesOf(definition)
          .map((line) => {
            const [before, behind] = line.split(FILLED_IN).map((part) => JSON.stringify(part));
            return behind
              ? `{ "Fn::Join": ["", [${before}, { "Fn::GetAtt": ["Work", "Arn"] }, ${behind}]] }`
              : before;
          })
          .join(',\n          ')}\n        ]] }`,
      ),
  },
  'lines of Fn::Join in YAML': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `DefinitionString: !Join\n        - "\\n"\n        - - ${linesOf(definition)
          .map((line) =>
            line.includes(FILLED_IN) ? `!Sub '${line.replace(FILLED_IN, '${Work.Arn}')}'` : `'${line}'`,
          )
          .join('\n          - ')}`,
      ),
  },
  'pieces of Fn::Join with breaks': {
    path: 'template.json',
    embed: (definition) =>
      inJson(
        `"DefinitionString": { "Fn::Join": ["", [\n          ${linesOf(definition)
          .map((line) =>
            `${line}\n`
              .split(FILLED_IN)
              .map((part) => JSON.stringify(part))
              .join(',\n          { "Fn::GetAtt": ["Work", "Arn"] },\n          '),
          )
          .join(',\n          ')}\n        ]] }`,
      ),
  },
  'pieces of Fn::Join between values': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `DefinitionString: !Join ['', [${definition
          .trim()
          .split(FILLED_IN)
          .map((part) => JSON.stringify(part))
          .join(', !GetAtt Work.Arn, ')}]]`,
      ),
  },
  'blocks of Fn::Join': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `DefinitionString: !Join\n        - ''\n        - - |-\n            ${margin(
          12,
          definition.trim(),
        ).replaceAll(FILLED_IN, '\n          - !GetAtt Work.Arn\n          - |-\n            ')}`,
      ),
  },
  'Definition of SAM': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `Definition:\n        ${margin(8, yamlOf(definition, '!GetAtt Work.Arn'))}`,
        'AWS::Serverless::StateMachine',
      ),
  },
  'Definition of SAM with substitutions': {
    path: 'template.yaml',
    embed: (definition) =>
      cloudFormation(
        `Definition:\n        ${margin(8, yamlOf(definition, '${WorkArn}'))}`,
        'AWS::Serverless::StateMachine',
        '      DefinitionSubstitutions:\n        WorkArn: !GetAtt Work.Arn\n',
      ),
  },
  'Definition in JSON': {
    path: 'template.json',
    embed: (definition) =>
      inJson(
        `"Definition": ${margin(8, definition.trim().replaceAll(QUOTED, '{ "Fn::GetAtt": ["Work", "Arn"] }'))}`,
      ),
  },
  'the Serverless Framework': {
    path: 'serverless.yml',
    embed: (definition) => `service: flows
provider:
  name: aws
functions:
  work:
    handler: work.handler
stepFunctions:
  stateMachines:
    flow:
      name: flow
      definition:
        ${margin(8, yamlOf(definition, '!GetAtt work.Arn'))}
`,
  },
  'jsonencode of Terraform': {
    path: 'main.tf',
    embed: (definition) => `resource "aws_sfn_state_machine" "flow" {
  name       = "flow"
  role_arn   = aws_iam_role.flow.arn
  definition = jsonencode(${margin(2, hclOf(definition, 'aws_lambda_function.work.arn'))})
}

resource "aws_lambda_function" "work" {}
`,
  },
  'a heredoc of Terraform': {
    path: 'main.tf',
    embed: (definition) => `resource "aws_sfn_state_machine" "flow" {
  name       = "flow"
  role_arn   = aws_iam_role.flow.arn
  definition = <<EOF
${definition.trim().replaceAll(FILLED_IN, '${aws_lambda_function.work["a"].arn}')}
EOF
}

resource "aws_lambda_function" "work" {}
`,
  },
  'an indented heredoc of Terraform': {
    path: 'main.tf',
    embed: (definition) => `resource "aws_sfn_state_machine" "flow" {
  name       = "flow"
  role_arn   = aws_iam_role.flow.arn
  definition = <<-EOF
    ${margin(4, definition.trim().replaceAll(FILLED_IN, '${aws_lambda_function.work.arn}'))}
  EOF
}

resource "aws_lambda_function" "work" {}
`,
  },
};
