import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { workspaceDefinition } from '../../src/language/workspaceDefinition';
import type { WorkspacePlace } from '../../src/language/workspacePlace';
import { workspaceReferences } from '../../src/language/workspaceReferences';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { prepare } from '../../src/model/locate';
import type { WorkspaceGraph } from '../../src/model/workspace';
import { readAsset } from '../support/assets';
import { readCursor } from '../support/marks';

type Find = (document: LanguageDocument, graph: WorkspaceGraph, offset: number) => readonly WorkspacePlace[];

/** The places, as `path: text`, that a cursor `|` in the first file leads to. */
async function lead(find: Find, files: Readonly<Record<string, string>>): Promise<string[]> {
  const [[path, marked]] = Object.entries(files);
  const { text, offset } = readCursor(marked);
  const all: Record<string, string> = { ...files, [path]: text };
  const index = new WorkspaceIndex();
  for (const [name, content] of Object.entries(all)) {
    await prepare({ path: name, text: content }, readAsset);
    index.update({ path: name, text: content });
  }
  const found = find(new LanguageDocument({ path, text }), index.graph, offset);
  return found.map((place) => `${place.path}: ${all[place.path].slice(place.span.start, place.span.end)}`);
}

const definition: Find = (document, graph, offset) =>
  workspaceDefinition(document, graph, offset)?.targets ?? [];

const RULES = (arn: string): string => `resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}
resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = ${arn}
}
`;
const MACHINE = (name: string): string => `resource "aws_sfn_state_machine" "${name}" {
  role_arn = var.role
}
`;

describe('who starts what, over the files of a module', () => {
  it('leads from the target of a rule to what it starts', async () => {
    const files = {
      'infra/rules.tf': RULES('aws_sfn_state_machine.or|ders.arn'),
      'infra/machines.tf': MACHINE('orders'),
      'other/machines.tf': MACHINE('orders'),
    };
    assert.deepEqual(await lead(definition, files), ['infra/machines.tf: "orders"']);
  });

  it('leads from a machine back to the rule that starts it', async () => {
    const files = {
      'infra/machines.tf': MACHINE('or|ders'),
      'infra/rules.tf': RULES('aws_sfn_state_machine.orders.arn'),
    };
    assert.deepEqual(await lead(workspaceReferences, files), [
      'infra/rules.tf: aws_sfn_state_machine.orders.arn',
    ]);
  });

  it('leads from a schedule by the name in an ARN, and from a pipe', async () => {
    const files = {
      'a.yaml': `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !Sub 'arn:aws:glue:\${AWS::Region}:\${AWS::AccountId}:workflow/night|ly', RoleArn: !Ref R }
`,
      'b.yaml': `Resources:
  Flow: { Type: AWS::Glue::Workflow, Properties: { Name: nightly } }
`,
    };
    assert.deepEqual(await lead(definition, files), ['b.yaml: Flow']);
  });
});

/** A machine with one task in each notation of Terraform. */
const TASK = (resource: string, more = ''): Readonly<Record<string, string>> => ({
  heredoc: `resource "aws_sfn_state_machine" "flow" {\n  definition = <<-EOF\n  { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "\${${resource}}"${more}, "End": true } } }\n  EOF\n}\n`,
  jsonencode: `resource "aws_sfn_state_machine" "flow" {\n  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = ${resource}, End = true } } })\n}\n`,
});
const PYTHON = 'def main(event, context):\n    return event\n';

/** Ways in which Terraform says what is in the package of a function, with the file that has the handler. */
const PACKAGES: readonly (readonly [title: string, file: string, rest: string])[] = [
  [
    'a folder',
    'infra/src/work.py',
    'filename = data.archive_file.work.output_path\n}\ndata "archive_file" "work" {\n  type = "zip"\n  source_dir = "${path.module}/src/"\n  output_path = "work.zip"\n}\n',
  ],
  [
    'a file, by its hash',
    'code/work.py',
    'filename = "work.zip"\n  source_code_hash = data.archive_file.work.output_base64sha256\n}\ndata "archive_file" "work" {\n  type = "zip"\n  source_file = "${path.module}/../code/work.py"\n  output_path = "work.zip"\n}\n',
  ],
  [
    'one of several sources, by a local',
    'infra/code/anything.py',
    'filename = local.package\n}\nlocals {\n  package = data.archive_file.work.output_path\n}\ndata "archive_file" "work" {\n  type = "zip"\n  output_path = "work.zip"\n  source {\n    filename = "other.py"\n    content = "x"\n  }\n  source {\n    filename = "work.py"\n    content = file("code/anything.py")\n  }\n}\n',
  ],
  [
    'a folder, by an object in a bucket',
    'infra/src/work.py',
    's3_bucket = "b"\n  s3_key = aws_s3_object.work.key\n}\nresource "aws_s3_object" "work" {\n  bucket = "b"\n  key = "work.zip"\n  source = data.archive_file.work.output_path\n}\ndata "archive_file" "work" {\n  type = "zip"\n  source_dir = "src"\n  output_path = "work.zip"\n}\n',
  ],
];

