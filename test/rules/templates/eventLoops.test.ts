import assert from 'node:assert/strict';
import { WorkspaceIndex } from '../../../src/language/workspaceIndex';
import { prepare } from '../../../src/model/locate';
import { lint } from '../../../src/rules/run';
import { readAsset } from '../../support/assets';

const RULE = 'eventbridge/self-trigger-loop';

/** What is found in the first file, with the files and texts that it leads to. */
async function loops(files: Readonly<Record<string, string>>): Promise<string[]> {
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(files)) {
    await prepare({ path, text }, readAsset);
    index.update({ path, text });
  }
  const [[path, text]] = Object.entries(files);
  return lint({ path, text }, { path, workspace: index.graph })
    .filter(({ rule }) => rule === RULE)
    .flatMap(({ span, message, related = [] }) => [
      `${text.slice(span.start, span.end)}: ${message}`,
      ...related.map(
        (place) => `${place.uri}: ${files[place.uri ?? ''].slice(place.span.start, place.span.end)}`,
      ),
    ]);
}

const FLOW = JSON.stringify({
  StartAt: 'Write',
  States: {
    Write: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
      Parameters: { Bucket: '\${Raw}', Key: 'done', 'Body.$': '$' },
      End: true,
    },
  },
});

const TEMPLATE = (bucket: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Raw: { Type: AWS::S3::Bucket }
  Clean: { Type: AWS::S3::Bucket }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions: { Raw: !Ref ${bucket} }
  Arrived:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created], detail: { bucket: { name: [!Ref Raw] } } }
      Targets: [{ Id: flow, Arn: !Ref Flow, RoleArn: !Ref Role }]
`;

describe('a loop over rules, buckets and machines', () => {
  it('is seen through a definition in a file of its own', async () => {
    const found = await loops({ 'app/template.yaml': TEMPLATE('Raw'), 'app/flow.asl.json': FLOW });
    assert.equal(
      found[0],
      'Arrived: "Arrived" starts "Flow", which leads to "flow.asl.json"; "flow.asl.json" makes the event that "Arrived" waits for.',
    );
    assert.equal(found.at(-1), 'app/flow.asl.json: "${Raw}"');
  });

  it('is none where another bucket is filled in', async () => {
    const files = { 'app/template.yaml': TEMPLATE('Clean'), 'app/flow.asl.json': FLOW };
    assert.deepEqual(await loops(files), []);
  });

  it('is seen over two rules and two machines', async () => {
    const text = `Resources:
  First: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref R } }
  Second: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref R } }
  There:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.states], detail: { stateMachineArn: [!Ref First] } }
      Targets: [{ Id: second, Arn: !Ref Second, RoleArn: !Ref R }]
  Back:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.states], detail: { stateMachineArn: [!Ref Second] } }
      Targets: [{ Id: first, Arn: !Ref First, RoleArn: !Ref R }]
`;
    const found = await loops({ 't.yaml': text });
    assert.match(
      found[0],
      /^There: "There" starts "Second", which leads to "Back" and "First"; "First" makes/,
    );
  });

  it('is seen over the files of a folder with Terraform and by the source of own events', async () => {
    const found = await loops({
      'infra/rules.tf': `resource "aws_cloudwatch_event_rule" "ordered" {
  event_pattern = jsonencode({ source = ["shop.orders"] })
}
resource "aws_cloudwatch_event_target" "ordered" {
  rule     = aws_cloudwatch_event_rule.ordered.name
  arn      = aws_sfn_state_machine.orders.arn
  role_arn = var.role
}
`,
      'infra/machines.tf': `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = var.role
  definition = jsonencode({
    StartAt = "Tell"
    States = {
      Tell = {
        Type     = "Task"
        Resource = "arn:aws:states:::events:putEvents"
        Parameters = { Entries = [{ Source = "shop.orders", DetailType = "Done", Detail = {} }] }
        End      = true
      }
    }
  })
}
`,
    });
    assert.match(
      found[0],
      /^"?ordered"?: "aws_cloudwatch_event_rule\.ordered" starts "aws_sfn_state_machine\.orders", which makes/,
    );
    assert.match(found.at(-1) ?? '', /^infra\/machines\.tf: "shop\.orders"/);
  });
});

describe('a loop through the code of a handler', () => {
  const template = (filter = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Raw: { Type: AWS::S3::Bucket }
  Clean: { Type: AWS::S3::Bucket }
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
      Environment: { Variables: { TARGET: !Ref Raw, OTHER: !Ref Clean } }
  Arrived:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created], detail: { bucket: { name: [!Ref Raw] }${filter} } }
      Targets: [{ Id: resize, Arn: !GetAtt Resize.Arn }]
`;
  const handler = (bucket: string, before = ''): string => `import os
import boto3

s3 = boto3.client("s3")


def store(target, body):
    s3.put_object(Bucket=target, Key="small/1.png", Body=body)


def handler(event, context):
    source = event["detail"]["bucket"]["name"]
    key = event["detail"]["object"]["key"]
${before}    store(${bucket}, b"")
`;
  const cases: readonly [name: string, bucket: string, before: string, filter: string, found: boolean][] = [
    ['the bucket of the event', 'source', '', '', true],
    ['the bucket that the environment names', 'os.environ["TARGET"]', '', '', true],
    ['another bucket of the environment', 'os.environ["OTHER"]', '', '', false],
    ['a bucket by its name', '"somewhere"', '', '', false],
    ['what it wrote is left out', 'source', '    if key.startswith("small/"):\n        return\n', '', false],
    ['the rule names keys', 'source', '', ', object: { key: [{ prefix: raw/ }] }', false],
  ];
  for (const [name, bucket, before, filter, isLoop] of cases) {
    it(`${isLoop ? 'is seen' : 'is none'}: ${name}`, async () => {
      const found = await loops({
        'app/template.yaml': template(filter),
        'app/src/app.py': handler(bucket, before),
      });
      assert.deepEqual(
        found.slice(0, 1),
        isLoop
          ? [
              'Arrived: "Arrived" starts "Resize", which leads to "app.py handler"; "app.py handler" makes the event that "Arrived" waits for.',
            ]
          : [],
      );
    });
  }
});
