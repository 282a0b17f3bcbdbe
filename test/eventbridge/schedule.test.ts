import assert from 'node:assert/strict';
import { parseSchedule } from '../../src/expressions/schedule';
import type { ScheduleKind } from '../../src/expressions/scheduleProblem';

/** An expression with « » around the place: who takes it, how sure the mistake is, and what to write instead. */
const PROBLEMS: [string, ScheduleKind, 'error' | 'warning', boolean, string?][] = [
  ['rate(2 «minute»)', 'rule', 'error', true, 'minutes'],
  ['rate(1 «hours»)', 'rule', 'error', true, 'hour'],
  ['rate(3 «HOURS»)', 'rule', 'error', true, 'hours'],
  ['rate(3 «HOURS»)', 'scheduler', 'warning', false, 'hours'],
  ['rate(3 «hous»)', 'rule', 'error', true, 'hours'],
  ['rate(3 «weeks»)', 'scheduler', 'error', true],
  ['rate(«0» days)', 'rule', 'error', true],
  ['rate(«-3» days)', 'scheduler', 'error', true],
  ['rate(« 3 days »)', 'rule', 'error', true, '3 days'],
  ['rate(«3  days»)', 'rule', 'error', true, '3 days'],
  ['rate(«»)', 'rule', 'error', true],
  ['«rate(3 days) »', 'rule', 'error', true, 'rate(3 days)'],
  ['at(«2031-02-03»)', 'scheduler', 'error', true, '2031-02-03T00:00:00'],
  ['at(«2031-02-03T04:05»)', 'scheduler', 'error', true, '2031-02-03T04:05:00'],
  ['at(2031-02-03T04:05:06«Z»)', 'scheduler', 'error', true, ''],
  ['at(2031-02-03T04:05:06«-05:00»)', 'scheduler', 'error', true, ''],
  ['at(«2031-02-29T04:05:06»)', 'scheduler', 'warning', true],
  ['at(«2031-02-03T04:05:06»)', 'rule', 'error', true],
  ['cron(«5 4 * * ?»)', 'rule', 'error', true],
  ['cron(«0 5 4 * * ? *»)', 'scheduler', 'error', true],
  ['cron(5 «24» * * ? *)', 'rule', 'error', true],
  ['cron(5,«60»,7 4 * * ? *)', 'rule', 'error', true],
  ['cron(5 4 1-«32» * ? *)', 'rule', 'error', true],
  ['cron(5 4 ? * «MONDAY» *)', 'scheduler', 'error', true, 'MON'],
  ['cron(5 4 1 «foo» ? *)', 'rule', 'error', true],
  ['cron(5 4 * * ? «1969»)', 'rule', 'error', true],
  ['cron(5 4 «1 * MON» *)', 'rule', 'error', true],
  ['cron(5 4 «*» * MON *)', 'rule', 'error', true, '?'],
  ['cron(5 4 1 * «*» *)', 'scheduler', 'error', true, '?'],
  ['cron(5 4 ? * «?» *)', 'rule', 'warning', true, '*'],
  ['cron(5 «?» * * ? *)', 'rule', 'warning', true, '*'],
  ['cron(*/«60» 4 * * ? *)', 'rule', 'error', true],
  ['cron(*/«60» 4 * * ? *)', 'scheduler', 'warning', true],
  ['cron(5 */«24» * * ? *)', 'rule', 'warning', true],
  ['cron(5/«0» 4 * * ? *)', 'rule', 'warning', true],
  ['cron(«/5» 4 * * ? *)', 'rule', 'warning', false, '*/5'],
  ['cron(5 4 ? * «MON#6» *)', 'rule', 'warning', true],
  ['cron(5 4 ? * «2#1,3#1» *)', 'rule', 'warning', true],
  ['cron(5 4 ? * «8#1» *)', 'rule', 'error', true],
  ['cron(5 4 «LW» * ? *)', 'rule', 'warning', false],
  ['cron(5 4 «L-2» * ? *)', 'rule', 'warning', false],
  ['cron(5 4 «1,L» * ? *)', 'rule', 'warning', false],
  ['cron(5 4 ? * «2/2» *)', 'rule', 'warning', false],
  ['cron(5 4 ? * «FRI-MON» *)', 'rule', 'warning', false],
  ['cron(«5,» 4 * * ? *)', 'rule', 'warning', false, '5'],
  ['cron(« 5 4 * * ? *»)', 'rule', 'warning', false],
  ['«Cron»(5 4 * * ? *)', 'rule', 'warning', true, 'cron'],
  ['«crn»(5 4 * * ? *)', 'rule', 'warning', true, 'cron'],
  ['cron(5 4 * * ? «*»', 'rule', 'warning', true],
  ['«5 4 * * ? *»', 'rule', 'warning', true, 'cron(5 4 * * ? *)'],
  ['«»', 'rule', 'warning', true],
  ['«tomorrow»', 'scheduler', 'warning', true],
];

const VALID: [string, ScheduleKind][] = [
  ['rate(1 minute)', 'rule'],
  ['rate(90 days)', 'scheduler'],
  ['rate(1 hours)', 'scheduler'],
  ['rate(5 minute)', 'scheduler'],
  ['at(2020-02-29T23:59:59)', 'scheduler'],
  ['cron(0 0 ? * L *)', 'rule'],
  ['cron(0/7 4-6 ? jan,FEB-dec mon#2 2024,2030-2035)', 'rule'],
  ['cron(59 23 31W * ? 1970/5)', 'scheduler'],
  ['cron(05 09 1-31/3 */2 ? 2199)', 'rule'],
  ['cron(0 0 ? * friL *)', 'rule'],
];

describe('schedule expressions', () => {
  for (const [marked, kind, severity, refused, suggestion] of PROBLEMS) {
    it(`${marked} of a ${kind}`, () => {
      const text = marked.replace(/[«»]/g, '');
      const { problems } = parseSchedule(text, kind);
      assert.deepEqual(
        problems.map((problem) => [
          problem.start,
          problem.end,
          problem.severity,
          problem.refused,
          problem.suggestion,
        ]),
        [[marked.indexOf('«'), marked.indexOf('»') - 1, severity, refused, suggestion]],
        JSON.stringify(problems),
      );
      const awsMessage =
        kind === 'rule'
          ? 'Parameter ScheduleExpression is not valid.'
          : `Invalid Schedule Expression ${text}.`;
      assert.equal(problems[0].awsMessage, refused ? awsMessage : undefined);
    });
  }
  for (const [text, kind] of VALID) {
    it(`${text} of a ${kind} is accepted`, () => {
      const { schedule, problems } = parseSchedule(text, kind);
      assert.deepEqual(problems, []);
      assert.ok(schedule);
    });
  }
  it('reads on where a rule was seen to be created with commas after its fields', () => {
    const { schedule, problems } = parseSchedule('cron(0/5, 9-17, ?, *, MON-FRI, *)', 'rule');
    assert.equal(schedule?.type, 'cron');
    assert.equal(
      problems.some(({ refused }) => refused),
      false,
    );
  });
});
