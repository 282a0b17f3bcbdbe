// npm run conformance -- FOLDER… [--json OUT]: how far the product agrees with recorded answers.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readyApi } from '../support/assets';
import type { CaseResult, Suite } from './suite';

async function suites(): Promise<Suite[]> {
  const others = readdirSync(__dirname).filter(
    (file) => file.endsWith('.ts') && !['main.ts', 'suite.ts'].includes(file),
  );
  const modules = await Promise.all(others.map((file) => import(pathToFileURL(join(__dirname, file)).href)));
  return (modules as Partial<Suite>[]).filter((suite): suite is Suite =>
    Boolean(suite.recognises && suite.run),
  );
}

async function main(words: string[]): Promise<number> {
  const out = words.includes('--json') ? words.splice(words.indexOf('--json'), 2)[1] : undefined;
  const quiet = words.includes('--quiet');
  const folders = words.filter((word) => !word.startsWith('--')).map((word) => resolve(word));
  const missing = folders.filter((folder) => !existsSync(folder) || !statSync(folder).isDirectory());
  if (folders.length === 0 || missing.length > 0) {
    console.error(missing.length > 0 ? `Not a folder: ${missing.join(', ')}` : 'Name a corpus folder.');
    return 2;
  }
  await readyApi();
  const results: CaseResult[] = [];
  for (const folder of folders) {
    const known = (await suites()).filter((suite) => suite.recognises(folder));
    if (known.length === 0) console.error(`${basename(folder)}: no corpus that is known here.`);
    for (const suite of known) results.push(...(await suite.run(folder)));
  }
  print(results, quiet);
  if (out) {
    const rows = results.map(({ suite, id, expected, actual, agree }) => ({
      suite,
      id,
      expected,
      actual,
      agree,
    }));
    writeFileSync(out, JSON.stringify(rows, null, 1));
  }
  return results.length === 0 ? 2 : 0;
}

function print(results: readonly CaseResult[], quiet: boolean): void {
  table('suite and label', results, ({ suite, label }) => `${suite} · ${label ?? ''}`);
  if (quiet) return;
  table(
    'rule',
    results.filter(({ rule }) => rule),
    ({ rule }) => rule ?? '',
  );
  for (const result of results) {
    if (!result.agree)
      console.log(`DISAGREE ${result.id}: expected ${text(result.expected)}, got ${text(result.actual)}`);
    else if (result.placed === false) console.log(`ELSEWHERE ${result.id}: got ${text(result.actual)}`);
  }
}

function table(title: string, results: readonly CaseResult[], by: (result: CaseResult) => string): void {
  const rows = new Map<string, CaseResult[]>();
  for (const result of results) rows.set(by(result), [...(rows.get(by(result)) ?? []), result]);
  console.log(`\nagreement by ${title}`);
  for (const [name, group] of [...rows].sort(([a], [b]) => a.localeCompare(b))) {
    const agreed = group.filter(({ agree }) => agree).length;
    const judged = group.filter(({ placed }) => placed !== undefined);
    const placed = judged.filter((result) => result.placed).length;
    const place = judged.length > 0 ? `   in place ${placed}/${judged.length}` : '';
    console.log(
      `  ${String(agreed).padStart(5)}/${String(group.length).padEnd(5)} ${((100 * agreed) / group.length).toFixed(1).padStart(5)} %  ${name}${place}`,
    );
  }
}

function text(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 400 ? `${json.slice(0, 400)}…` : json;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
