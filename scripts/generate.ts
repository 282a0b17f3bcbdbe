// Renews everything that is written from the rules: the registry, the settings' schema in package.json,
// the project file's schema and the tables of the README. A test proves that all of it is current.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Rule } from '../src/rules/rule';

export const root = fileURLToPath(new URL('..', import.meta.url));

const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off', 'on'];
const MEANINGS = [
  'An error.',
  'A warning.',
  'Information.',
  'A hint: three dots, not in the Problems view.',
  'Not checked.',
  "Checked, with the rule's own severity.",
];

/** File by file what the generated texts have to be. */
export async function generated(rules: readonly Rule[]): Promise<Map<string, string>> {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  manifest.contributes.configuration.properties['orchestrationLens.rules'].properties = settings(rules);
  return new Map([
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    [
      'media/schemas/project.schema.json',
      await format(JSON.stringify(projectSchema(rules)), { parser: 'json', printWidth: 110 }),
    ],
    ['README.md', readme(read('README.md'), rules)],
  ]);
}

interface Manifest {
  contributes: {
    configuration: {
      properties: Record<string, { properties?: unknown; markdownDescription?: string; default?: unknown }>;
    };
  };
}

function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}

function setting(description: string, standard?: string): object {
  return { type: 'string', enum: SEVERITIES, enumDescriptions: MEANINGS, default: standard, description };
}

function settings(rules: readonly Rule[]): Record<string, object> {
  const families = [...new Set(rules.map(({ id }) => `${id.split('/')[0]}/*`))];
  return Object.fromEntries([
    ...families.map((family) => [family, setting(`Every rule of ${family}.`)]),
    ...rules.map(({ id, summary, severity, off }) => [id, setting(summary, off ? 'off' : severity)]),
  ]) as Record<string, object>;
}

function projectSchema(rules: readonly Rule[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Project file of Orchestration Lens',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        description: 'Severities by rule, by family (`asl/*`) or for all (`*`). The longer name wins.',
        properties: settings(rules),
        additionalProperties: { type: 'string', enum: SEVERITIES },
      },
      machineType: {
        enum: ['STANDARD', 'EXPRESS'],
        description: 'What a stand-alone definition is judged as.',
        default: 'STANDARD',
      },
      ignore: {
        type: 'array',
        items: { type: 'string' },
        description: 'Globs of files that the command line leaves alone.',
      },
    },
  };
}

function readme(text: string, rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, off, summary }) =>
      `| \`${id}\` | ${off ? `off (${severity})` : severity} | ${summary} |`,
  );
  const ruleTable = ['| rule | severity | what holds |', '| --- | --- | --- |', ...rows].join('\n');
  return between(text, 'rules', ruleTable);
}

function between(text: string, name: string, body: string): string {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`README.md has no place for "${name}".`);
  return `${text.slice(0, text.indexOf(start) + start.length)}\n\n${body}\n\n${text.slice(text.indexOf(end))}`;
}

async function main(): Promise<void> {
  execFileSync(process.execPath, [`${root}scripts/registry.mjs`], { stdio: 'inherit' });
  const { rules } = await import('../src/rules/registry.generated');
  for (const [path, text] of await generated(rules)) writeFileSync(`${root}${path}`, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
