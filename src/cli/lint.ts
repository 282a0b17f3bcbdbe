import { readFileSync } from 'node:fs';
import type { MachineType } from '../model/stateMachine';
import { prepareFor } from './assets';
import { findFiles, readText, writeText } from './files';
import { FORMATS, type FormatName } from './formats';
import { Checker } from './checker';
import type { FileReport } from './report';
import { Progress } from './progress';
import { readProject, type Project } from './projectFile';
import { UsageError } from './usage';
import { parseWords } from './words';

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  type: { type: 'string' },
  'max-warnings': { type: 'string' },
  config: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  quiet: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
} as const;

/** `lint`: checks files and prints what was found. */
export async function lintCommand(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseWords(words, OPTIONS);
  const format = FORMATS[values.format as FormatName] as (typeof FORMATS)[FormatName] | undefined;
  if (!format)
    throw new UsageError(`"${values.format}" is not a format: use ${Object.keys(FORMATS).join(', ')}.`);
  if (values.stdin && positionals.length > 0)
    throw new UsageError('--stdin reads standard input and takes no files.');
  if (!values.stdin && values['stdin-filename'] !== undefined)
    throw new UsageError('--stdin-filename is the name of --stdin, which is not there.');
  const { config, folder } = projectFor(values.config, values.type);
  const maxWarnings = numberOf(values['max-warnings']);

  const checker = new Checker(config);
  const troubles: string[] = [];
  const add = async (path: string, text: string): Promise<void> => {
    const trouble = await prepareFor({ path, text });
    if (trouble === undefined) checker.add(path, text);
    else troubles.push(trouble);
  };
  if (values.stdin) {
    const text = readFileSync(0, 'utf8');
    // Without a name the text says its format.
    await add(
      values['stdin-filename'] ?? (/^\s*[{[]/.test(text) ? 'stdin.asl.json' : 'stdin.asl.yaml'),
      text,
    );
    if (values.fix) {
      let mended = text;
      checker.fix((_, better) => {
        mended = better;
        return true;
      });
      process.stdout.write(mended);
      return 0;
    }
  } else {
    const { candidates, troubles: unread } = await findFiles(positionals, { folder, globs: config.ignore });
    troubles.push(...unread);
    const progress = new Progress(candidates.length);
    for (const candidate of candidates) {
      progress.step(candidate.path);
      const read = readText(candidate);
      if ('text' in read) await add(candidate.path, read.text);
      else if (read.trouble) troubles.push(read.trouble);
    }
    progress.end();
  }
  if (values.fix) {
    checker.fix((path, text) => {
      const trouble = writeText(path, text);
      if (trouble) troubles.push(trouble);
      return trouble === undefined;
    });
  }
  const reports = [...checker.reports()]
    .map((report) => (values.quiet ? errorsOnly(report) : report))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  troubles.push(...checker.troubles);

  process.stdout.write(format(reports, { color: process.stdout.isTTY === true && !process.env.NO_COLOR }));
  for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
  if (troubles.length > 0) return 2;
  const count = (severity: string): number =>
    reports.reduce(
      (sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length,
      0,
    );
  if (count('error') > 0) return 1;
  if (maxWarnings === undefined || count('warning') <= maxWarnings) return 0;
  process.stderr.write(`There are more warnings than the ${maxWarnings} that --max-warnings allows.\n`);
  return 1;
}

function errorsOnly({ path, diagnostics }: FileReport): FileReport {
  return { path, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') };
}

function projectFor(file: string | undefined, type: string | undefined): Project {
  const project = readProject(file);
  if (type === undefined) return project;
  if (type !== 'STANDARD' && type !== 'EXPRESS')
    throw new UsageError(`"${type}" is not a type: use STANDARD or EXPRESS.`);
  return { ...project, config: { ...project.config, machineType: type satisfies MachineType } };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`"${text}" is not a number of warnings.`);
  return Number(text);
}
