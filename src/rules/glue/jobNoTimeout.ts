import type { CodeFile } from '../../model/code';
import { constructsOf, membersOf } from '../../model/code/constructs';
import { glueOf } from '../../model/resources/glue';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule, side, type Finding } from '../rule';

export default defineRule({
  id: 'glue/job-no-timeout',
  subject: 'template',
  severity: 'info',
  summary: 'A Glue job says after how many minutes it is given up.',
  why: 'A job that hangs runs for two days up to Glue 4.0, and for eight hours from 5.0 on: ten workers cost some 200 dollars meanwhile. What waits for the job waits as long.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_CreateJob.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  «Load»:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      GlueVersion: "4.0"
`,
      fixed: `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      GlueVersion: "4.0"
      Timeout: 60
`,
    },
  ],
  good: [
    `Resources:
  Load:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }, Timeout: 2880 }
  Endless:
    Type: AWS::Glue::Job
    Properties: { Command: { Name: gluestreaming, ScriptLocation: s3://scripts/stream.py } }
`,
  ],

  *check({ template }) {
    for (const { resource, command, version } of glueOf(template).jobs) {
      const { id, key, properties, writable } = resource;
      if (command === 'gluestreaming' || command === 'glueray' || property(properties, 'Timeout')) continue;
      const limit = version !== undefined && Number(version) >= 5 ? '8 hours' : '48 hours';
      const add = new TreeEditor(template.tree).add(properties, 'Timeout', 60);
      yield {
        span: key,
        message: `The job "${id}" has no "Timeout", so that it may run for ${limit} before AWS ends it.`,
        fixes:
          writable && template.kind !== 'terraform'
            ? [{ title: 'Give the job up after 60 minutes', edits: [add] }]
            : [],
      };
    }
  },

  sides: [side('code', inCode)],
});

function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { type, id, head, properties, isOpen } of constructsOf(code)) {
    if (type !== 'glue.CfnJob' || isOpen || properties.has('timeout')) continue;
    const command = membersOf(properties.get('command')?.value).get('name');
    if (command?.kind !== 'string' || !/^(?:glueetl|pythonshell)$/.test(command.value)) continue;
    const version = properties.get('glueVersion')?.value;
    const limit = version?.kind === 'string' && Number(version.value) >= 5 ? '8 hours' : '48 hours';
    yield {
      span: head,
      message: `The job "${id}" has no "timeout", so that it may run for ${limit} before AWS ends it.`,
    };
  }
}
