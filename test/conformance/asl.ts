import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locate } from '../../src/model/locate';
import type { MachineType } from '../../src/model/stateMachine';
import { DEFAULT_CONFIG } from '../../src/rules/config';
import { judge, type Diagnostic } from '../../src/rules/run';
import { awsPath, nodeAt } from '../../src/syntax/navigate';
import type { Tree } from '../../src/syntax/tree';
import type { CaseResult } from './suite';

interface Verdict {
  readonly verdict: 'accepted' | 'rejected';
  readonly findings: { rule: string; severity: string; path: string; message: string }[];
}

interface Case {
  readonly file: string;
  readonly expected: 'accepted' | 'rejected';
  readonly machine_type?: MachineType;
  readonly label_tier: string;
  readonly aws_location?: string | null;
  readonly rule?: string;
}

export function recognises(folder: string): boolean {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const cases = JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Case>[];
  return Array.isArray(cases) && cases[0]?.label_tier !== undefined;
}

export async function run(folder: string): Promise<CaseResult[]> {
  const cases = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Case[];
  return cases.map((entry) => {
    const text = readFileSync(join(folder, entry.file), 'utf8');
    const { actual, tree } = verdictOf(entry.file, text, entry.machine_type ?? 'STANDARD');
    return {
      suite: 'asl',
      id: entry.file,
      expected: entry.expected,
      actual,
      agree: actual.verdict === entry.expected,
      label: `${entry.expected} · ${entry.label_tier}`,
      rule: entry.rule,
      placed: placed(entry.aws_location, actual, tree),
    };
  });
}

/** What the product says of one definition, in AWS's terms. */
export function verdictOf(
  path: string,
  text: string,
  machineType: MachineType,
): { actual: Verdict; tree?: Tree } {
  const located = locate({ path: definitionPath(path), text }, machineType);
  const diagnostics = judge(text, located, {
    config: { ...DEFAULT_CONFIG, machineType },
    onRuleError: (rule, error) => {
      throw new Error(`${rule} on ${path}`, { cause: error });
    },
  });
  const findings = diagnostics.map((diagnostic) => ({
    rule: diagnostic.rule,
    severity: diagnostic.severity,
    path: pathOf(located.tree, diagnostic),
    message: diagnostic.message,
  }));
  const rejected = findings.some(({ severity }) => severity === 'error');
  return { actual: { verdict: rejected ? 'rejected' : 'accepted', findings }, tree: located.tree };
}

/** True where an error lies inside AWS's location or on its key; `undefined` where AWS gives none. */
export function placed(
  location: string | null | undefined,
  { findings }: Verdict,
  tree?: Tree,
): boolean | undefined {
  if (!location || !tree) return undefined;
  const errors = findings.filter(({ severity }) => severity === 'error');
  // AWS writes the whole definition as "/".
  const at = location === '/' ? '' : location;
  return errors.some(({ path }) => path === at || path.startsWith(`${at}/`) || path.startsWith(`${at}[`));
}

/** A corpus file is a definition whatever its name is. */
export function definitionPath(path: string): string {
  return path.replace(
    /(?:\.asl)?\.(json|ya?ml|txt)$/i,
    (_, ending: string) => `.asl.${ending === 'txt' ? 'json' : ending}`,
  );
}

function pathOf(tree: Tree | undefined, { span }: Diagnostic): string {
  const node = tree && nodeAt(tree, span.start);
  return node ? awsPath(node) : '';
}
