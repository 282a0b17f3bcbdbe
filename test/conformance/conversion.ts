import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageDocument } from '../../src/language/document';
import { convertToJsonata } from '../../src/language/refactor/jsonata/machineConversion';
import { applyEdits } from '../../src/syntax/edit';
import { fits } from './conversion/expected';
import { run as execute, type Outcome, type Setting } from './conversion/interpreter';
import { equal, isObject, type Json, type JsonObject } from './conversion/json';
import type { CaseResult } from './suite';

interface ExecutionCase extends Setting {
  readonly id: string;
  readonly queryLanguage: 'JSONPath' | 'JSONata' | 'mixed';
  readonly definition: JsonObject;
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly error?: Json;
    readonly cause?: Json;
  };
  readonly states?: readonly string[];
  readonly statesOrder?: 'ordered' | 'multiset' | 'partial';
}

/** A folder of recorded executions, one array of cases a file. */
export function recognises(folder: string): boolean {
  return files(folder).length > 0;
}

/**
 * Two questions about every case: does the definition as it is give the recorded answer here (which
 * judges the interpreter), and does the one converted to JSONata give it too?
 */
export async function run(folder: string): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const file of files(folder)) {
    for (const test of JSON.parse(readFileSync(join(folder, file), 'utf8')) as ExecutionCase[]) {
      const original = await outcome(test.definition, test);
      const label = `${test.queryLanguage} · ${test.expected.status}`;
      results.push(result('conversion/interpreter', label, test, original, isAsRecorded(test, original)));
      if (test.queryLanguage !== 'JSONata') results.push(await converted(test, original, label));
    }
  }
  return results;
}

async function converted(
  test: ExecutionCase,
  original: Outcome | string,
  label: string,
): Promise<CaseResult> {
  const text = JSON.stringify(test.definition, null, 2);
  const document = new LanguageDocument({ path: 'case.asl.json', text });
  const [machine] = document.located.stateMachines;
  const conversion = convertToJsonata(machine);
  const edits = conversion.changes.edits(machine.tree);
  const reasons = [...conversion.left.map(({ reason }) => reason), ...(edits ? [] : ['no edits'])];
  const suite = 'conversion';
  if (!edits || reasons.length > 0)
    return { ...result(suite, 'left in part', test, reasons.join('; '), false), rule: reasons.join('; ') };
  const after = await outcome(JSON.parse(applyEdits(text, edits)) as JsonObject, test);
  // The answer that counts is the recorded one; where the interpreter misses it, that of the original.
  const agree = isAsRecorded(test, after) || (!isAsRecorded(test, original) && isSame(original, after));
  return result(suite, label, test, after, agree);
}

function result(
  suite: string,
  label: string,
  { id, expected, states }: ExecutionCase,
  actual: unknown,
  agree: boolean,
): CaseResult {
  return { suite, id: `${suite} ${id}`, expected: { ...expected, states }, actual, agree, label };
}

async function outcome(definition: JsonObject, setting: Setting): Promise<Outcome | string> {
  try {
    return await execute(definition, setting);
  } catch (error) {
    return String(error);
  }
}

/** Data that cannot be read fails under another name in JSONata. */
const DATA_ERRORS: readonly unknown[] = ['States.Runtime', 'States.QueryEvaluationError'];

function isAsRecorded({ expected, states, statesOrder }: ExecutionCase, actual: Outcome | string): boolean {
  if (typeof actual === 'string') return false;
  const status = expected.status === 'TIMED_OUT' ? 'FAILED' : expected.status;
  if (actual.status !== status) return false;
  if (states && statesOrder !== 'partial') {
    const order = statesOrder === 'ordered' ? [...states] : [...states].sort();
    if (!equal(order, statesOrder === 'ordered' ? [...actual.states] : [...actual.states].sort()))
      return false;
  }
  if (status === 'SUCCEEDED') return fits(expected.output ?? null, actual.output);
  if (DATA_ERRORS.includes(expected.error)) return DATA_ERRORS.includes(actual.error);
  return (
    fits(expected.error ?? null, actual.error) &&
    (expected.cause === undefined || fits(expected.cause, actual.cause ?? undefined))
  );
}

function isSame(a: Outcome | string, b: Outcome | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return false;
  const error = (of: Outcome) => (DATA_ERRORS.includes(of.error) ? 'data' : of.error);
  return (
    a.status === b.status &&
    equal(a.output, b.output) &&
    error(a) === error(b) &&
    equal(a.states, b.states) &&
    equal(a.requests, b.requests)
  );
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .filter((file) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const first: unknown = Array.isArray(content) ? content[0] : undefined;
      return isObject(first) && 'mocks' in first && 'definition' in first;
    });
}
