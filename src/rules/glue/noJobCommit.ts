import type { CodeFile } from '../../model/code';
import { dottedName } from '../../syntax/code/walk';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'glue/no-job-commit',
  subject: 'code',
  severity: 'info',
  summary: 'A Glue script that keeps bookmarks commits its job.',
  why: 'The bookmark moves on when "job.commit()" is called. Without it the next run reads the same data again.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/monitor-continuations.html',
  note: 'glue-workflows#jobs-and-crawlers',
  bad: [
    {
      text: `from awsglue.context import GlueContext
from awsglue.job import Job

glue = GlueContext(None)
job = Job(glue)
«job.init»("load", {})
frame = glue.create_dynamic_frame.from_catalog(database="raw", table_name="a", transformation_ctx="a")
`,
      fixed: `from awsglue.context import GlueContext
from awsglue.job import Job

glue = GlueContext(None)
job = Job(glue)
job.init("load", {})
frame = glue.create_dynamic_frame.from_catalog(database="raw", table_name="a", transformation_ctx="a")
job.commit()
`,
    },
  ],
  good: [
    `from awsglue.context import GlueContext
from awsglue.job import Job

glue = GlueContext(None)
job = Job(glue)
job.init("load", {})
frame = glue.create_dynamic_frame.from_catalog(database="raw", table_name="a", transformation_ctx="a")
job.commit()
`,
    // Nothing here is bookmarked.
    `from awsglue.context import GlueContext
from awsglue.job import Job

job = Job(GlueContext(None))
job.init("load", {})
`,
  ],

  *check(code) {
    const { text } = code.program;
    if (
      code.role !== 'glueScript' ||
      !text.includes('transformation_ctx') ||
      /job-bookmark-disable/.test(text)
    )
      return;
    if (code.placed.calls.some(({ call }) => /(?:^|\.)commit$/.test(dottedName(call.callee) ?? ''))) return;
    for (const { call, place } of code.placed.calls) {
      const name = dottedName(call.callee) ?? '';
      if (!name.endsWith('.init') || !isJob(code, name.slice(0, -'.init'.length))) continue;
      yield {
        span: call.callee.span,
        message: `"${name}" begins a job that nothing commits, so its bookmark stays where it is.`,
        fixes: place.unit ? undefined : commit(text, name),
      };
    }
  },
});

function isJob({ names }: CodeFile, name: string): boolean {
  return names
    .valuesOf(name, undefined)
    .some((value) => value.kind === 'call' && dottedName(value.callee) === 'Job');
}

function commit(text: string, init: string): readonly Fix[] {
  const at = text.trimEnd().length;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${eol}${init.replace(/init$/, 'commit()')}`;
  return [{ title: 'Commit the job at the end', edits: [{ span: { start: at, end: at }, newText: line }] }];
}
