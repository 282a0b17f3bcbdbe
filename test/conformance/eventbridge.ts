import { access, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DIALECTS, type PatternDialect } from '../../src/model/eventPattern/dialects';
import type { EventPattern } from '../../src/model/eventPattern/eventPattern';
import { EventError } from '../../src/model/eventPattern/eventValue';
import { compileEventPattern } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { EVENT_NOT_VALID, requireTestEvent } from '../../src/model/eventPattern/testEvent';
import { nextOccurrences } from '../../src/model/scheduleFirings';
import { parseSchedule } from '../../src/expressions/schedule';
import type { ScheduleKind } from '../../src/expressions/scheduleProblem';
import { parseJson } from '../../src/syntax/json';
import type { CaseResult } from './suite';

interface PatternCase {
  readonly id: string;
  readonly label_source: string;
  readonly service: string;
  readonly patternText: string;
  readonly eventText?: string;
  readonly expect: boolean | 'valid' | 'invalid' | 'invalid-event';
  readonly message?: string;
  readonly disputed?: string;
  readonly quirk?: string;
}

interface ScheduleCase {
  readonly id: string;
  readonly label_source: string;
  readonly expression: string;
  readonly kind: ScheduleKind;
  readonly expect: 'valid' | 'invalid';
  readonly message?: string;
  readonly timezone?: string;
  readonly from?: string;
  readonly next?: readonly string[];
}

type Verdict = boolean | 'valid' | 'invalid' | 'invalid-event';

const PATTERN_FILES = ['patterns.json', 'patterns-oracle.json'];

const DIALECT_OF: Readonly<Record<string, PatternDialect>> = {
  eventbridge: 'bus',
  pipes: 'pipe',
  'lambda-esm': 'lambda',
  sns: 'snsBody',
  'event-ruler': 'ruler',
};

/** True for a folder with cases of event patterns or schedules. */
export function recognises(folder: string): boolean {
  return [...PATTERN_FILES, 'schedules.json'].some((file) => existsSync(join(folder, file)));
}

/** Runs all cases of a folder, those left out that nobody can be sure of. */
export async function run(folder: string): Promise<CaseResult[]> {
  const rows: CaseResult[] = [];
  for (const file of PATTERN_FILES) {
    for (const test of await read<PatternCase>(join(folder, file))) {
      if (!test.disputed && !test.quirk) rows.push(runPattern(test));
    }
  }
  for (const test of await read<ScheduleCase>(join(folder, 'schedules.json'))) rows.push(runSchedule(test));
  return rows;
}

async function read<T>(path: string): Promise<T[]> {
  try {
    await access(path);
  } catch {
    return [];
  }
  return JSON.parse(await readFile(path, 'utf8')) as T[];
}

function runPattern({
  id,
  label_source,
  service,
  patternText,
  eventText,
  expect,
  message,
}: PatternCase): CaseResult {
  const dialect = DIALECT_OF[service] ?? 'bus';
  const pattern = readEventPattern(parseJson(patternText), dialect);
  const actual = answer(
    pattern,
    dialect,
    typeof expect === 'boolean' || expect === 'invalid-event' ? eventText : undefined,
  );
  return {
    suite: 'eventbridge/patterns',
    id,
    expected: { verdict: expect, ...(message && { message }) },
    actual,
    agree: actual.verdict === expect,
    label: label_source,
  };
}

function answer(
  pattern: EventPattern,
  dialect: PatternDialect,
  event: string | undefined,
): { verdict: Verdict; message?: string } {
  const error = pattern.problems.find(({ severity }) => severity === 'error');
  if (error)
    return {
      verdict: 'invalid',
      message: DIALECTS[dialect].onlyMessage ?? error.awsMessage ?? error.message,
    };
  if (event === undefined) return { verdict: 'valid' };
  try {
    if (dialect === 'bus') requireTestEvent(event);
    return { verdict: compileEventPattern(pattern).matches(event) };
  } catch (thrown) {
    if (thrown instanceof EventError) return { verdict: 'invalid-event', message: EVENT_NOT_VALID };
    throw thrown;
  }
}

/** What AWS refuses by its documentation only is a warning in the editor, and refused all the same. */
function runSchedule({
  id,
  label_source,
  expression,
  kind,
  expect,
  message,
  timezone,
  from,
  next,
}: ScheduleCase): CaseResult {
  const { schedule, problems } = parseSchedule(expression, kind);
  const refusal = problems.find(({ refused }) => refused);
  const verdict = schedule && !refusal ? 'valid' : 'invalid';
  const asked = schedule && from !== undefined && next !== undefined;
  const times = asked
    ? nextOccurrences(schedule, { from, timeZone: timezone, count: next.length || 6 }).map((time) =>
        time.toISOString(),
      )
    : undefined;
  return {
    suite: 'eventbridge/schedules',
    id,
    expected: { verdict: expect, ...(message && { message }), ...(next && { next }) },
    actual: {
      verdict,
      ...(refusal?.awsMessage && { message: refusal.awsMessage }),
      ...(times && { next: times }),
    },
    agree: verdict === expect && (next === undefined || JSON.stringify(times) === JSON.stringify(next)),
    label: label_source,
  };
}
