import { machinesOf } from '../../model/resources/machines';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'sfn/log-all-execution-data',
  subject: 'template',
  severity: 'info',
  summary: 'A log of every event of a state machine leaves the data out.',
  why: 'With the level ALL and execution data the input and output of every state is written to CloudWatch, for everybody who reads logs, and paid for by size. The level ERROR, or no data, is enough to find failures.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  note: 'monitoring',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !Ref RoleArn
      Logging:
        Level: ALL
        «IncludeExecutionData: true»
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }]
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !Ref RoleArn
      Logging:
        Level: ALL
        IncludeExecutionData: false
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }]
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !Ref RoleArn
      Logging: { Level: ERROR, IncludeExecutionData: true, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] }
  Trial:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !Ref RoleArn
      Logging: { Level: ALL, IncludeExecutionData: !If [Development, true, false], Destinations: [] }
`,
  ],

  *check({ located, template }) {
    for (const { resource, logging, definition } of machinesOf(located)) {
      const data = property(logging?.node, 'IncludeExecutionData');
      if (logging?.level !== 'ALL' || !data?.value || template.literal(data.value)?.toLowerCase() !== 'true')
        continue;
      const calls = definition?.machine?.taskResources ?? [];
      const outside = calls.find(({ arn }) => arn.service === 'http');
      const canWrite = template.kind !== 'terraform' && resource.writable;
      yield {
        span: data.span,
        message: outside
          ? `The log of "${resource.id}" holds the data of every state, and so what "${outside.state.name}" sends and gets over HTTP.`
          : `The log of "${resource.id}" holds the input and output of every state.`,
        severity: outside ? 'warning' : 'info',
        fixes: canWrite
          ? [
              {
                title: 'Leave the data out of the log',
                edits: [new TreeEditor(template.tree).replace(data.value, false)],
              },
            ]
          : [],
      };
    }
  },
});
