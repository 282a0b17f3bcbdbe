import { accessOf, allowsAction, type Grants } from '../../model/resources/access';
import { machinesOf } from '../../model/resources/machines';
import { defineRule } from '../rule';
import { grant, LOG_DELIVERY } from './grant';

/** Policies of AWS's and SAM's that say nothing about the delivery of logs. */
const SILENT =
  /^(?:AWSLambdaRole|AWSLambdaBasicExecutionRole|AWSX[Rr]ay\w+|AmazonDynamoDB\w+|AmazonSNS\w+|AmazonSQS\w+|AmazonS3\w+|\w+(?:Policy|ReadAccess|WriteAccess))$/;

export default defineRule({
  id: 'sfn/logging-role-permissions',
  subject: 'template',
  severity: 'warning',
  summary: 'The role of a state machine that logs may deliver logs.',
  why: 'Step Functions sets up the delivery with the role of the machine. Without the permissions the machine is refused: the role "is not authorized to access the Log Destination".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy',
  note: 'monitoring',
  bad: [
    {
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Load.Arn }] } }]
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      «LoggingConfiguration»: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] }
`,
      fixed: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Load.Arn }] } }, { PolicyName: Logs, PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"], Resource: "*" }] } }]
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      LoggingConfiguration: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] }
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: nightly.asl.json
      Policies: [CloudWatchLogsFullAccess, { LambdaInvokePolicy: { FunctionName: !Ref Load } }]
      Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] }
  Other:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: other.asl.json
      Role: !Ref RoleArn
      Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] }
`,
  ],

  *check({ located, template }) {
    for (const { resource, logging, role } of machinesOf(located)) {
      if (!role || !logging?.level || logging.level === 'OFF' || logging.level.includes('$')) continue;
      const grants = accessOf(template).of(role);
      if (!isKnown(grants) || allowsAction(grants, 'logs:CreateLogDelivery')) continue;
      const edit = grant(role, 'Logs', LOG_DELIVERY, template);
      yield {
        span: logging.property.key.span,
        message: `The role of "${resource.id}" may not deliver logs, so that AWS refuses the machine.`,
        // A module of Terraform has several files, and policies of the role may be in others.
        severity: template.kind === 'terraform' ? 'info' : 'warning',
        fixes: edit ? [{ title: 'Let the role deliver logs', edits: [edit], safe: true }] : [],
      };
    }
  },
});

/** True where all that a role may do is written here, or in policies that are known to be silent about logs. */
function isKnown({ isComplete, managed, statements }: Grants): boolean {
  return (
    isComplete && managed.every((name) => SILENT.test(name)) && (statements.length > 0 || managed.length > 0)
  );
}
