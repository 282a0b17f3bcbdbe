import { isAwsCall, type AwsCall } from '../../model/code';
import { defineRule, side } from '../rule';
import { scheduledStatements } from './scheduledStatement';

export default defineRule({
  id: 'orchestration/redshift-query-via-lambda',
  subject: 'code',
  severity: 'warning',
  summary: 'A statement that a schedule runs needs no function.',
  why: 'EventBridge Scheduler calls the Data API of Redshift by itself, and the query editor has schedules of its own. A function between is code and a role to look after, and it hears nothing of a statement that fails later.',
  reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
  note: 'redshift#scheduled-queries',
  bad: [
    {
      text: `import boto3

client = boto3.client("redshift-data")

def handler(event, context):
    «client.execute_statement»(Database="dwh", SecretArn="arn", Sql="CALL refresh()", WithEvent=True)
`,
    },
    {
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [redshift-data:ExecuteStatement, logs:PutLogEvents], Resource: "*" }] }
  «Refresh»: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn, Handler: refresh.handler } }
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: rate(1 day), Target: { Arn: !GetAtt Refresh.Arn, RoleArn: !Ref StartRole } }
`,
    },
  ],
  good: [
    // What it runs depends on what it is given.
    `import boto3

client = boto3.client("redshift-data")

def handler(event, context):
    client.execute_statement(Database="dwh", SecretArn="arn", Sql=event["sql"], WithEvent=True)
`,
    `import boto3

client = boto3.client("redshift-data")
sns = boto3.client("sns")

def handler(event, context):
    client.execute_statement(Database="dwh", SecretArn="arn", Sql="CALL refresh()", WithEvent=True)
    sns.publish(TopicArn="arn", Message="started")
`,
  ],

  *check(code, { path, workspace }) {
    for (const handler of code.handlers) {
      if (handler.isDurable || (handler.source !== 'unread' && handler.source !== 'eventbridge')) continue;
      const calls = code.remoteCalls.filter(
        (call) => call.unit === undefined || handler.reaches.has(call.unit),
      );
      const statements = calls.filter(isAwsCall).filter(isStatement);
      if (statements.length === 0 || statements.length !== calls.length) continue;
      const schedule = workspace
        ?.startersOf(path, handler.name)
        .find(({ kind }) => kind === 'schedule' || kind === 'rule');
      const [call] = statements;
      yield {
        span: call.head,
        // Without a schedule in sight somebody else may call it, and wait for it.
        severity: schedule ? undefined : 'info',
        message: `All that the function does is "${call.name}", which EventBridge Scheduler calls without a function.`,
        related: schedule && [
          { uri: schedule.path, span: schedule.span, message: `"${schedule.name}" starts the function.` },
        ],
      };
    }
  },

  sides: [side('template', scheduledStatements)],
});

function isStatement({ service, action }: AwsCall): boolean {
  return service === 'redshiftdata' && /^(?:batchE|e)xecuteStatement$/.test(action);
}
