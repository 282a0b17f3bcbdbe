import { schedulerSchedules } from '../../model/resources/schedulerSchedules';
import { roleMessage, roleProblem } from '../../model/resources/startRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'scheduler/role-too-narrow',
  subject: 'template',
  severity: 'error',
  summary: 'The role of a schedule trusts Scheduler and allows what starts the target.',
  why: 'Scheduler takes the role to start the target. One that trusts only "events.amazonaws.com", or does not allow the call, starts nothing.',
  reference:
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Load: { Type: AWS::Lambda::Function }
  Start:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !GetAtt Load.Arn, RoleArn: !GetAtt «Start.Arn» }
`,
    },
  ],
  good: [
    `Resources:
  Load: { Type: AWS::Lambda::Function }
  Start:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: scheduler.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns: [!Ref Elsewhere]
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !GetAtt Load.Arn, RoleArn: !GetAtt Start.Arn }
`,
  ],

  *check({ located, template }) {
    for (const { name, target } of schedulerSchedules(located)) {
      const problem = target && roleProblem(target, 'scheduler.amazonaws.com', template);
      if (problem) yield { span: problem.node.span, message: roleMessage(problem, name) };
    }
  },
});
