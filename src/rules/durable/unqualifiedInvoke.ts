import { eventRulesOf } from '../../model/resources/eventRules';
import { functionsOf } from '../../model/resources/functions';
import { schedulerSchedules } from '../../model/resources/schedulerSchedules';
import type { EmbeddedDefinition } from '../../model/locate';
import type { Resource, Template } from '../../model/template';
import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule, side } from '../rule';
import { invokedByCode } from './invokedByCode';

export default defineRule({
  id: 'durable/unqualified-invoke',
  subject: 'template',
  severity: 'error',
  summary: 'A durable function is started by a version, an alias or $LATEST.',
  why: 'A durable execution goes on with the code that it began with, and so the version has to be named. Lambda turns a start by the name alone down.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html',
  note: 'lambda',
  bad: [
    {
      text: `Resources:
  Order:
    Type: AWS::Lambda::Function
    Properties: { DurableConfig: { ExecutionTimeout: 86400 } }
  Allow: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Order, Principal: events.amazonaws.com } }
  Ordered:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail-type: [Order Placed] }
      Targets: [{ Id: order, Arn: !GetAtt «Order.Arn» }]
`,
    },
    {
      text: `import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as events from 'aws-cdk-lib/aws-events';

const order = new lambda.Function(this, 'Order', { durableConfig: { executionTimeout: Duration.hours(1) } });
new events.Rule(this, 'Ordered', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(«order»)] });
`,
    },
  ],
  good: [
    `import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as targets from 'aws-cdk-lib/aws-events-targets';

const order = new lambda.Function(this, 'Order', { durableConfig: { executionTimeout: Duration.hours(1) } });
rule.addTarget(new targets.LambdaFunction(order.currentVersion));
`,
    `Resources:
  Order:
    Type: AWS::Lambda::Function
    Properties: { DurableConfig: { ExecutionTimeout: 86400 } }
  Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Order, Name: live } }
  Plain: { Type: AWS::Lambda::Function }
  Ordered:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail-type: [Order Placed] }
      Targets: [{ Id: order, Arn: !Ref Live }, { Id: latest, Arn: !Sub '\${Order.Arn}:$LATEST' }, { Id: plain, Arn: !GetAtt Plain.Arn }]
`,
  ],

  *check({ template, located }) {
    const durable = functionsOf(template).filter(({ properties }) => get(properties, 'DurableConfig'));
    if (durable.length === 0) return;
    const starts = [
      ...eventRulesOf(located).flatMap(({ name, targets }) => targets.map(({ arn }) => ({ name, arn }))),
      ...schedulerSchedules(located).map(({ name, target }) => ({ name, arn: target?.arn })),
      ...located.definitions.flatMap((definition) => calledBy(definition)),
    ];
    for (const { name, arn } of starts) {
      const called = durable.find((resource) => isWhole(arn, resource, template));
      if (!arn || !called) continue;
      yield {
        span: arn.span,
        message: `"${name}" starts the durable function "${called.id}" without saying which version.`,
      };
    }
  },

  sides: [side('code', invokedByCode)],
});

/** True where a value is a function's name or ARN, and nothing behind it. */
function isWhole(node: TreeNode | undefined, { id }: Resource, template: Template): boolean {
  return template.reference(node)?.resource === id;
}

/** What the tasks of a machine call, with what the substitutions stand for. */
function calledBy({ machine, substitutions }: EmbeddedDefinition): { name: string; arn?: TreeNode }[] {
  return (machine?.taskResources ?? []).map(({ state, node, arn }) => {
    const named = arn.action === 'invoke' ? get(get(state.node, 'Parameters'), 'FunctionName') : node;
    const gap = named?.kind === 'string' ? /^\$\{(\w+)\}$/.exec(named.value)?.[1] : undefined;
    const value = substitutions?.find(({ name }) => name === gap)?.value;
    return { name: state.name, arn: value ?? named };
  });
}
