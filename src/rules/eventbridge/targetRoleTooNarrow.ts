import { eventRulesOf } from '../../model/resources/eventRules';
import { roleMessage, roleProblem } from '../../model/resources/startRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/target-role-too-narrow',
  subject: 'template',
  severity: 'error',
  summary: 'The role of a target trusts EventBridge and allows what starts the target.',
  why: 'EventBridge is turned away by a role that does not trust it or does not allow the call. The rule then matches and starts nothing.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  Start:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets: [{ Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt «Start.Arn» }]
`,
    },
    {
      text: `Resources:
  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  Start:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: start
          PolicyDocument: { Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: "*" }] }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets: [{ Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt «Start.Arn» }]
`,
    },
  ],
  good: [
    `Resources:
  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  Start:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: [events.amazonaws.com] }, Action: sts:AssumeRole }]
  Allow:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref Start]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: states:Start*, Resource: !Ref Machine }] }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - { Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt Start.Arn }
        - { Id: other, Arn: !Ref Machine, RoleArn: !Ref Elsewhere }
`,
  ],

  *check({ located, template }) {
    for (const { name, targets } of eventRulesOf(located)) {
      for (const target of targets) {
        const problem = roleProblem(target, 'events.amazonaws.com', template);
        if (problem) yield { span: problem.node.span, message: roleMessage(problem, name) };
      }
    }
  },
});
