import { machinesOf } from '../../model/resources/machines';
import type { Resource, Template } from '../../model/template';
import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

/** With fewer machines the policy has room for all of them. */
const MANY = 3;

export default defineRule({
  id: 'sfn/log-group-prefix',
  subject: 'template',
  severity: 'info',
  summary: 'Log groups of many state machines have names under "/aws/vendedlogs/".',
  why: 'CloudWatch lets services in by a policy of 5,120 characters that names every log group. When it is full no further machine can log, unless the names begin with "/aws/vendedlogs/", which one entry covers.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-cwl',
  note: 'monitoring',
  bad: [
    {
      text: `Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: «/aws/states/orders» } }
  A: { Type: AWS::Serverless::StateMachine, Properties: { Role: !Ref R, Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] } } }
  B: { Type: AWS::Serverless::StateMachine, Properties: { Role: !Ref R, Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] } } }
  C: { Type: AWS::Serverless::StateMachine, Properties: { Role: !Ref R, Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] } } }
`,
    },
  ],
  good: [
    `Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /aws/states/orders } }
  A: { Type: AWS::Serverless::StateMachine, Properties: { Role: !Ref R, Logging: { Level: ERROR, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }] } } }
`,
  ],

  *check({ located, template }) {
    const machines = machinesOf(located).filter(({ logging }) => logging?.destinations.length);
    if (machines.length < MANY) return;
    const groups = new Set<Resource>();
    for (const node of machines.flatMap(({ logging }) => logging?.destinations ?? [])) {
      const group = groupOf(node, template);
      if (group) groups.add(group);
    }
    for (const { id, properties, key } of groups) {
      const name = get(properties, 'LogGroupName');
      const text = template.literal(name);
      if (text?.startsWith('/aws/vendedlogs/') || text?.startsWith('${') || (name && text === undefined))
        continue;
      yield {
        span: name?.span ?? key,
        message: `The log group "${id}" is not under "/aws/vendedlogs/", where the policy of many machines finds room.`,
      };
    }
  },
});

function groupOf(node: TreeNode, template: Template): Resource | undefined {
  return template
    .references(node)
    .map(({ resource }) => template.byId.get(resource ?? ''))
    .find((resource) => resource?.type === 'AWS::Logs::LogGroup');
}
