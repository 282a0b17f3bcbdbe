import type { TreeNode } from '../../syntax/tree';
import type { Resource, Template } from '../template';

/** What runs, or takes what is sent, when a rule or a schedule fires. */
export type TargetService =
  | 'apiDestination'
  | 'batch'
  | 'bus'
  | 'codebuild'
  | 'codepipeline'
  | 'ecs'
  | 'firehose'
  | 'glueWorkflow'
  | 'kinesis'
  | 'lambda'
  | 'logs'
  | 'queue'
  | 'redshift'
  | 'states'
  | 'topic';

const BY_TYPE: Readonly<Record<string, TargetService>> = {
  'AWS::Lambda::Function': 'lambda',
  'AWS::Lambda::Alias': 'lambda',
  'AWS::Lambda::Version': 'lambda',
  'AWS::Serverless::Function': 'lambda',
  'AWS::StepFunctions::StateMachine': 'states',
  'AWS::StepFunctions::StateMachineAlias': 'states',
  'AWS::StepFunctions::StateMachineVersion': 'states',
  'AWS::Serverless::StateMachine': 'states',
  'AWS::Glue::Workflow': 'glueWorkflow',
  'AWS::ECS::Cluster': 'ecs',
  'AWS::Batch::JobQueue': 'batch',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::KinesisFirehose::DeliveryStream': 'firehose',
  'AWS::SQS::Queue': 'queue',
  'AWS::SNS::Topic': 'topic',
  'AWS::Logs::LogGroup': 'logs',
  'AWS::Events::EventBus': 'bus',
  'AWS::EventsV2::EventBus': 'bus',
  'AWS::Events::ApiDestination': 'apiDestination',
  'AWS::CodeBuild::Project': 'codebuild',
  'AWS::CodePipeline::Pipeline': 'codepipeline',
  'AWS::Redshift::Cluster': 'redshift',
  'AWS::RedshiftServerless::Workgroup': 'redshift',
};

/** By the service and the beginning of the resource in an ARN, of which `:` and `/` are one. */
const BY_ARN: readonly [RegExp, TargetService][] = [
  [/^lambda:/, 'lambda'],
  [/^states:stateMachine/, 'states'],
  [/^glue:workflow/, 'glueWorkflow'],
  [/^ecs:cluster/, 'ecs'],
  [/^batch:job-queue/, 'batch'],
  [/^kinesis:stream/, 'kinesis'],
  [/^firehose:/, 'firehose'],
  [/^sqs:/, 'queue'],
  [/^sns:/, 'topic'],
  [/^logs:/, 'logs'],
  [/^events:event-bus/, 'bus'],
  [/^events:api-destination/, 'apiDestination'],
  [/^codebuild:/, 'codebuild'],
  [/^codepipeline:/, 'codepipeline'],
  [/^redshift/, 'redshift'],
];

/** What a value that should be an ARN names. */
export interface NamedTarget {
  /** Absent where the text does not say it: a parameter, an import. */
  readonly service?: TargetService;
  /** The resource of this template. */
  readonly resource?: Resource;
}

/** What the ARN of a target names: a resource of the template, or as much as its text says. */
export function namedTarget(node: TreeNode | undefined, template: Template): NamedTarget {
  const whole = template.reference(node);
  const resource = whole?.resource === undefined ? undefined : template.byId.get(whole.resource);
  if (resource) return { resource, service: BY_TYPE[resource.type] };
  const service = serviceOfArn(template.literal(node) ?? '');
  const named = template
    .references(node)
    .map((reference) => template.byId.get(reference.resource ?? ''))
    .find((candidate) => candidate && (service === undefined || BY_TYPE[candidate.type] === service));
  return { ...(service && { service }), ...(named && { resource: named }) };
}

function serviceOfArn(text: string): TargetService | undefined {
  // A gap may hold colons: `${AWS::Partition}`.
  const arn = /^(?:arn|\*):[^:]*:([\w-]+):[^:]*:[^:]*:(.*)$/s.exec(text.replace(/\$\{[^{}]*\}/g, '*'));
  return arn ? BY_ARN.find(([start]) => start.test(`${arn[1]}:${arn[2]}`))?.[1] : undefined;
}

/** The service that a resource is one of, as a target. */
export function serviceOfType(type: string): TargetService | undefined {
  return BY_TYPE[type];
}
