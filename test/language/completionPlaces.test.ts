import assert from 'node:assert/strict';
import { complete } from '../../src/language/completion';
import { LanguageDocument } from '../../src/language/document';
import { accept } from '../support/accept';
import { readyHcl } from '../support/hcl';
import { documentAt } from '../support/documents';

type Format = 'json' | 'yaml';
type Write = (text: string) => string;

const indented = (columns: number): Write => {
  const margin = ' '.repeat(columns);
  return (text) => text.replace(/^/gm, margin);
};

/** Members of JSON as Terraform writes them. */
const ownSyntax: Write = (text) =>
  text
    .replace(/"(\w+)": /g, '$1 = ')
    .replace(/("[\w.$]+"): /g, '$1 = ')
    .replace(/,$/gm, '');

const RESOURCE = 'Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n';
const SAM =
  'Transform: AWS::Serverless-2016-10-31\nResources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n';

/** Everywhere that a definition can stand. */
const HOSTS: Readonly<Record<string, readonly [format: Format, path: string, write: Write]>> = {
  JSON: ['json', 'flow.asl.json', (text) => text],
  YAML: ['yaml', 'flow.asl.yaml', (text) => text],
  'a block scalar of CloudFormation': [
    'json',
    'template.yaml',
    (text) => `${RESOURCE}      DefinitionString: !Sub >-\n${indented(8)(text)}\n`,
  ],
  'a string of CloudFormation in JSON': [
    'json',
    'template.json',
    (text) =>
      `{ "Resources": { "Flow": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": ${JSON.stringify(text)} } } } }`,
  ],
  'a Definition of SAM': [
    'yaml',
    'template.yaml',
    (text) => `${SAM}      Definition:\n${indented(8)(text)}\n`,
  ],
  'jsonencode of Terraform': [
    'json',
    'main.tf',
    (text) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = jsonencode(\n${indented(4)(text)}\n  )\n}\n`,
  ],
  'jsonencode of Terraform in its own syntax': [
    'json',
    'main.tf',
    (text) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = jsonencode(\n${indented(4)(ownSyntax(text))}\n  )\n}\n`,
  ],
  'a heredoc of Terraform': [
    'json',
    'main.tf',
    (text) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = <<-EOF\n${indented(4)(text)}\n  EOF\n}\n`,
  ],
  'a definition of Serverless': [
    'yaml',
    'serverless.yml',
    (text) =>
      `service: s\nprovider:\n  name: aws\nstepFunctions:\n  stateMachines:\n    flow:\n      definition:\n${indented(8)(text)}\n`,
  ],
};

/** A place in a state, in both formats, and some of what can be put there. */
interface Case {
  readonly title: string;
  readonly json: string;
  readonly yaml: string;
  readonly offers: readonly string[];
  readonly not?: readonly string[];
  readonly language?: 'JSONata';
}

const TASK = '"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage"';
const YAML_TASK = 'Type: Task\nResource: arn:aws:states:::sqs:sendMessage';

const CASES: readonly Case[] = [
  {
    title: 'fields',
    json: '"Type": "Wait", |',
    yaml: 'Type: Wait\n|',
    offers: ['Seconds', 'Next'],
    not: ['Output', 'Type'],
  },
  { title: 'fields of a state that has none yet', json: '|', yaml: '|', offers: ['Type', 'Next'] },
  { title: 'a first field that is begun', json: '"T|"', yaml: 'T|', offers: ['Type'] },
  { title: 'fields before others', json: '| "Type": "Wait"', yaml: '|\nType: Wait', offers: ['Seconds'] },
  {
    title: 'fields that are begun',
    json: '"Type": "Wait", "Se|"',
    yaml: 'Type: Wait\nSe|',
    offers: ['Seconds'],
  },
  {
    title: 'fields without quotes yet',
    json: '"Type": "Wait", Se|',
    yaml: 'Type: Wait\nSe|\nEnd: true',
    offers: ['Seconds'],
  },
  {
    title: 'fields of a JSONata state',
    json: `${TASK}, |`,
    yaml: `${YAML_TASK}\n|`,
    offers: ['Arguments', 'Output', 'Assign'],
    not: ['Parameters', 'ResultPath'],
    language: 'JSONata',
  },
  {
    title: 'targets',
    json: '"Type": "Pass", "Next": "|"',
    yaml: 'Type: Pass\nNext: |',
    offers: ['B'],
    not: ['A'],
  },
  {
    title: 'targets that are begun',
    json: '"Type": "Pass", "Next": "S|',
    yaml: 'Type: Pass\nNext: S|',
    offers: ['Set'],
  },
  {
    title: 'targets without quotes yet',
    json: '"Type": "Pass", "Next": |',
    yaml: 'Type: Pass\nNext: "|"',
    offers: ['B'],
  },
  { title: 'types', json: '"Type": "|"', yaml: 'Type: |', offers: ['Task', 'Choice'] },
  {
    title: 'retriers',
    json: `${TASK}, "Retry": [|]`,
    yaml: `${YAML_TASK}\nRetry:\n  - |`,
    offers: ['retrier'],
  },
  {
    title: 'catchers',
    json: `${TASK}, "Catch": [|]`,
    yaml: `${YAML_TASK}\nCatch:\n  - |`,
    offers: ['catcher'],
  },
  {
    title: 'choice rules',
    json: '"Type": "Choice", "Choices": [|]',
    yaml: 'Type: Choice\nChoices:\n  - |',
    offers: ['choice rule'],
  },
  {
    title: 'error names',
    json: `${TASK}, "Retry": [{ "ErrorEquals": ["|"] }]`,
    yaml: `${YAML_TASK}\nRetry:\n  - ErrorEquals:\n      - |`,
    offers: ['States.Timeout', 'States.ALL'],
  },
  {
    title: 'error names in brackets',
    json: `${TASK}, "Catch": [{ "ErrorEquals": [|] }]`,
    yaml: `${YAML_TASK}\nCatch:\n  - ErrorEquals: [|]`,
    offers: ['States.TaskFailed'],
  },
  {
    title: 'integrations',
    json: '"Type": "Task", "Resource": "|"',
    yaml: 'Type: Task\nResource: |',
    offers: ['lambda:invoke', 'glue:startJobRun.sync'],
  },
  {
    title: 'integrations by an ARN that is begun',
    json: '"Type": "Task", "Resource": "arn:aws:states:::glu|"',
    yaml: 'Type: Task\nResource: arn:aws:states:::glu|',
    offers: ['glue:startJobRun.sync'],
  },
  {
    title: 'parameters',
    json: `${TASK}, "Parameters": { | }`,
    yaml: `${YAML_TASK}\nParameters:\n  |`,
    offers: ['QueueUrl', 'MessageBody.$'],
  },
  {
    title: 'arguments',
    json: `${TASK}, "Arguments": { "Q|" }`,
    yaml: `${YAML_TASK}\nArguments:\n  Q|`,
    offers: ['QueueUrl'],
    language: 'JSONata',
  },
  {
    title: 'what a reader of items takes',
    json: '"Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { | } }',
    yaml: 'Type: Map\nItemReader:\n  Resource: arn:aws:states:::s3:getObject\n  Parameters:\n    |',
    offers: ['Bucket', 'Key.$', 'VersionId'],
    not: ['Prefix', 'Range'],
  },
  {
    title: 'what a writer of results takes',
    json: '"Type": "Map", "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": { "Bucket": "b", | } }',
    yaml: 'Type: Map\nResultWriter:\n  Resource: arn:aws:states:::s3:putObject\n  Arguments:\n    Bucket: b\n    |',
    offers: ['Prefix'],
    not: ['Bucket', 'Key'],
    language: 'JSONata',
  },
  {
    title: 'Choice operators',
    json: '"Type": "Choice", "Choices": [{ "Variable": "$.a", | }]',
    yaml: 'Type: Choice\nChoices:\n  - Variable: $.a\n    |',
    offers: ['StringEquals', 'NumericGreaterThan', 'Next'],
  },
  {
    title: 'a Condition',
    json: '"Type": "Choice", "Choices": [{ | }]',
    yaml: 'Type: Choice\nChoices:\n  - Next: B\n    |',
    offers: ['Condition'],
    not: ['Variable', 'StringEquals'],
    language: 'JSONata',
  },
  {
    title: 'paths of the context object',
    json: '"Type": "Pass", "Parameters": { "x.$": "$$.Ex|" }',
    yaml: 'Type: Pass\nParameters:\n  x.$: $$.Ex|',
    offers: ['$$.Execution.Id'],
  },
  {
    title: 'variables in a path',
    json: '"Type": "Pass", "InputPath": "$t|"',
    yaml: 'Type: Pass\nInputPath: $t|',
    offers: ['$total'],
  },
  {
    title: 'intrinsic functions',
    json: '"Type": "Pass", "Parameters": { "x.$": "|" }',
    yaml: 'Type: Pass\nParameters:\n  x.$: St|',
    offers: ['States.Format'],
  },
  {
    title: '$states',
    json: '"Type": "Pass", "Output": "{% $st| %}"',
    yaml: 'Type: Pass\nOutput: "{% $st| %}"',
    offers: ['$states.input', '$states.context.Execution.Id'],
    not: ['$states.result', '$states.errorOutput'],
    language: 'JSONata',
  },
  {
    title: 'the result of a task',
    json: `${TASK}, "Output": "{% $st| %}"`,
    yaml: `${YAML_TASK}\nOutput: "{% $st| %}"`,
    offers: ['$states.result'],
    not: ['$states.errorOutput'],
    language: 'JSONata',
  },
  {
    title: 'the error in a catcher',
    json: `${TASK}, "Catch": [{ "Output": "{% $st| %}" }]`,
    yaml: `${YAML_TASK}\nCatch:\n  - Output: "{% $st| %}"`,
    offers: ['$states.errorOutput'],
    not: ['$states.result'],
    language: 'JSONata',
  },
  {
    title: 'functions of JSONata',
    json: '"Type": "Pass", "Output": "{% $| %}"',
    yaml: "Type: Pass\nOutput: '{% $| %}'",
    offers: ['$sum', '$partition', '$range', '$hash', '$random', '$uuid', '$parse', '$total'],
    language: 'JSONata',
  },
  {
    title: 'JSONata that is not closed',
    json: '"Type": "Pass", "Output": "{% $|',
    yaml: 'Type: Pass\nOutput: "{% $|',
    offers: ['$sum', '$total'],
    language: 'JSONata',
  },
  {
    title: 'expressions where a value of JSONata stands',
    json: '"Type": "Wait", "Seconds": |',
    yaml: 'Type: Wait\nSeconds: |',
    offers: ['{% %}', '{% $states.input %}', '{% $total %}'],
    not: ['{% $states.result %}'],
    language: 'JSONata',
  },
  {
    title: 'expressions in quotes that are empty',
    json: `${TASK}, "Output": { "id": "|" }`,
    yaml: `${YAML_TASK}\nOutput:\n  id: "|"`,
    offers: ['{% %}', '{% $states.result %}'],
    language: 'JSONata',
  },
  {
    title: 'no expression where AWS takes an object only',
    json: '"Type": "Pass", "Assign": |',
    yaml: 'Type: Pass\nAssign: |',
    offers: ['{ }'],
    not: ['{% %}'],
    language: 'JSONata',
  },
  {
    title: 'paths where there are no quotes yet',
    json: '"Type": "Pass", "InputPath": |',
    yaml: 'Type: Pass\nInputPath: |',
    offers: ['$.', '$total', '$$.Execution.Id', 'null'],
  },
  {
    title: 'paths of the input for a result, and nothing else',
    json: `${TASK}, "ResultPath": |`,
    yaml: `${YAML_TASK}\nResultPath: |`,
    offers: ['$', '$.', 'null'],
    not: ['$total', '$$.Execution.Id'],
  },
  {
    title: 'a path behind a key that takes one',
    json: '"Type": "Pass", "Parameters": { "x.$": | }',
    yaml: 'Type: Pass\nParameters:\n  x.$: |',
    offers: ['$.', '$total', 'States.Format'],
    not: ['{ }'],
  },
  {
    title: 'no object for a parameter that is a text',
    json: `${TASK}, "Parameters": { "QueueUrl": "u", "MessageBody": | }`,
    yaml: `${YAML_TASK}\nParameters:\n  QueueUrl: u\n  MessageBody: |`,
    offers: [],
    not: ['[ ]'],
  },
  {
    title: 'what joins conditions without what compares',
    json: '"Type": "Choice", "Choices": [{ "And": [], | }]',
    yaml: 'Type: Choice\nChoices:\n  - And: []\n    |',
    offers: ['Next', 'Assign'],
    not: ['StringEquals', 'Variable', 'choice rule'],
  },
  {
    title: 'the rest of a retrier',
    json: `${TASK}, "Retry": [{ "ErrorEquals": ["States.ALL"], | }]`,
    yaml: `${YAML_TASK}\nRetry:\n  - ErrorEquals: [States.ALL]\n    |`,
    offers: ['MaxAttempts'],
    not: ['retrier'],
  },
  {
    title: 'parts of a condition',
    json: '"Type": "Choice", "Choices": [{ "And": [|] }]',
    yaml: 'Type: Choice\nChoices:\n  - And:\n      - |',
    offers: ['condition'],
  },
  {
    title: 'errors beside others, among which "States.ALL" has no place',
    json: `${TASK}, "Retry": [{ "ErrorEquals": ["States.Timeout", "|"] }]`,
    yaml: `${YAML_TASK}\nRetry:\n  - ErrorEquals:\n      - States.Timeout\n      - |`,
    offers: ['States.TaskFailed'],
    not: ['States.ALL', 'States.Timeout'],
  },
  {
    title: 'variables that may be assigned anew',
    json: '"Type": "Pass", "Assign": { | }',
    yaml: 'Type: Pass\nAssign:\n  |',
    offers: ['total'],
  },
  { title: 'booleans', json: '"Type": "Pass", "End": |', yaml: 'Type: Pass\nEnd: |', offers: ['true'] },
  {
    title: 'words that a field takes',
    json: `${TASK}, "Retry": [{ "JitterStrategy": "|" }]`,
    yaml: `${YAML_TASK}\nRetry:\n  - JitterStrategy: |`,
    offers: ['FULL', 'NONE'],
  },
];

const json = (body: string, language?: string): string =>
  `{
  ${language ? `"QueryLanguage": "${language}",\n  ` : ''}"StartAt": "Set",
  "States": {
    "Set": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "A" },
    "A": { ${body} },
    "B": { "Type": "Succeed" }
  }
}`;

const yaml = (body: string, language?: string): string =>
  `${language ? `QueryLanguage: ${language}\n` : ''}StartAt: Set
