import { glueOf, type GlueJob } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

/** Libraries that take the memory of a whole unit. */
const HEAVY = /pandas|awswrangler|pyarrow|numpy|scipy|sklearn|scikit|polars|duckdb|analytics/i;

export default defineRule({
  id: 'glue/pythonshell-capacity',
  subject: 'template',
  severity: 'info',
  summary: 'A Python shell job has a sixteenth of a unit, unless it needs the memory of a whole one.',
  why: 'Python shell jobs have 0.0625 or 1 data processing unit. The whole unit costs sixteen times as much, and is for data frames in memory, not for calls.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/add-job-python.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Call:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/call.py }
      MaxCapacity: «1»
`,
      fixed: `Resources:
  Call:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/call.py }
      MaxCapacity: 0.0625
`,
    },
  ],
  good: [
    `Resources:
  Call:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: pythonshell, ScriptLocation: s3://scripts/call.py }, MaxCapacity: 0.0625 }
  Frames:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/frames.py }
      MaxCapacity: 1
      DefaultArguments: { --additional-python-modules: awswrangler==3.9.0 }
`,
  ],

  *check({ template }) {
    for (const job of glueOf(template).jobs) {
      const { resource, command } = job;
      const capacity = property(resource.properties, 'MaxCapacity')?.value;
      const size = Number(template.literal(capacity) ?? NaN);
      if (command !== 'pythonshell' || !capacity || !(size > 0.0625) || isHeavy(job, template)) continue;
      const isPlain = capacity.kind === 'number' && template.kind !== 'terraform';
      yield {
        span: capacity.span,
        message: `The job "${resource.id}" is a Python shell with a whole unit, at sixteen times the price of 0.0625.`,
        fixes: isPlain
          ? [{ title: 'Change to 0.0625', edits: [new TreeEditor(template.tree).replace(capacity, 0.0625)] }]
          : [],
      };
    }
  },
});

/** True where the job brings libraries that need the memory, or a comment that speaks of it. */
function isHeavy({ resource, arguments: given }: GlueJob, { tree, literal }: Template): boolean {
  const { start, end } = resource.node.span;
  const comments = tree.comments.filter(({ span }) => span.start >= start && span.end <= end);
  return (
    given.some(({ value }) => HEAVY.test(literal(value) ?? '')) ||
    comments.some(({ text }) => /memory|pandas|data ?frame/i.test(text))
  );
}
