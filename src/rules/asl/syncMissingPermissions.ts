import { MANAGED_RULE_ACTIONS as ACTIONS, MANAGED_RULES } from '../../catalog/managedRules';
import { accessOf, allowsAction, roleOf, type Grants } from '../../model/resources/access';
import { defineRule } from '../rule';
import { grant } from '../sfn/grant';

/** Policies of AWS's and SAM's that say nothing about rules of EventBridge. */
const SILENT =
  /^(?:AWSLambdaRole|AWSLambdaBasicExecutionRole|AWSX[Rr]ay\w+|CloudWatchLogsFullAccess|\w+Policy)$/;

export default defineRule({
  id: 'asl/sync-missing-permissions',
  subject: 'embeddedDefinition',
  severity: 'error',
  summary: 'The role of a machine that waits for other executions, tasks or jobs may make the rule for it.',
  why: 'For ".sync" Step Functions makes a rule that tells it of the end, with the role of the machine. Without the permission the machine is refused: it is "not authorized to create managed-rule".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html',
  note: 'step-functions',
  bad: [
    {
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [ecs:RunTask, iam:PassRole], Resource: !Ref Task }] }
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition:
        StartAt: Load
        States:
          Load: { Type: Task, Resource: «arn:aws:states:::ecs:runTask.sync», End: true }
`,
      fixed: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [ecs:RunTask, iam:PassRole], Resource: !Ref Task }] }
        - PolicyName: WaitForEnd
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action:
                  - events:PutTargets
                  - events:PutRule
                  - events:DescribeRule
                Resource:
                  Fn::Sub: arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/StepFunctionsGetEventsForECSTaskRule
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition:
        StartAt: Load
        States:
          Load: { Type: Task, Resource: arn:aws:states:::ecs:runTask.sync, End: true }
`,
    },
  ],
  good: [
    `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [ecs:RunTask, events:Put*], Resource: "*" }] }
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition:
        StartAt: Load
        States:
          Load: { Type: Task, Resource: arn:aws:states:::ecs:runTask.sync, Next: Clean }
          Clean: { Type: Task, Resource: arn:aws:states:::glue:startJobRun.sync, End: true }
  Elsewhere:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !Ref RoleArn
      Definition: { StartAt: Load, States: { Load: { Type: Task, Resource: arn:aws:states:::ecs:runTask.sync, End: true } } }
`,
  ],

  *check({ resource, machine, template }) {
    const role = machine && roleOf(resource, template);
    // A module of Terraform has several files, and policies of the role may be in others.
    if (!role || template.kind === 'terraform') return;
    const grants = accessOf(template).of(role);
    if (!isKnown(grants)) return;
    const missing = ACTIONS.slice(0, 2).find((action) => !allowsAction(grants, action));
    if (!missing) return;
    const told = new Set<string>();
    for (const { node, arn, state } of machine.taskResources) {
      const service = arn.service ?? '';
      const rule = MANAGED_RULES[service];
      if (!rule || !arn.pattern?.startsWith('sync') || told.has(service)) continue;
      told.add(service);
      const edit = grant(role, 'WaitForEnd', statement(rule), template);
      yield {
        span: node.span,
        message: `"${state.name}" waits by a rule of EventBridge, and the role "${role.id}" does not allow "${missing}".`,
        fixes: edit ? [{ title: 'Let the role make the rule', edits: [edit], safe: true }] : [],
      };
    }
  },
});

function statement(rule: string): Parameters<typeof grant>[2] {
  const arn = `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${rule}`;
  return { Effect: 'Allow', Action: ACTIONS, Resource: { 'Fn::Sub': arn } };
}

/** True where all that a role may do is written here, or in policies that are known to be silent about rules. */
function isKnown({ isComplete, managed, statements }: Grants): boolean {
  return isComplete && statements.length > 0 && managed.every((name) => SILENT.test(name));
}
