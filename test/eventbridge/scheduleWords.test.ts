import assert from 'node:assert/strict';
import { parseSchedule } from '../../src/expressions/schedule';
import { unixCronToAws } from '../../src/expressions/scheduleFromUnix';
import { awsScheduleToUnix } from '../../src/expressions/scheduleToUnix';
import { describeSchedule } from '../../src/model/scheduleWords';

/** [expression, its meaning, the cron of Unix for it] */
const WORDS: [string, string, string?][] = [
  ['rate(1 hour)', 'Every hour', '0 * * * *'],
  ['rate(7 days)', 'Every 7 days'],
  ['rate(20 minutes)', 'Every 20 minutes', '*/20 * * * *'],
  ['at(2031-02-03T04:05:00)', 'Once, on 3 February 2031 at 04:05 (UTC)'],
  ['cron(0 9 * * ? *)', 'At 09:00 (UTC) every day', '0 9 * * *'],
  ['cron(0 9 ? * MON-FRI *)', 'At 09:00 (UTC) Monday to Friday', '0 9 * * 1-5'],
  ['cron(0 6,18 ? * SUN,TUE *)', 'At 06:00 and 18:00 (UTC) on Sunday and Tuesday', '0 6,18 * * 0,2'],
  ['cron(0/5 8-17 ? * * *)', 'Every 5 minutes from 08:00 to 17:55 (UTC) every day', '*/5 8-17 * * *'],
  ['cron(* * 1 JAN ? *)', 'Every minute on day 1 of the month in January', '* * 1 1 *'],
  [
    'cron(3/20 0/6 * * ? *)',
    'Every 20 minutes from minute 3, every 6 hours (UTC) every day',
    '3-59/20 */6 * * *',
  ],
  [
    'cron(0 0 1-5,20 3-5,12 ? *)',
    'At 00:00 (UTC) on day 1 to 5 and 20 of the month in March to May and December',
    '0 0 1-5,20 3-5,12 *',
  ],
  ['cron(0 0 L * ? 2030)', 'At 00:00 (UTC) on the last day of the month in 2030'],
  ['cron(0 0 ? * 3#2 *)', 'At 00:00 (UTC) on the second Tuesday of the month'],
  ['cron(0 0 ? * FRIL 2030-2033)', 'At 00:00 (UTC) on the last Friday of the month in 2030 to 2033'],
  ['cron(0 0 15W * ? *)', 'At 00:00 (UTC) on the Monday to Friday nearest to day 15 of the month'],
];

/** [cron of Unix, AWS's expressions; none where there is no such] */
const UNIX: [string, string[]][] = [
  ['0 6 * * *', ['cron(0 6 * * ? *)']],
  [' */10  6-8 * * 1-5 ', ['cron(*/10 6-8 ? * MON-FRI *)']],
  ['0 6 * * 0', ['cron(0 6 ? * SUN *)']],
  ['0 6 * * 7', ['cron(0 6 ? * SUN *)']],
  ['0 6 * * 0-6', ['cron(0 6 * * ? *)']],
  ['0 6 * * 5-7', ['cron(0 6 ? * FRI,SAT,SUN *)']],
  ['0 6 * jan-mar Sunday', ['cron(0 6 ? JAN-MAR SUN *)']],
  ['0 6 1,15 * 1', ['cron(0 6 1,15 * ? *)', 'cron(0 6 ? * MON *)']],
  ['0 6 */2 * 1', []],
  ['@weekly', ['cron(0 0 ? * SUN *)']],
  ['@quarterly', ['cron(0 0 1 1/3 ? *)']],
  ['@once', []],
  ['0 24 * * *', []],
  ['0 6 * *', []],
  ['0 6 * * 8', []],
];

describe('schedules in words', () => {
  for (const [text, words, unix] of WORDS) {
    it(text, () => {
      const { schedule } = parseSchedule(text, 'scheduler');
      assert.ok(schedule);
      assert.equal(describeSchedule(schedule), words);
      const converted = awsScheduleToUnix(schedule);
      assert.equal('cron' in converted ? converted.cron : undefined, unix);
    });
  }
  it('names the zone', () => {
    const { schedule } = parseSchedule('cron(0 9 * * ? *)', 'scheduler');
    assert.ok(schedule);
    assert.equal(describeSchedule(schedule, 'Europe/Berlin'), 'At 09:00 (Europe/Berlin) every day');
  });
});

describe('cron of Unix', () => {
  for (const [text, expected] of UNIX) {
    it(text, () => {
      const converted = unixCronToAws(text);
      assert.deepEqual('expressions' in converted ? converted.expressions : [], expected);
      for (const expression of expected) assert.deepEqual(parseSchedule(expression, 'rule').problems, []);
    });
  }
});
