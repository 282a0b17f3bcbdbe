import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineType } from '../../src/model/stateMachine';
import { placed, verdictOf } from './asl';
import type { CaseResult } from './suite';

interface Case {
  readonly id: string;
  readonly type?: MachineType;
  readonly definition: unknown;
  readonly definitionText?: string;
  readonly expected: { accepted: boolean; diagnostics?: { location?: string | null; code: string }[] };
}

function files(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => /^validation.*\.json$/.test(file)) : [];
}

/** Definitions inside JSON files, as they come with recorded executions; also one folder up. */
export function recognises(folder: string): boolean {
  return files(folder).length > 0 || files(join(folder, 'more')).length > 0;
}

export async function run(folder: string): Promise<CaseResult[]> {
  const where = files(folder).length > 0 ? folder : join(folder, 'more');
  return files(where).flatMap((file) =>
    (JSON.parse(readFileSync(join(where, file), 'utf8')) as Case[]).map((entry) =>
      judgeCase(file.replace('.json', ''), entry),
    ),
  );
}

function judgeCase(suite: string, entry: Case): CaseResult {
  const { definition, definitionText } = entry;
  const text =
    definitionText ?? (typeof definition === 'string' ? definition : JSON.stringify(definition, null, 2));
  const { actual, tree } = verdictOf(`${entry.id}.json`, text, entry.type ?? 'STANDARD');
  const expected = entry.expected.accepted ? 'accepted' : 'rejected';
  const location = entry.expected.diagnostics?.find(({ location: at }) => at)?.location;
  return {
    suite: `exec/${suite}`,
    id: entry.id,
    expected,
    actual,
    agree: actual.verdict === expected,
    label: `${suite} · ${expected}`,
    rule: entry.expected.diagnostics?.[0]?.code,
    placed: expected === 'rejected' ? placed(location, actual, tree) : undefined,
  };
}
