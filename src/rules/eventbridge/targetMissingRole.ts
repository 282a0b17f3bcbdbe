import { eventRulesOf } from '../../model/resources/eventRules';
import type { TargetService } from '../../model/resources/targets';
import { get } from '../../syntax/navigate';
import { defineRule } from '../rule';
import { roleFor } from './targetRole';

/** Services that EventBridge may only call with a role; for the others a policy of the target will do. */
const NAMES: Partial<Record<TargetService, string>> = {
  apiDestination: 'an API destination',
  batch: 'a Batch job queue',
  codebuild: 'a CodeBuild project',
  codepipeline: 'a pipeline of CodePipeline',
  ecs: 'an ECS cluster',
  firehose: 'a Firehose stream',
  glueWorkflow: 'a Glue workflow',
  kinesis: 'a Kinesis stream',
  redshift: 'a Redshift database',
  states: 'a state machine',
};

export default defineRule({
  id: 'eventbridge/target-missing-role',
  subject: 'template',
  severity: 'error',
  summary: 'A target that EventBridge starts by a role names the role.',
  why: 'State machines, Glue workflows, ECS, Batch, streams and API destinations have no policy by which EventBridge could be let in. Without "RoleArn" the target is refused, or every event is dropped.',
  reference:
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html#target-permissions',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: { RoleArn: !Ref MachineRole }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - Id: machine
          «Arn: !Ref Machine»
`,
      fixed: `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: { RoleArn: !Ref MachineRole }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - Id: machine
          Arn: !Ref Machine
          RoleArn:
            Fn::GetAtt:
              - UploadedTargetRole
              - Arn
  UploadedTargetRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: Target
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: states:StartExecution
                Resource:
                  Ref: Machine
`,
    },
    {
      text: `Resources:
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets: [{ Id: load, «Arn: !Join [':', [arn, aws, glue, !Ref AWS::Region, !Ref AWS::AccountId, workflow/load]]» }]
`,
    },
  ],
  good: [
    `Resources:
  Function: { Type: AWS::Serverless::Function }
  Machine: { Type: AWS::Serverless::StateMachine, Properties: { Events: { Uploaded: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.s3] } } } } } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - { Id: function, Arn: !GetAtt Function.Arn }
        - { Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn }
        - { Id: other, Arn: !Ref OtherArn }
`,
  ],

  *check({ located, template }) {
    for (const rule of eventRulesOf(located)) {
      for (const target of rule.targets) {
        const what = target.service && NAMES[target.service];
        if (!what || !target.node || get(target.node, 'RoleArn')) continue;
        yield {
          span: target.span,
          message: `EventBridge needs a role to start ${what}, and this target of "${rule.name}" names none.`,
          fixes: roleFor(rule, target, template),
        };
      }
    }
  },
});