describe('functions of Terraform', () => {
  for (const [title, file, rest] of PACKAGES) {
    const functions = `resource "aws_lambda_function" "work" {\n  handler = "work.main"\n  ${rest}`;
    for (const [notation, machine] of Object.entries(TASK('aws_lambda_function.work.arn'))) {
      it(`leads from a task in ${notation} to the handler in the archive of ${title}`, async () => {
        const marked = machine.replace('work.arn', 'wo|rk.arn');
        const files = { 'infra/main.tf': marked + functions, [file]: PYTHON };
        assert.deepEqual(await lead(definition, files), [`${file}: main`, 'infra/main.tf: "work"']);
      });
    }

    it(`leads from the handler in the archive of ${title} to the task`, async () => {
      const files = {
        [file]: PYTHON.replace('main', 'ma|in'),
        'infra/main.tf': TASK('aws_lambda_function.work.arn').heredoc + functions,
      };
      assert.deepEqual((await lead(workspaceReferences, files)).sort(), [
        'infra/main.tf: "${aws_lambda_function.work.arn}"',
        'infra/main.tf: "work.main"',
      ]);
    });
  }

  it('are found in another file of the module, and called by every task that names them', async () => {
    const work = 'resource "aws_lambda_function" "wo|rk" {\n  handler = "work.main"\n}\n';
    const tasks = TASK('aws_lambda_function.work.arn');
    const files = {
      'infra/functions.tf': work,
      'infra/a.tf': tasks.heredoc,
      'infra/b.tf': tasks.jsonencode,
    };
    assert.deepEqual(await lead(workspaceReferences, files), [
      'infra/a.tf: "${aws_lambda_function.work.arn}"',
      'infra/b.tf: aws_lambda_function.work.arn',
    ]);
  });

  it('whose package is made elsewhere lead to no file of another name', async () => {
    const functions =
      'resource "aws_lambda_function" "work" {\n  handler = "work.main"\n  filename = data.archive_file.x.output_path\n}\ndata "archive_file" "x" {\n  source_file = "other.py"\n}\n';
    const machine = TASK('aws_lambda_function.wo|rk.arn').heredoc;
    const files = { 'main.tf': machine + functions, 'work.py': PYTHON, 'other.py': PYTHON };
    assert.deepEqual(await lead(definition, files), ['main.tf: "work"']);
  });
});

/** Calls that start the machine "Inner" of the template, by the value of "StateMachineArn". */
const INNER = [
  '!Ref Inner',
  '!GetAtt Inner.Arn',
  '!Ref InnerLive',
  '!Ref InnerVersion',
  '!Sub "${Inner}:live"',
  '!Sub "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:innermost"',
  'arn:aws:states:eu-west-1:111122223333:stateMachine:innermost:live',
];
const STARTS = [
  'states:startExecution',
  'states:startExecution.sync:2',
  'aws-sdk:sfn:startExecution',
  'aws-sdk:sfn:startSyncExecution.waitForTaskToken',
];
const MACHINES = (resource: string, arn: string): string => `Resources:
  Outer:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Start
        States:
          Start:
            Type: Task
            Resource: arn:aws:states:::${resource}
            Parameters:
              StateMachineArn: ${arn}
            End: true
  InnerVersion:
    Type: AWS::StepFunctions::StateMachineVersion
    Properties: { StateMachineArn: !Ref Inner }
  InnerLive:
    Type: AWS::StepFunctions::StateMachineAlias
    Properties: { DeploymentPreference: { Type: ALL_AT_ONCE, StateMachineVersionArn: !Ref InnerVersion } }
  Inner:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: innermost
      DefinitionString: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }'
  Universal:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target:
        Arn: arn:aws:scheduler:::aws-sdk:sfn:startExecution
        Input: !Sub '{ "StateMachineArn": "\${Inner}" }'
`;

describe('what starts a machine', () => {
  for (const resource of STARTS) {
    for (const arn of INNER) {
      it(`is ${resource} with ${arn}`, async () => {
        const text = MACHINES(resource, arn).replaceAll('  Inner:', '  In|ner:');
        const places = await lead(workspaceReferences, { 'template.yaml': text });
        assert.deepEqual(
          places.map((place) => place.replace(/^[^:]*: /, '')).sort(),
          [`'{ "StateMachineArn": "\${Inner}" }'`, arn.replace(/^!\w+ /, '')].sort(),
        );
      });
    }
  }

  it('is a call by an ARN that has the name of a definition file', async () => {
    const files = {
      'flows/outer.asl.json':
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:in|ner" }, "End": true } } }',
      'flows/inner.asl.json': '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    };
    assert.deepEqual(await lead(definition, files), ['flows/inner.asl.json: ']);
  });
});

describe('an alias of a function', () => {
  it('leads to the handler of the function', async () => {
    const template = `Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties: { Handler: work.main, CodeUri: src }
  Live:
    Type: AWS::Lambda::Alias
    Properties: { FunctionName: !Ref Work, FunctionVersion: $LATEST, Name: live }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: { StartAt: A, States: { A: { Type: Task, Resource: !Ref Li|ve, End: true } } }
`;
    const files = { 'template.yaml': template, 'src/work.py': PYTHON };
    assert.deepEqual(await lead(definition, files), ['src/work.py: main', 'template.yaml: Work']);
  });
});
