import assert from 'node:assert/strict';
import { readyHcl } from '../../support/hcl';
import { apply, offers } from './apply';

interface Case {
  readonly what: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly remarks: readonly string[];
}

const needs = (role: string, id: string): string =>
  `${role} has to allow "states:StartExecution" on "${id}", "states:DescribeExecution" and "states:StopExecution" on its executions, and "events:PutTargets", "events:PutRule" and "events:DescribeRule" on the rule "StepFunctionsGetEventsForStepFunctionsExecutionRule".`;

const CASES: readonly Case[] = [
  {
    what: 'SAM: what happens once stays with the original, and each machine has the substitutions that it needs',
    path: 'template.yaml',
    before: `Resources:
  Role:
    Type: AWS::IAM::Role

  # runs orders
  Flow:
    Type: AWS::Serverless::StateMachine
    Condition: Live
    Properties:
      Name: !Sub "\${Stage}-flow" # its name
      Events:
        Nightly:
          Type: Schedule
          Properties: { Schedule: rate(1 day) }
      Policies:
        - LambdaInvokePolicy: { FunctionName: !Ref Work }
      DefinitionSubstitutions:
        WorkArn: !GetAtt Work.Arn
        OtherArn: !GetAtt Other.Arn
      Definition:
        Comment: all of it
        TimeoutSeconds: 60
        StartAt: A
        States:
          # first
          «»A: # one
            Type: Task
            Resource: \${WorkArn}
            Next: B
          B:
            Type: Task
            Resource: \${OtherArn}
            End: true

  Work:
    Type: AWS::Serverless::Function
`,
    after: `Resources:
  Role:
    Type: AWS::IAM::Role

  # runs orders
  Flow:
    Type: AWS::Serverless::StateMachine
    Condition: Live
    Properties:
      Name: !Sub "\${Stage}-flow" # its name
      Events:
        Nightly:
          Type: Schedule
          Properties: { Schedule: rate(1 day) }
      Policies:
        - LambdaInvokePolicy: { FunctionName: !Ref Work }
        - Statement:
            - Effect: Allow
              Action: states:StartExecution
              Resource:
                Ref: AMachine
            - Effect: Allow
              Action:
                - states:DescribeExecution
                - states:StopExecution
              Resource:
                Fn::Sub: arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:\${AMachine.Name}:*
            - Effect: Allow
              Action:
                - events:PutTargets
                - events:PutRule
                - events:DescribeRule
              Resource:
                Fn::Sub: arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
      DefinitionSubstitutions:
        OtherArn: !GetAtt Other.Arn
        AMachineArn: !GetAtt AMachine.Arn
      Definition:
        Comment: all of it
        TimeoutSeconds: 60
        StartAt: Run A
        States:
          Run A:
            Type: Task
            Resource: arn:aws:states:::states:startExecution.sync:2
            Parameters:
              StateMachineArn: \${AMachineArn}
              Input.$: $
            OutputPath: $.Output
            Next: B
          B:
            Type: Task
            Resource: \${OtherArn}
            End: true

  AMachine:
    Type: AWS::Serverless::StateMachine
    Condition: Live
    Properties:
      Name: !Sub "\${Stage}-flow-a" # its name
      Policies:
        - LambdaInvokePolicy: { FunctionName: !Ref Work }
      DefinitionSubstitutions:
        WorkArn: !GetAtt Work.Arn
      Definition:
        TimeoutSeconds: 60
        StartAt: A
        States:
          # first
          A: # one
            Type: Task
            Resource: \${WorkArn}
            End: true

  Work:
    Type: AWS::Serverless::Function
`,
    remarks: [
      '"Flow" has a new policy that lets it start "AMachine" and wait for its end.',
      '"AMachine" has the policies that "Flow" had.',
    ],
  },
  {
    what: 'CloudFormation in one line of JSON: a name that is not known is left to CloudFormation',
    path: 'template.json',
    before:
      '{"Resources":{"Flow":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"StateMachineName":{"Ref":"N"},"RoleArn":{"Fn::GetAtt":["R","Arn"]},"DefinitionString":"{\\"StartAt\\":\\"A\\",\\"States\\":{«»\\"A\\":{\\"Type\\":\\"Pass\\",\\"Next\\":\\"B\\"},\\"B\\":{\\"Type\\":\\"Succeed\\"}}}"}}}}',
    after:
      '{"Resources":{"Flow":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"StateMachineName":{"Ref":"N"},"RoleArn":{"Fn::GetAtt":["R","Arn"]},"DefinitionString":"{\\"StartAt\\":\\"Run A\\",\\"States\\":{\\"Run A\\": {\\"Type\\":\\"Task\\",\\"Resource\\":\\"arn:aws:states:::states:startExecution.sync:2\\",\\"Parameters\\":{\\"StateMachineArn\\":\\"${AMachineArn}\\",\\"Input.$\\":\\"$\\"},\\"OutputPath\\":\\"$.Output\\",\\"Next\\":\\"B\\"},\\"B\\":{\\"Type\\":\\"Succeed\\"}}}","DefinitionSubstitutions": {"AMachineArn":{ "Fn::GetAtt": ["AMachine", "Arn"] }}}}, "AMachine":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"RoleArn":{"Fn::GetAtt":["R","Arn"]},"DefinitionString":"{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\",\\"End\\":true}}}"}}}}',
    remarks: [needs('The role of "Flow"', 'AMachine'), '"AMachine" runs with the same role.'],
  },
  {
    what: 'Terraform: of machines made in a loop each starts its own',
    path: 'main.tf',
    before: `resource "aws_sfn_state_machine" "flow" {
  for_each = var.flows
  name     = each.value.name
  role_arn = aws_iam_role.flow.arn

  definition = <<EOF
{
  "StartAt": "Load all",
  "States": {
    «»"Load all": { "Type": "Task", "Resource": "\${each.value.arn}", "Next": "B" },
    "B": { "Type": "Succeed" }
  }
}
EOF
}
`,
    after: `resource "aws_sfn_state_machine" "flow" {
  for_each = var.flows
  name     = each.value.name
  role_arn = aws_iam_role.flow.arn

  definition = <<EOF
{
  "StartAt": "Run Load all",
  "States": {
    "Run Load all": {
      "Type": "Task",
      "Resource": "arn:aws:states:::states:startExecution.sync:2",
      "Parameters": {
        "StateMachineArn": "\${aws_sfn_state_machine.load_all[each.key].arn}",
        "Input.$": "$"
      },
      "OutputPath": "$.Output",
      "Next": "B"
    },
    "B": { "Type": "Succeed" }
  }
}
EOF
}

resource "aws_sfn_state_machine" "load_all" {
  for_each = var.flows
  name     = "\${each.value.name}-load-all"
  role_arn = aws_iam_role.flow.arn

  definition = <<EOF
{
  "StartAt": "Load all",
  "States": {
    "Load all": { "Type": "Task", "Resource": "\${each.value.arn}", "End": true }
  }
}
EOF
}
`,
    remarks: [
      needs('The role of "aws_sfn_state_machine.flow"', 'aws_sfn_state_machine.load_all'),
      '"aws_sfn_state_machine.load_all" runs with the same role.',
    ],
  },
  {
    what: 'the Serverless Framework: the plugin writes the role',
    path: 'serverless.yml',
    before: `provider: { name: aws }
stepFunctions:
  stateMachines:
    flow:
      name: orders
      events:
        - schedule: rate(1 day)
      definition:
        StartAt: A
        States:
          «»A: { Type: Task, Resource: { Fn::GetAtt: [work, Arn] }, End: true }
functions:
  work:
    handler: work.handler
`,
    after: `provider: { name: aws }
stepFunctions:
  stateMachines:
    flow:
      name: orders
      events:
        - schedule: rate(1 day)
      definition:
        StartAt: Run A
        States:
          Run A:
            Type: Task
            Resource: arn:aws:states:::states:startExecution.sync:2
            Parameters:
              StateMachineArn: { Fn::GetAtt: [AMachine, Arn] }
              Input.$: $
            OutputPath: $.Output
            End: true
    a:
      name: orders-a
      id: AMachine
      definition:
        StartAt: A
        States:
          A: { Type: Task, Resource: { Fn::GetAtt: [work, Arn] }, End: true }
functions:
  work:
    handler: work.handler
`,
    remarks: [],
  },
];

