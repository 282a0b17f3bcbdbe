import { accessOf, allowsAction } from '../../model/resources/access';
import { machinesOf, type MachineResource } from '../../model/resources/machines';
import type { Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { getObject } from '../../syntax/navigate';
import { freeId, getAtt } from '../eventbridge/targetRole';
import { defineRule, side, type Fix } from '../rule';
import { expressConstructs } from './expressConstructs';
import { grant, LOG_DELIVERY } from './grant';

export default defineRule({
  id: 'sfn/express-no-logging',
  subject: 'template',
  severity: 'error',
  summary: 'An Express state machine writes a log.',
  why: 'Step Functions keeps no history of Express executions. Without a log nobody can tell later which state failed, or with which input.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  note: 'monitoring',
  bad: [
    {
      text: `Resources:
  «Enrich»:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      DefinitionUri: enrich.asl.json
      Policies:
        - LambdaInvokePolicy: { FunctionName: !Ref Lookup }
`,
      fixed: `Resources:
  Enrich:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      DefinitionUri: enrich.asl.json
      Policies:
        - LambdaInvokePolicy: { FunctionName: !Ref Lookup }
        - Statement:
            - Effect: Allow
              Action:
                - logs:CreateLogDelivery
                - logs:GetLogDelivery
                - logs:UpdateLogDelivery
                - logs:DeleteLogDelivery
                - logs:ListLogDeliveries
                - logs:PutResourcePolicy
                - logs:DescribeResourcePolicies
                - logs:DescribeLogGroups
              Resource: "*"
      Logging:
        Level: ERROR
        IncludeExecutionData: true
        Destinations:
          - CloudWatchLogsLogGroup:
              LogGroupArn:
                Fn::GetAtt:
                  - EnrichLogs
                  - Arn
  EnrichLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName:
        Fn::Sub: /aws/vendedlogs/states/\${AWS::StackName}-Enrich
      RetentionInDays: 30
`,
    },
    {
      text: `{ "Resources": { «"Enrich"»: { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
  "StateMachineType": "EXPRESS",
  "RoleArn": { "Ref": "RoleArn" },
  "LoggingConfiguration": { "Level": "OFF" }
} } } }`,
    },
    {
      text: `import { StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";

export function enrich(scope, definitionBody) {
  return «new StateMachine»(scope, "Enrich", { definitionBody, stateMachineType: StateMachineType.EXPRESS });
}
`,
    },
    {
      text: `from aws_cdk import aws_stepfunctions as sfn


def enrich(scope, role, definition):
    «sfn.CfnStateMachine»(scope, "Enrich", role_arn=role, definition_string=definition, state_machine_type="EXPRESS")
`,
    },
  ],
  good: [
    `Resources:
  Enrich:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Role: !Ref RoleArn
      Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] }
  Given:
    Type: AWS::Serverless::StateMachine
    Properties: { Type: EXPRESS, Role: !Ref RoleArn, Logging: !If [Live, !Ref Logging, !Ref AWS::NoValue] }
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: nightly.asl.json }
`,
  ],

  *check({ located, template }) {
    for (const machine of machinesOf(located)) {
      const { resource, type, logging } = machine;
      if (type !== 'EXPRESS' || (logging && logging.level !== 'OFF')) continue;
      yield {
        span: resource.key,
        message: `The Express machine "${resource.id}" writes no log, and Step Functions keeps no history of its executions.`,
        fixes: logging ? [] : addLogging(machine, template),
      };
    }
  },

  sides: [side('code', expressConstructs)],
});

/** A log group, the setting that names it, and what the role needs for it. */
function addLogging({ resource, role }: MachineResource, template: Template): Fix[] {
  const resources = getObject(template.tree.root, 'Resources');
  const isPlain = template.kind === 'cloudformation' || template.kind === 'sam';
  if (!resources || !isPlain || !resource.writable) return [];
  const editor = new TreeEditor(template.tree);
  const group = freeId(`${resource.id}Logs`, template);
  const property = resource.type === 'AWS::Serverless::StateMachine' ? 'Logging' : 'LoggingConfiguration';
  const may = !role || allowsAction(accessOf(template).of(role), 'logs:CreateLogDelivery');
  const edits = [
    ...(may ? [] : [grant(role, 'Logs', LOG_DELIVERY, template)]),
    editor.add(resource.properties, property, {
      Level: 'ERROR',
      IncludeExecutionData: true,
      Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: getAtt(group, 'Arn') } }],
    }),
    editor.add(resources, group, {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: { 'Fn::Sub': `/aws/vendedlogs/states/\${AWS::StackName}-${resource.id}` },
        RetentionInDays: 30,
      },
    }),
  ];
  return [{ title: 'Log errors to a new log group', edits }];
}
