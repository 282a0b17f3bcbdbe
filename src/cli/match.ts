import { DIALECTS, type PatternDialect } from '../model/eventPattern/dialects';
import { EventError } from '../model/eventPattern/eventValue';
import { explainMatch, type ExplainedGroup } from '../model/eventPattern/explain';
import { compileEventPattern } from '../model/eventPattern/matcher';
import { readEventPattern } from '../model/eventPattern/readPattern';
import { EVENT_NOT_VALID, requireTestEvent } from '../model/eventPattern/testEvent';
import { parseJson } from '../syntax/json';
import { parseYaml } from '../syntax/yaml';
import { UsageError } from './usage';
import { parseWords, printJson, readFormat, readInput } from './words';

type Verdict = boolean | 'valid' | 'invalid' | 'invalid-event';

interface Answer {
  readonly verdict: Verdict;
  readonly message?: string;
  readonly explanation?: ExplainedGroup;
  readonly acrossElements?: readonly string[];
}

/** `match`: whether a pattern lets an event through, as AWS would answer, and why not. */
export function match(words: readonly string[]): number {
  const { values } = parseWords(words, {
    pattern: { type: 'string' },
    event: { type: 'string' },
    dialect: { type: 'string', default: 'bus' },
    explain: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
  });
  const format = readFormat(values.format);
  const dialect = values.dialect as PatternDialect;
  if (!Object.hasOwn(DIALECTS, dialect)) {
    throw new UsageError(`"${values.dialect}" is not a dialect: use ${Object.keys(DIALECTS).join(', ')}.`);
  }
  const text = readInput(values.pattern, '--pattern');
  const isYaml = /\.ya?ml$/i.test(values.pattern ?? '');
  const pattern = readEventPattern(isYaml ? parseYaml(text) : parseJson(text), dialect);
  const event = values.event === undefined ? undefined : readInput(values.event, '--event');
  const answer = answerFor(pattern, dialect, event, values.explain);
  if (format === 'json') printJson(answer);
  else process.stdout.write(`${describe(answer).join('\n')}\n`);
  return answer.verdict === true || answer.verdict === 'valid' ? 0 : 1;
}

function answerFor(
  pattern: ReturnType<typeof readEventPattern>,
  dialect: PatternDialect,
  event: string | undefined,
  explain: boolean,
): Answer {
  const error = pattern.problems.find(({ severity }) => severity === 'error');
  if (error)
    return {
      verdict: 'invalid',
      message: DIALECTS[dialect].onlyMessage ?? error.awsMessage ?? error.message,
    };
  if (event === undefined) return { verdict: 'valid' };
  try {
    if (dialect === 'bus') requireTestEvent(event);
    if (!explain) return { verdict: compileEventPattern(pattern).matches(event) };
    const { matched, root, acrossElements } = explainMatch(pattern, event);
    return { verdict: matched, explanation: root, acrossElements };
  } catch (thrown) {
    if (!(thrown instanceof EventError)) throw thrown;
    return { verdict: 'invalid-event', message: `${EVENT_NOT_VALID} ${thrown.message}` };
  }
}

function describe({ verdict, message, explanation, acrossElements }: Answer): string[] {
  const verdicts = {
    true: 'matches',
    false: 'does not match',
    valid: 'valid',
    invalid: 'not valid',
    'invalid-event': 'event not valid',
  };
  const lines = [`${verdicts[String(verdict) as keyof typeof verdicts]}${message ? `: ${message}` : ''}`];
  if (explanation) lines.push(...describeGroup(explanation, 1));
  if (acrossElements)
    lines.push(`  ${acrossElements.join(', ')} match only in different elements of a list.`);
  return lines;
}

function describeGroup({ members }: ExplainedGroup, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return members.flatMap((member) => {
    const sign = member.matched ? '✔' : '✘';
    if (member.kind === 'or') {
      return [
        `${indent}${sign} one of`,
        ...member.branches.flatMap((branch) => describeGroup(branch, depth + 1)),
      ];
    }
    const found = member.found.length > 0 ? member.found.join(', ') : 'nothing';
    return [
      `${indent}${sign} ${member.path}: expected ${member.expected}, found ${found}${member.hint ? `. ${member.hint}` : ''}`,
    ];
  });
}