const REFUSED: readonly (readonly [path: string, text: string, reason: string])[] = [
  [
    'main.tf',
    'locals {\n  flow = jsonencode({ StartAt = "A", States = { «»A = { Type = "Pass", End = true } } })\n}\nresource "aws_sfn_state_machine" "flow" {\n  role_arn = "r"\n  definition = local.flow\n}\n',
    'The definition stands outside of the resource "aws_sfn_state_machine.flow".',
  ],
  [
    'main.tf',
    'module "flow" {\n  source = "terraform-aws-modules/step-functions/aws"\n  definition = jsonencode({ StartAt = "A", States = { «»A = { Type = "Pass", End = true } } })\n}\n',
    'The definition is handed on by "module.flow", and what is made of it stands elsewhere.',
  ],
  [
    'template.yaml',
    `Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: !GetAtt R.Arn\n      DefinitionString: !If\n        - Live\n        - '{"StartAt": "A", "States": {«»"A": {"Type": "Pass", "End": true}}}'\n        - '{"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}'\n`,
    'Which definition "Flow" has depends on a condition.',
  ],
  [
    'template.yaml',
    `Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: &role !GetAtt R.Arn\n      DefinitionString: '{"StartAt": "A", "States": {«»"A": {"Type": "Pass", "End": true}}}'\n  Other:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: *role\n      DefinitionUri: other.asl.json\n`,
    'The resource "Flow" has an anchor, which can be there only once.',
  ],
  [
    'template.yaml',
    `Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      StateMachineType: EXPRESS\n      RoleArn: !GetAtt R.Arn\n      DefinitionString: '{"StartAt": "A", "States": {«»"A": {"Type": "Pass", "End": true}}}'\n`,
    'An Express machine cannot wait for another state machine.',
  ],
];

describe('extracting a nested state machine in a template', () => {
  before(readyHcl);

  for (const { what, path, before, after, remarks } of CASES)
    it(what, () => {
      const { text, result } = apply(before, /^Extract .* to a nested state machine$/, path);
      assert.equal(text, after);
      assert.deepEqual(result.remarks, remarks);
    });

  it('lets a role of the template make the rule that waits, which it may do without naming the machine', () => {
    const { text, result } = apply(
      `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument: { Statement: [{ Effect: Allow, Action: sns:Publish, Resource: !Ref Topic }] }
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: { StartAt: A, States: { «»A: { Type: Succeed } } }
`,
      'Extract "A" to a nested state machine',
      'template.yaml',
    );
    assert.match(text, /\n {8}- PolicyName: WaitForEnd\n/);
    assert.deepEqual(result.remarks, [
      needs('The role of "Flow"', 'AMachine'),
      '"AMachine" runs with the same role.',
    ]);
  });

  for (const [path, text, reason] of REFUSED)
    it(`is refused: ${reason}`, () => {
      const offer = offers(text, path).find(({ title }) => title.endsWith('to a nested state machine'));
      assert.equal(offer?.disabled, reason);
    });
});
