import { roleMessage, roleProblem } from '../../model/resources/startRole';
import { namedTarget } from '../../model/resources/targets';
import { get } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pipes/role-too-narrow',
  subject: 'template',
  severity: 'error',
  summary: 'The role of a pipe trusts Pipes and allows what starts the target.',
  why: 'A pipe does everything by its one role. One that trusts another service, or does not allow the call of the target, moves nothing.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
  note: 'eventbridge#pipes',
  bad: [
    {
      text: `Resources:
  Refund: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  PipeRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: pipes.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: read
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], Resource: !GetAtt Messages.Arn }]
  EventsRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
  Messages: { Type: AWS::SQS::Queue }
  Refunds:
    Type: AWS::Pipes::Pipe
    Properties: { Source: !GetAtt Messages.Arn, Target: !Ref Refund, RoleArn: !GetAtt «PipeRole.Arn» }
  Others:
    Type: AWS::Pipes::Pipe
    Properties: { Source: !GetAtt Messages.Arn, Target: !Ref Refund, RoleArn: !GetAtt «EventsRole.Arn» }
`,
    },
  ],
  good: [
    `Resources:
  Refund: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  PipeRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: pipes.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: move
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], Resource: !GetAtt Messages.Arn }
              - { Effect: Allow, Action: 'states:StartExecution', Resource: !Ref Refund }
  Messages: { Type: AWS::SQS::Queue }
  Refunds:
    Type: AWS::Pipes::Pipe
    Properties: { Source: !GetAtt Messages.Arn, Target: !Ref Refund, RoleArn: !GetAtt PipeRole.Arn }
  Elsewhere:
    Type: AWS::Pipes::Pipe
    Properties: { Source: !GetAtt Messages.Arn, Target: !Ref Refund, RoleArn: !Ref RoleOfAnotherStack }
`,
  ],

  *check({ template }) {
    for (const { id, key, properties } of template.ofType('AWS::Pipes::Pipe')) {
      const arn = get(properties, 'Target');
      const target = { node: properties, span: key, arn, ...namedTarget(arn, template) };
      const problem = roleProblem(target, 'pipes.amazonaws.com', template);
      if (problem) yield { span: problem.node.span, message: roleMessage(problem, id) };
    }
  },
});
