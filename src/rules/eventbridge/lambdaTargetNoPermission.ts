import { eventRulesOf, type EventRule, type RuleTarget } from '../../model/resources/eventRules';
import type { Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { get, getObject } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';
import { freeId, getAtt } from './targetRole';
import { hasUnwritten } from '../../model/resources/unwritten';

export default defineRule({
  id: 'eventbridge/lambda-target-no-permission',
  subject: 'template',
  severity: 'error',
  summary: 'A function that a rule targets lets EventBridge invoke it.',
  why: 'Without a permission for "events.amazonaws.com" the rule matches and the function never runs. Only the metric FailedInvocations tells of it.',
  reference:
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-lambda-permissions',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Load:
    Type: AWS::Lambda::Function
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - Id: load
          «Arn: !GetAtt Load.Arn»
`,
      fixed: `Resources:
  Load:
    Type: AWS::Lambda::Function
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets:
        - Id: load
          Arn: !GetAtt Load.Arn
  UploadedInvokesLoad:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName:
        Ref: Load
      Principal: events.amazonaws.com
      SourceArn:
        Fn::GetAtt:
          - Uploaded
          - Arn
`,
    },
    {
      text: `Resources:
  Load: { Type: AWS::Lambda::Function }
  Hourly:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(1 hour), Targets: [{ Id: load, Arn: !GetAtt Load.Arn }] }
  Daily:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(1 day), Targets: [{ Id: load, «Arn: !GetAtt Load.Arn» }] }
  Allowed:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Load, Principal: events.amazonaws.com, SourceArn: !GetAtt Hourly.Arn }
`,
      fixed: `Resources:
  Load: { Type: AWS::Lambda::Function }
  Hourly:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(1 hour), Targets: [{ Id: load, Arn: !GetAtt Load.Arn }] }
  Daily:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(1 day), Targets: [{ Id: load, Arn: !GetAtt Load.Arn }] }
  Allowed:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Load, Principal: events.amazonaws.com, SourceArn: !GetAtt Hourly.Arn }
  DailyInvokesLoad:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName:
        Ref: Load
      Principal: events.amazonaws.com
      SourceArn:
        Fn::GetAtt:
          - Daily
          - Arn
`,
    },
  ],
  good: [
    `Resources:
  Load: { Type: AWS::Lambda::Function }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created] }
      Targets: [{ Id: load, Arn: !GetAtt Load.Arn }, { Id: other, Arn: !Ref Elsewhere }]
  Allowed:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Load, Principal: events.amazonaws.com }
`,
    `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties: { Events: { Uploaded: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.s3] } } } } }
`,
    `Resources:
  Load: { Type: AWS::Serverless::Function }
  Uploaded:
    Type: AWS::Events::Rule
    Connectors: { ToLoad: { Properties: { Destination: { Id: Load }, Permissions: [Write] } } }
    Properties: { EventPattern: { source: [aws.s3] }, Targets: [{ Id: load, Arn: !GetAtt Load.Arn }] }
`,
  ],

  *check({ located, template }) {
    if (hasUnwritten(template)) return;
    for (const rule of eventRulesOf(located)) {
      for (const target of rule.targets) {
        const { service, resource, node } = target;
        if (service !== 'lambda' || !resource || !node || get(node, 'RoleArn')) continue;
        if (mayInvoke(resource.id, rule, template)) continue;
        // A module of Terraform has several files, and the permission may be in another one.
        const isWhole = template.kind !== 'terraform';
        yield {
          span: target.span,
          message: isWhole
            ? `Nothing lets EventBridge invoke the function "${resource.id}", so that the rule "${rule.name}" starts nothing.`
            : `Nothing in this file lets EventBridge invoke the function "${resource.id}".`,
          severity: isWhole ? 'error' : 'info',
          fixes: permission(rule, target, template),
        };
      }
    }
  },
});

/** True where a permission for this rule names the function, or a function that is not known here. */
function mayInvoke(id: string, rule: EventRule, template: Template): boolean {
  return template.ofType('AWS::Lambda::Permission').some(({ properties }) => {
    const principal = template.literal(get(properties, 'Principal'));
    if (principal !== undefined && !/^events\.|\$\{|^\*$/.test(principal)) return false;
    if (isForOtherRules(get(properties, 'SourceArn'), rule, template)) return false;
    const named = get(properties, 'FunctionName');
    const resources = template.references(named).flatMap(({ resource }) => resource ?? []);
    return resources.length === 0 || resources.includes(id) || related(resources, id, template);
  });
}

/** True where the source of a permission is a rule of this template, and not the one that is judged. */
function isForOtherRules(source: TreeNode | undefined, rule: EventRule, template: Template): boolean {
  const sources = template.references(source).map(({ resource }) => resource);
  return (
    sources.length > 0 &&
    sources.every(
      (id) =>
        id !== undefined && id !== rule.resource.id && template.byId.get(id)?.type === 'AWS::Events::Rule',
    )
  );
}

/** True where the permission is for an alias or version of the target, or the target is one of the permitted function. */
function related(permitted: readonly string[], id: string, template: Template): boolean {
  return [id, ...permitted].some((name) => {
    const resource = template.byId.get(name);
    if (resource?.type !== 'AWS::Lambda::Alias' && resource?.type !== 'AWS::Lambda::Version') return false;
    const of = template.references(get(resource.properties, 'FunctionName'));
    return of.some((reference) => reference.resource === id || permitted.includes(reference.resource ?? ''));
  });
}

function permission(rule: EventRule, { resource }: RuleTarget, template: Template): Fix[] {
  const resources = getObject(template.tree.root, 'Resources');
  if (!resources || !resource || rule.event) return [];
  const id = freeId(`${rule.name}Invokes${resource.id}`, template);
  const edit = new TreeEditor(template.tree).add(resources, id, {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: resource.id },
      Principal: 'events.amazonaws.com',
      SourceArn: getAtt(rule.resource.id, 'Arn'),
    },
  });
  return [{ title: `Let "${rule.name}" invoke "${resource.id}"`, edits: [edit], safe: true }];
}
