import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../../src/rules/config';
import { rules } from '../../src/rules/registry.generated';
import { lint } from '../../src/rules/run';
import { readyHcl } from '../support/hcl';
import type { CaseResult } from './suite';

type Lines = readonly [first: number, last: number];

interface Case {
  readonly rule: string;
  readonly kind: 'bad' | 'good';
  readonly repo?: string;
  readonly path: string;
  /** Where the file lies, if not at its path. */
  readonly file?: string;
  /** 1-based, both ends included. */
  readonly expected_lines: readonly Lines[];
  readonly enclosing_lines?: readonly number[];
}

interface Found {
  readonly rule: string;
  readonly line: number;
  readonly endLine: number;
}

/** A folder whose manifest names files with an anti-pattern and clean ones, the files beside it. */
export function recognises(folder: string): boolean {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const cases = JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Case>[];
  return Array.isArray(cases) && cases[0]?.rule !== undefined && cases[0].kind !== undefined;
}

export async function run(folder: string): Promise<CaseResult[]> {
  const cases = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Case[];
  const results: CaseResult[] = [];
  const missing: string[] = [];
  await readyHcl();
  for (const entry of cases) {
    const path = fileOf(folder, entry);
    if (!path) missing.push(entry.path);
    else results.push(judge(entry, path));
  }
  if (missing.length > 0) console.error(`${missing.length} files of the manifest are not here.`);
  return results;
}

function fileOf(folder: string, { repo, path, file }: Case): string | undefined {
  return [join(folder, file ?? path), join(folder, repo ?? '', path), join(folder, path)].find((candidate) =>
    existsSync(candidate),
  );
}

function judge(entry: Case, path: string): CaseResult {
  const text = readFileSync(path, 'utf8');
  // Rules that are off by default are asked too: the manifest is about what they know.
  const off = rules.filter((rule) => rule.off).map(({ id }): [string, 'on'] => [id, 'on']);
  const config = { ...DEFAULT_CONFIG, rules: { ...DEFAULT_CONFIG.rules, ...Object.fromEntries(off) } };
  const onRuleError = (rule: string, error: unknown): never => {
    throw new Error(`${rule} on ${path}`, { cause: error });
  };
  const actual = lint({ path, text }, { config, onRuleError })
    .filter(({ rule }) => rule === entry.rule)
    .map(({ rule, span }): Found => ({
      rule,
      line: lineAt(text, span.start),
      endLine: lineAt(text, span.end),
    }));
  const expected = entry.kind === 'good' ? [] : entry.expected_lines;
  const lines: Lines[] = [
    ...entry.expected_lines,
    ...(entry.enclosing_lines ?? []).map((line): Lines => [line, line]),
  ];
  return {
    suite: 'rules',
    id: `${entry.rule}|${entry.file ?? entry.path}`,
    expected,
    actual,
    agree: entry.kind === 'good' ? actual.length === 0 : actual.some((found) => touches(found, lines)),
    label: entry.kind,
    rule: entry.rule,
    placed: entry.kind === 'good' ? undefined : all(entry, actual),
  };
}

/** True where each expected place, or what encloses it, has its finding. */
function all({ expected_lines, enclosing_lines = [] }: Case, actual: readonly Found[]): boolean {
  return expected_lines.every((lines, index) => {
    const enclosing = enclosing_lines[index];
    const places: Lines[] = enclosing === undefined ? [lines] : [lines, [enclosing, enclosing]];
    return actual.some((found) => touches(found, places));
  });
}

function touches({ line, endLine }: Found, places: readonly Lines[]): boolean {
  return places.some(([first, last]) => line <= last && first <= endLine);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
