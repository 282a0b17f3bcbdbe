import type { EventRule, RuleTarget } from '../../model/resources/eventRules';
import type { TargetService } from '../../model/resources/targets';
import type { Template } from '../../model/template';
import { TreeEditor, type PlainValue } from '../../syntax/edit';
import { getObject } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { Fix } from '../rule';

/** The one action that starts a target. */
const ACTIONS: Partial<Record<TargetService, string>> = {
  codebuild: 'codebuild:StartBuild',
  codepipeline: 'codepipeline:StartPipelineExecution',
  glueWorkflow: 'glue:notifyEvent',
  lambda: 'lambda:InvokeFunction',
  queue: 'sqs:SendMessage',
  states: 'states:StartExecution',
  topic: 'sns:Publish',
};

/** A role with the one action that the target needs, added to the template and to the target. */
export function roleFor(rule: EventRule, target: RuleTarget, template: Template): Fix[] {
  const added = target.node && addRole(`${rule.name}TargetRole`, 'events.amazonaws.com', target, template);
  if (!added || !target.node) return [];
  const editor = new TreeEditor(template.tree);
  const edits = [editor.add(target.node, 'RoleArn', getAtt(added.id, 'Arn')), added.edit];
  return [{ title: `Add the role "${added.id}"`, edits }];
}

/** The change that adds a role which a service may take to start a target; for plain targets of CloudFormation only. */
export function addRole(
  wanted: string,
  principal: string,
  { service, arn }: Pick<RuleTarget, 'service' | 'arn'>,
  template: Template,
): { readonly id: string; readonly edit: ReturnType<TreeEditor['add']> } | undefined {
  const resources = getObject(template.tree.root, 'Resources');
  const action = service && ACTIONS[service];
  const on = arn && plainFunction(arn);
  if (!resources || !action || on === undefined) return undefined;
  const id = freeId(wanted.replace(/\W/g, ''), template);
  return { id, edit: new TreeEditor(template.tree).add(resources, id, role(principal, action, on)) };
}

function role(principal: string, action: string, on: PlainValue): PlainValue {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'Target',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: action, Resource: on }],
          },
        },
      ],
    },
  };
}

/** `Fn::GetAtt` of a resource. */
export function getAtt(id: string, attribute: string): PlainValue {
  return { 'Fn::GetAtt': [id, attribute] };
}

/** A reference as a value that can be written again: only the plainest of CloudFormation's functions. */
export function plainFunction(node: TreeNode): PlainValue | undefined {
  if (node.kind === 'string') return node.tag === 'Sub' ? { 'Fn::Sub': node.value } : node.value;
  if (node.kind !== 'dynamic' || node.names.length !== 1) return undefined;
  const [name] = node.names;
  if (node.tag === 'Ref') return { Ref: name };
  const dot = name.indexOf('.');
  return node.tag === 'GetAtt' && dot > 0 ? getAtt(name.slice(0, dot), name.slice(dot + 1)) : undefined;
}

/** A logical id that the template does not have yet. */
export function freeId(wanted: string, { byId }: Template): string {
  if (!byId.has(wanted)) return wanted;
  let number = 2;
  while (byId.has(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}