States:
  Set:
    Type: Pass
    Assign:
      total: 1
    Next: A
  A:
${indented(4)(body)}
  B:
    Type: Succeed`;

describe('completion', () => {
  before(readyHcl);

  for (const [host, [format, path, write]] of Object.entries(HOSTS)) {
    describe(`in ${host}`, () => {
      for (const { title, offers, not = [], language, ...bodies } of CASES) {
        it(`offers ${title}`, () => {
          const text = format === 'json' ? json(bodies.json, language) : yaml(bodies.yaml, language);
          const { document, offset } = documentAt(write(text), path);
          const items = complete(document, offset);
          const labels = items.map(({ label }) => label);
          const missing = offers.filter((label) => !labels.includes(label));
          const wrong = not.filter((label) => labels.includes(label));
          assert.deepEqual({ missing, wrong }, { missing: [], wrong: [] }, labels.slice(0, 20).join(', '));
          for (const item of items.filter(({ label }) => offers.includes(label))) {
            const after = accept(document.text, item);
            assert.deepEqual(broken(after, path), [], `${item.label}:\n${after}`);
            if (!document.text.includes('":')) assert.ok(!after.includes('":'), `${item.label}:\n${after}`);
          }
        });
      }
    });
  }
});

/** What cannot be read of a text, or that there is no definition in it any more. */
function broken(text: string, path: string): string[] {
  const { tree, stateMachines } = new LanguageDocument({ path, text }).located;
  const [machine] = stateMachines;
  const problems = [...(tree?.problems ?? []), ...(machine?.tree.problems ?? [])];
  return [
    ...problems.filter(({ harmless }) => !harmless).map(({ message }) => message),
    ...(machine?.states.length === 3 ? [] : ['The states are not there.']),
  ];
}
