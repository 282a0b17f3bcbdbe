import type { CodeFile } from '../../model/code';
import { constructsOf, membersOf } from '../../model/code/constructs';
import { glueOf } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { getItems, getObject } from '../../syntax/navigate';
import type { Property } from '../../syntax/tree';
import { defineRule, side, type Finding } from '../rule';

/** Keys whose value is the secret itself. */
const SECRET = /(?:^|[-_])(?:db|redshift|jdbc|user|admin|master)?(?:password|passwd|pwd|passphrase)$/i;
/** Keys whose value may as well be a secret's name. */
const MAYBE = /(?:^|[-_])(?:secret|secret[-_]?key|api[-_]?key|apikey|access[-_]?key|auth[-_]?token|token)$/i;

const PLACEHOLDER = /^(?:<.*>|\{\{.*|\$.*|x+|\*+|changeme|change-me|todo|none|null|true|false|)$/i;

export default defineRule({
  id: 'glue/secret-in-job-args',
  subject: 'template',
  severity: 'error',
  summary: 'Arguments of a Glue job name a secret and do not hold it.',
  why: 'Arguments and run properties can be read by all who may see the job, and are written to its logs. The script can fetch the secret from Secrets Manager by its name.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Copy:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/copy.py }
      DefaultArguments:
        --dbuser: loader
        --dbpassword: «Winter2026»
        --api-key: «8f14e45fceea167a5a36dedd4bea2543»
`,
    },
  ],
  good: [
    `Resources:
  Copy:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: pythonshell, ScriptLocation: s3://scripts/copy.py }
      DefaultArguments:
        --secret: prod/warehouse/loader
        --secret-name: warehouse-loader
        --password: !Ref Password
        --db-password: '{{resolve:secretsmanager:warehouse:SecretString:password}}'
        --token: "<your token>"
`,
  ],

  *check({ template }) {
    const { jobs, triggers, workflows } = glueOf(template);
    const places: readonly (readonly [id: string, entries: readonly Property[]])[] = [
      ...jobs.map(({ resource, arguments: given }) => [resource.id, given] as const),
      ...triggers.flatMap(({ resource }) =>
        getItems(resource.properties, 'Actions').map(
          (action) => [resource.id, getObject(action, 'Arguments')?.properties ?? []] as const,
        ),
      ),
      ...workflows.flatMap(({ resource }) =>
        resource
          ? [[resource.id, getObject(resource.properties, 'DefaultRunProperties')?.properties ?? []] as const]
          : [],
      ),
    ];
    for (const [id, entries] of places) {
      for (const entry of entries) {
        if (!entry.value || !isSecret(entry, template)) continue;
        yield {
          span: entry.value.span,
          message: `"${entry.name}" of "${id}" is written out in the template, and shown to all who may see the job.`,
        };
      }
    }
  },

  sides: [side('code', inCode)],
});

function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { type, id, properties } of constructsOf(code)) {
    if (type !== 'glue.CfnJob') continue;
    for (const [key, value] of membersOf(properties.get('defaultArguments')?.value)) {
      if (value.kind !== 'string' || value.dynamic || !looksSecret(key, value.value)) continue;
      yield {
        span: value.span,
        message: `"${key}" of "${id}" is written out in the code, and shown to all who may see the job.`,
      };
    }
  }
}

function isSecret({ name, value }: Property, template: Template): boolean {
  if (value?.kind !== 'string' || template.reference(value)) return false;
  return looksSecret(name, value.value);
}

function looksSecret(key: string, text: string): boolean {
  if (text.length < 6 || PLACEHOLDER.test(text) || text.includes('${') || text.includes('{{')) return false;
  if (SECRET.test(key)) return true;
  // A name is made of words; a secret has letters and digits mixed, and no path.
  return (
    MAYBE.test(key) &&
    text.length >= 16 &&
    /^[\w+=-]+$/.test(text) &&
    /\d.*[A-Za-z].*\d|[A-Za-z]\d[A-Za-z]/.test(text)
  );
}
