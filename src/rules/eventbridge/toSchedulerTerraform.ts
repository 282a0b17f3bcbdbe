import type { EventRule, RuleTarget } from '../../model/resources/eventRules';
import type { TargetService } from '../../model/resources/targets';
import type { Resource, Template } from '../../model/template';
import { namedBy } from '../../model/template/namedBy';
import type { TextEdit } from '../../syntax/edit';
import { get, property } from '../../syntax/navigate';
import type { Property, TreeNode } from '../../syntax/tree';

/** What a rule of Terraform may have, as a schedule has it too. */
const RULE_KEYS: ReadonlySet<string> = new Set([
  ...['name', 'name_prefix', 'description', 'schedule_expression', 'state', 'event_bus_name'],
]);
const TARGET_KEYS: ReadonlySet<string> = new Set([
  ...['rule', 'target_id', 'arn', 'role_arn', 'input', 'dead_letter_config', 'retry_policy'],
  'event_bus_name',
]);

/** What Scheduler starts by an ARN, with the action that its role needs. */
const ACTIONS: Partial<Record<TargetService, string>> = {
  codebuild: 'codebuild:StartBuild',
  codepipeline: 'codepipeline:StartPipelineExecution',
  firehose: 'firehose:PutRecord',
  lambda: 'lambda:InvokeFunction',
  queue: 'sqs:SendMessage',
  states: 'states:StartExecution',
  topic: 'sns:Publish',
};

/**
 * Puts `aws_scheduler_schedule` and a role for it in the place of a scheduled `aws_cloudwatch_event_rule`, its
 * only target and the permissions that name it; `undefined` where a part has no like in Scheduler.
 */
export function toSchedulerTerraform(
  rule: EventRule,
  template: Template,
  zone: string,
): TextEdit[] | undefined {
  const { resource, targets } = rule;
  const [target] = targets;
  const action = target?.service && ACTIONS[target.service];
  const naming = namedBy(resource.id, template).filter((other) => other !== resource);
  const parts = naming.filter(({ type }) => type === 'aws_cloudwatch_event_target');
  const [part] = parts;
  if (!action || targets.length !== 1 || parts.length !== 1) return undefined;
  const others = naming.filter((other) => other !== part);
  if (others.some(({ type }) => type !== 'AWS::Lambda::Permission')) return undefined;
  if (!onlyHas(resource, RULE_KEYS) || !onlyHas(part, TARGET_KEYS) || isNamed(part, template))
    return undefined;
  if (isNamedElsewhere(resource, [part, ...others], template)) return undefined;
  return [
    { span: blockOf(resource, template), newText: schedule(resource, part, target, action, zone, template) },
    ...[part, ...others].map((block) => ({
      span: withLine(blockOf(block, template), template),
      newText: '',
    })),
  ];
}

function onlyHas({ node, repeated, dependsOn }: Resource, keys: ReadonlySet<string>): boolean {
  return !repeated && dependsOn.length === 0 && node.properties.every(({ name }) => keys.has(name));
}

function isNamed(part: Resource, template: Template): boolean {
  return namedBy(part.id, template).some((other) => other !== part);
}

/** Outputs and locals may name the rule as well. */
function isNamedElsewhere(resource: Resource, parts: readonly Resource[], template: Template): boolean {
  const inParts = parts.reduce((sum, { node }) => sum + timesNamed(node, resource, template), 0);
  return timesNamed(template.tree.root, resource, template) > inParts;
}

function timesNamed(node: TreeNode | undefined, { id }: Resource, template: Template): number {
  return template.references(node).filter(({ resource }) => resource === id).length;
}

function schedule(
  resource: Resource,
  part: Resource,
  { arn }: RuleTarget,
  action: string,
  zone: string,
  template: Template,
): string {
  const name = resource.id.slice(resource.id.indexOf('.') + 1);
  const raw = (node: TreeNode | undefined): string | undefined => node && textOf(node, template);
  const of = (holder: Resource, key: string, as = key): [string, string] | undefined => {
    const value = raw(get(holder.node, key));
    return value === undefined ? undefined : [as, value];
  };
  const blocks = ['dead_letter_config', 'retry_policy'].flatMap((key) => {
    const found = property(part.node, key);
    return found ? ['', ...block(found, template)] : [];
  });
  const own = [
    of(resource, 'name'),
    of(resource, 'name_prefix'),
    of(resource, 'description'),
    of(resource, 'state'),
    of(resource, 'schedule_expression'),
    ['schedule_expression_timezone', JSON.stringify(zone)] as [string, string],
  ];
  const role = `${name}_scheduler`;
  const started: ([string, string] | undefined)[] = [
    of(part, 'arn'),
    ['role_arn', `aws_iam_role.${role}.arn`],
    of(part, 'input'),
  ];
  return [
    `resource "aws_scheduler_schedule" "${name}" {`,
    ...aligned(own, '  '),
    '',
    '  flexible_time_window {',
    '    mode = "OFF"',
    '  }',
    '',
    '  target {',
    ...aligned(started, '    '),
    ...blocks.map((line) => (line ? `    ${line}` : '')),
    '  }',
    '}',
    '',
    ...roleBlocks(role, action, raw(arn) ?? ''),
  ].join('\n');
}

/** A role that Scheduler may take, with the one action that starts the target. */
function roleBlocks(role: string, action: string, arn: string): string[] {
  const policy = (statement: readonly string[]): string[] => [
    'jsonencode({',
    '    Version = "2012-10-17"',
    '    Statement = [{',
    ...statement.map((line) => `      ${line}`),
    '    }]',
    '  })',
  ];
  const trust = policy([
    'Effect    = "Allow"',
    'Action    = "sts:AssumeRole"',
    'Principal = { Service = "scheduler.amazonaws.com" }',
  ]);
  const allow = policy(['Effect   = "Allow"', `Action   = "${action}"`, `Resource = ${arn}`]);
  return [
    `resource "aws_iam_role" "${role}" {`,
    `  assume_role_policy = ${trust.join('\n')}`,
    '}',
    '',
    `resource "aws_iam_role_policy" "${role}" {`,
    `  role   = aws_iam_role.${role}.id`,
    `  policy = ${allow.join('\n')}`,
    '}',
  ];
}

/** Attributes with their signs below each other, as Terraform's formatter has them. */
function aligned(pairs: readonly ([string, string] | undefined)[], indent: string): string[] {
  const known = pairs.filter((pair) => pair !== undefined);
  const width = Math.max(...known.map(([key]) => key.length));
  return known.map(([key, value]) => `${indent}${key.padEnd(width)} = ${value}`);
}

/** A nested block as it is written, from its own column on. */
function block(found: Property, template: Template): string[] {
  const lines = textOf(found, template).split('\n');
  const last = /^\s*/.exec(lines[lines.length - 1])?.[0].length ?? 0;
  return lines.map((line, index) => (index === 0 ? line : line.slice(last)));
}

function textOf({ span }: Pick<TreeNode, 'span'>, { tree }: Template): string {
  const { source } = tree;
  return source.text.slice(source.fromHost(span.start), source.fromHost(span.end));
}

function blockOf({ key, node }: Resource, { tree }: Template): { start: number; end: number } {
  const { source } = tree;
  return {
    start: source.toHost(source.text.lastIndexOf('resource', source.fromHost(key.start))),
    end: node.span.end,
  };
}

/** The lines around a block, so that none is left empty. */
function withLine(
  { start, end }: { start: number; end: number },
  { tree }: Template,
): { start: number; end: number } {
  const { text } = tree.source;
  const gap = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + gap };
}
