import { glueOf } from '../../model/resources/glue';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/job-old-version',
  subject: 'template',
  severity: 'info',
  summary: 'A Spark job of Glue runs on a version that is kept up.',
  why: 'Glue 0.9, 1.0 and 2.0 run Spark 2.2 and 2.4, and the first two bill ten minutes at least for every run. A job that names no version may get an old one.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      GlueVersion: «"1.0"»
  «Report»:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: glueetl, ScriptLocation: s3://scripts/report.py } }
`,
    },
  ],
  good: [
    `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }, GlueVersion: "5.0" }
  Given:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }, GlueVersion: !Ref Version }
  Call:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: pythonshell, ScriptLocation: s3://scripts/call.py } }
`,
  ],

  *check({ template }) {
    for (const { resource, command, version } of glueOf(template).jobs) {
      if (command !== 'glueetl' && command !== 'gluestreaming') continue;
      const written = property(resource.properties, 'GlueVersion')?.value;
      if (!written) {
        yield {
          span: resource.key,
          message: `The job "${resource.id}" does not say on which version of Glue it runs.`,
        };
      } else if (version !== undefined && /^(?:0\.9|1(?:\.0)?|2(?:\.0)?)$/.test(version)) {
        yield {
          span: written.span,
          message: `The job "${resource.id}" runs on Glue ${version}, which is no longer kept up.`,
        };
      }
    }
  },
});
