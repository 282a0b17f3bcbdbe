import { glueOf, type GlueJob } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import type { Property } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'glue/job-capacity-conflict',
  subject: 'template',
  severity: 'error',
  summary: 'A Glue job says its size in one way, and is of a kind that can be what it asks for.',
  why: 'AWS refuses "MaxCapacity" beside "WorkerType" and "NumberOfWorkers", and the class FLEX for anything but Spark jobs of Glue 3.0 and later.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_CreateJob.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      «MaxCapacity»: 10
      WorkerType: G.1X
      NumberOfWorkers: 10
      Timeout: 60
`,
      fixed: `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      WorkerType: G.1X
      NumberOfWorkers: 10
      Timeout: 60
`,
    },
    {
      text: `Resources:
  Call:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/call.py }
      «ExecutionClass: FLEX»
`,
    },
    {
      text: `Resources:
  Copy:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/copy.py }
      «WorkerType»: G.1X
      NumberOfWorkers: 2
`,
    },
  ],
  good: [
    `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      GlueVersion: "5.0"
      ExecutionClass: FLEX
      WorkerType: G.1X
      NumberOfWorkers: 10
  Call:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: pythonshell, ScriptLocation: s3://scripts/call.py }, MaxCapacity: 0.0625 }
  Either:
    Type: AWS::Glue::Job
    Properties: { MaxCapacity: !If [Small, 2, !Ref AWS::NoValue], WorkerType: !If [Small, !Ref AWS::NoValue, G.1X] }
`,
  ],

  *check({ template }) {
    for (const job of glueOf(template).jobs) {
      yield* twoSizes(job, template);
      yield* flex(job, template);
      yield* shellWithWorkers(job);
    }
  },
});

function* twoSizes({ resource }: GlueJob, template: Template): Iterable<Finding> {
  const { properties, writable, id } = resource;
  const capacity = property(properties, 'MaxCapacity');
  const other = ['WorkerType', 'NumberOfWorkers'].find((name) => isGiven(property(properties, name)));
  if (!capacity || !other || !isGiven(capacity)) return;
  const fixes: Fix[] =
    writable && template.kind !== 'terraform'
      ? [
          {
            title: 'Take "MaxCapacity" out',
            edits: [new TreeEditor(template.tree).remove(capacity)],
            safe: true,
          },
        ]
      : [];
  yield {
    span: capacity.key.span,
    message: `The job "${id}" has "MaxCapacity" and "${other}", and AWS takes one of them.`,
    fixes,
  };
}

/** A value that is surely there: what a condition or variable gives may be nothing. */
function isGiven(entry: Property | undefined): boolean {
  return entry?.value?.kind === 'number' || (entry?.value?.kind === 'string' && !entry.value.dynamic);
}

/** A Python shell runs on a part of one machine, which has no workers. */
function* shellWithWorkers({ resource, command }: GlueJob): Iterable<Finding> {
  const written = property(resource.properties, 'WorkerType');
  if (command !== 'pythonshell' || !written || !isGiven(written)) return;
  if (isGiven(property(resource.properties, 'MaxCapacity'))) return;
  yield {
    span: written.key.span,
    message: `The job "${resource.id}" is a Python shell and has "WorkerType", which AWS takes of Spark and Ray jobs only.`,
  };
}

function* flex({ resource, command, version }: GlueJob, template: Template): Iterable<Finding> {
  const written = property(resource.properties, 'ExecutionClass');
  if (!written || template.literal(written.value) !== 'FLEX') return;
  const isOld = version !== undefined && /^[012]\./.test(version);
  if ((command === undefined || command === 'glueetl') && !isOld) return;
  const what = isOld ? `of Glue ${version}` : `a "${command}" job`;
  yield {
    span: written.span,
    message: `The job "${resource.id}" asks for FLEX and is ${what}, which cannot have it.`,
  };
}
