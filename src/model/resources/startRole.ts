import type { Resource, Template } from '../template';
import { accessOf, allowsAction, roleNamed } from './access';
import type { RuleTarget } from './eventRules';
import type { TargetService } from './targets';
import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';

/** What a role has to allow for a service to be started by it: any one of these. */
const ACTIONS: Partial<Record<TargetService, readonly string[]>> = {
  batch: ['batch:SubmitJob'],
  codebuild: ['codebuild:StartBuild'],
  codepipeline: ['codepipeline:StartPipelineExecution'],
  ecs: ['ecs:RunTask'],
  firehose: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
  glueWorkflow: ['glue:NotifyEvent'],
  kinesis: ['kinesis:PutRecord', 'kinesis:PutRecords'],
  lambda: ['lambda:InvokeFunction'],
  queue: ['sqs:SendMessage'],
  states: ['states:StartExecution', 'states:StartSyncExecution'],
  topic: ['sns:Publish'],
};

/** What keeps a service from starting a target by its role, as far as this template says. */
export interface RoleProblem {
  readonly node: TreeNode;
  readonly role: Resource;
  readonly missing: 'trust' | 'action';
  /** The service that is not trusted, or the action that is not allowed. */
  readonly name: string;
}

/** Judges the role of a target by its trust policy and by what it allows; nothing where either is written elsewhere. */
export function roleProblem(
  { node, service }: RuleTarget,
  principal: string,
  template: Template,
): RoleProblem | undefined {
  const written = get(node, 'RoleArn');
  const role = roleNamed(written, template);
  if (!written || !role) return undefined;
  const grants = accessOf(template).of(role);
  const { principals, managed, isComplete } = grants;
  if (principals.length > 0 && !principals.some((name) => name === principal || name.includes('${'))) {
    return { node: written, role, missing: 'trust', name: principal };
  }
  // A module of Terraform has several files, and policies of the role may be in others.
  if (template.kind === 'terraform') return undefined;
  const actions = (service && ACTIONS[service]) ?? [];
  if (actions.length === 0 || !isComplete || managed.length > 0 || grants.statements.length === 0)
    return undefined;
  return actions.some((action) => allowsAction(grants, action))
    ? undefined
    : { node: written, role, missing: 'action', name: actions[0] };
}

/** A role's problem in a sentence. */
export function roleMessage({ role, missing, name }: RoleProblem, starter: string): string {
  return missing === 'trust'
    ? `The role "${role.id}" does not trust "${name}", so that "${starter}" starts nothing.`
    : `The role "${role.id}" does not allow "${name}", so that "${starter}" starts nothing.`;
}
