import { glueOf, type GlueJob } from '../../model/resources/glue';
import type { EmbeddedDefinition } from '../../model/locate';
import type { State } from '../../model/stateMachine';
import type { Resource, Template } from '../../model/template';
import { get, getObject } from '../../syntax/navigate';
import type { Span, TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/concurrent-runs',
  subject: 'template',
  severity: 'warning',
  summary: 'A Glue job that is started several times at once allows as many runs.',
  why: 'A job takes one run at a time unless "MaxConcurrentRuns" says more. The second start fails with ConcurrentRunsExceededException.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_ExecutionProperty.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Load: { Type: AWS::Glue::Job, Properties: { Name: load, Command: { Name: glueetl } } }
  EveryTable:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !Ref RoleArn
      Definition:
        StartAt: Tables
        States:
          Tables:
            Type: Map
            End: true
            ItemProcessor:
              StartAt: Load
              States:
                Load:
                  Type: Task
                  Resource: arn:aws:states:::glue:startJobRun.sync
                  Parameters: { JobName: «load» }
                  End: true
`,
    },
    {
      text: `Resources:
  Load: { Type: AWS::Glue::Job, Properties: { Command: { Name: glueetl }, ExecutionProperty: { MaxConcurrentRuns: 1 } } }
  Uploaded:
    Type: AWS::Glue::Trigger
    Properties: { Type: EVENT, WorkflowName: flow, Actions: [{ JobName: !Ref «Load» }] }
`,
    },
  ],
  good: [
    `Resources:
  Load: { Type: AWS::Glue::Job, Properties: { Name: load, Command: { Name: glueetl }, ExecutionProperty: { MaxConcurrentRuns: 5 } } }
  Report: { Type: AWS::Glue::Job, Properties: { Name: report, Command: { Name: glueetl } } }
  EveryTable:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !Ref RoleArn
      Definition:
        StartAt: Tables
        States:
          Tables:
            Type: Map
            MaxConcurrency: 1
            Next: Load
            ItemProcessor:
              StartAt: Report
              States:
                Report: { Type: Task, Resource: arn:aws:states:::glue:startJobRun.sync, Parameters: { JobName: report }, End: true }
          Load: { Type: Task, Resource: arn:aws:states:::glue:startJobRun.sync, Parameters: { JobName: load }, End: true }
  Uploaded:
    Type: AWS::Glue::Trigger
    Properties: { Type: EVENT, WorkflowName: flow, EventBatchingCondition: { BatchSize: 100, BatchWindow: 900 }, Actions: [{ JobName: !Ref Report }] }
`,
  ],

  *check({ template, located }) {
    const { triggers, jobs } = glueOf(template);
    const single = jobs.filter((job) => runsOnce(job, template));
    if (single.length === 0) return;
    for (const { type, actions, resource } of triggers) {
      if (type !== 'EVENT' || collects(resource, template)) continue;
      for (const { span, resource: started } of actions) {
        if (!single.some((job) => job.resource === started)) continue;
        yield {
          span,
          message: `"${resource.id}" starts "${started?.id}" for every event, and the job allows one run at a time.`,
        };
      }
    }
    for (const definition of located.definitions) {
      for (const { span, job, map } of mapped(definition, single, template)) {
        yield {
          span,
          message: `The Map "${map.name}" starts "${job.resource.id}" for several items at once, and the job allows one run at a time.`,
        };
      }
    }
  },
});

function runsOnce({ resource }: GlueJob, template: Template): boolean {
  const written = get(resource.properties, 'ExecutionProperty');
  if (!written) return true;
  const runs = get(written, 'MaxConcurrentRuns');
  return written.kind === 'object' && (!runs || template.literal(runs) === '1');
}

/** True where a trigger waits for several events before it fires. */
function collects({ properties }: Resource, template: Template): boolean {
  const condition = getObject(properties, 'EventBatchingCondition');
  const size = get(condition, 'BatchSize');
  return size !== undefined && template.literal(size) !== '1';
}

function* mapped(
  { machine, substitutions }: EmbeddedDefinition,
  jobs: readonly GlueJob[],
  template: Template,
): Iterable<{ span: Span; job: GlueJob; map: State }> {
  for (const { state, arn } of machine?.taskResources ?? []) {
    if (arn.service !== 'glue' || arn.action !== 'startJobRun') continue;
    const map = mapAround(state);
    const name = get(get(state.node, 'Parameters') ?? get(state.node, 'Arguments'), 'JobName');
    if (!map || !name || catchesTooMany(state)) continue;
    const gap = name.kind === 'string' ? /^\$\{([\w.]+)\}$/.exec(name.value)?.[1] : undefined;
    const value = substitutions?.find((substitution) => substitution.name === gap)?.value ?? name;
    const job = jobs.find((candidate) => isNamed(candidate, value, gap, template));
    if (job) yield { span: name.span, job, map };
  }
}

/** The Map that runs a state for several items at once. */
function mapAround(state: State): State | undefined {
  for (let owner = state.scope.owner; owner; owner = owner.scope.owner) {
    if (owner.type !== 'Map') continue;
    const limit = get(owner.node, 'MaxConcurrency');
    if (!limit || limit.kind !== 'number' || limit.value !== 1) return owner;
  }
  return undefined;
}

/** True where a retrier waits for the run before to end. */
function catchesTooMany({ retriers }: State): boolean {
  return retriers.some((retrier) => {
    const errors = get(retrier, 'ErrorEquals');
    return (
      errors?.kind === 'array' &&
      errors.items.some(
        (error) =>
          error.kind === 'string' &&
          /ConcurrentRunsExceeded|States\.ALL|States\.TaskFailed/.test(error.value),
      )
    );
  });
}

function isNamed(
  { resource }: GlueJob,
  node: TreeNode,
  gap: string | undefined,
  template: Template,
): boolean {
  const reference = template.reference(node);
  if (reference?.resource === resource.id || gap === resource.id) return true;
  const name = template.literal(get(resource.properties, 'Name'));
  return name !== undefined && template.literal(node) === name;
}
