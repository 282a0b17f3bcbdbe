import { serviceName } from '../advisor/decide/facts';
import { nextQuestion } from '../advisor/decide/nextQuestion';
import { readAnswers } from '../advisor/decide/readAnswers';
import { recommend } from '../advisor/decide/recommend';
import { UsageError } from './usage';
import { parseWords, printJson, readFormat, readJson } from './words';

/** `pick`: recommends a service for a workload that is described in a file. */
export function pick(words: readonly string[]): number {
  const { values } = parseWords(words, {
    answers: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const format = readFormat(values.format);
  const { answers, problems } = readAnswers(readJson(values.answers, '--answers'));
  if (problems.length > 0) throw new UsageError(problems.join(' '));
  const advice = recommend(answers);
  if (format === 'json') {
    printJson(advice);
    return 0;
  }
  const lines = [`${serviceName(advice.recommendation)} (${advice.decidingFact})`];
  if (advice.starter && advice.starter !== 'none') lines.push(`started by ${serviceName(advice.starter)}`);
  for (const { id, reason } of advice.alternatives) lines.push(`  or ${serviceName(id)}: ${reason}`);
  for (const { id, fact } of advice.ruledOut) lines.push(`  not ${serviceName(id)}: ${fact}`);
  const question = nextQuestion(answers);
  if (question) lines.push(`Worth knowing: ${question.text}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
