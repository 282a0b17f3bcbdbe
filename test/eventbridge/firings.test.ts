import assert from 'node:assert/strict';
import type { CronSchedule } from '../../src/expressions/cron';
import { parseSchedule, type Schedule } from '../../src/expressions/schedule';
import { nextFirings, nextOccurrences } from '../../src/model/scheduleFirings';
import { cronInUtc } from '../../src/model/scheduleToUtc';
import { isTimeZone } from '../../src/model/timeZone';

function read(text: string): Schedule {
  const { schedule } = parseSchedule(text, 'scheduler');
  assert.ok(schedule, text);
  return schedule;
}

/** [expression, from, zone, the next firings by UTC without seconds] */
const NEXT: [string, string, string, string[]][] = [
  ['cron(0 6 * * ? *)', '2027-03-01T06:00:00Z', 'UTC', ['2027-03-02T06:00', '2027-03-03T06:00']],
  ['cron(0 6 * * ? *)', '2027-03-01T05:59:59Z', 'UTC', ['2027-03-01T06:00']],
  ['cron(50/5 23 * * ? *)', '2027-12-31T23:52:00Z', 'UTC', ['2027-12-31T23:55', '2028-01-01T23:50']],
  [
    'cron(0 0 31 * ? *)',
    '2027-01-31T00:00:00Z',
    'UTC',
    ['2027-03-31T00:00', '2027-05-31T00:00', '2027-07-31T00:00'],
  ],
  ['cron(0 0 29 2 ? *)', '2096-03-01T00:00:00Z', 'UTC', ['2104-02-29T00:00', '2108-02-29T00:00']],
  ['cron(0 0 30 2 ? *)', '2027-01-01T00:00:00Z', 'UTC', []],
  [
    'cron(0 0 L * ? *)',
    '2028-01-31T00:00:00Z',
    'UTC',
    ['2028-02-29T00:00', '2028-03-31T00:00', '2028-04-30T00:00'],
  ],
  ['cron(0 0 L-1 FEB ? *)', '2027-01-01T00:00:00Z', 'UTC', ['2027-02-27T00:00', '2028-02-28T00:00']],
  [
    'cron(0 0 LW * ? *)',
    '2027-01-01T00:00:00Z',
    'UTC',
    ['2027-01-29T00:00', '2027-02-26T00:00', '2027-03-31T00:00'],
  ],
  // 1 May 2027 is a Saturday, 15 August a Sunday, 31 October a Sunday.
  ['cron(0 0 1W 5 ? *)', '2027-01-01T00:00:00Z', 'UTC', ['2027-05-03T00:00']],
  ['cron(0 0 15W 8 ? *)', '2027-01-01T00:00:00Z', 'UTC', ['2027-08-16T00:00']],
  ['cron(0 0 31W 10 ? *)', '2027-01-01T00:00:00Z', 'UTC', ['2027-10-29T00:00']],
  ['cron(0 0 31W 3,4,5 ? 2027)', '2027-01-01T00:00:00Z', 'UTC', ['2027-03-31T00:00', '2027-05-31T00:00']],
  [
    'cron(0 0 ? * 2#5 *)',
    '2027-01-01T00:00:00Z',
    'UTC',
    ['2027-03-29T00:00', '2027-05-31T00:00', '2027-08-30T00:00'],
  ],
  [
    'cron(0 0 ? * FRIL *)',
    '2027-01-01T00:00:00Z',
    'UTC',
    ['2027-01-29T00:00', '2027-02-26T00:00', '2027-03-26T00:00'],
  ],
  [
    'cron(0 0 ? * SAT-MON *)',
    '2027-01-01T00:00:00Z',
    'UTC',
    ['2027-01-02T00:00', '2027-01-03T00:00', '2027-01-04T00:00', '2027-01-09T00:00'],
  ],
  [
    'cron(0 22-1 1 1 ? 2028)',
    '2027-01-01T00:00:00Z',
    'UTC',
    ['2028-01-01T00:00', '2028-01-01T01:00', '2028-01-01T22:00', '2028-01-01T23:00'],
  ],
  ['cron(0 0 1 1 ? 2028/100)', '2027-01-01T00:00:00Z', 'UTC', ['2028-01-01T00:00', '2128-01-01T00:00']],
  ['cron(0 0 1 1 ? 2020)', '2027-01-01T00:00:00Z', 'UTC', []],
  // The clock goes forward at 02:00 on 28 March 2027 and back at 03:00 on 31 October.
  ['cron(30 2 * * ? *)', '2027-03-27T00:00:00Z', 'Europe/Berlin', ['2027-03-27T01:30', '2027-03-29T00:30']],
  [
    'cron(30 2 * * ? *)',
    '2027-10-30T00:00:00Z',
    'Europe/Berlin',
    ['2027-10-30T00:30', '2027-10-31T00:30', '2027-11-01T01:30'],
  ],
  [
    'cron(0/30 1-3 31 10 ? 2027)',
    '2027-10-01T00:00:00Z',
    'Europe/Berlin',
    [
      '2027-10-30T23:00',
      '2027-10-30T23:30',
      '2027-10-31T00:00',
      '2027-10-31T00:30',
      '2027-10-31T02:00',
      '2027-10-31T02:30',
    ],
  ],
  ['cron(0 9 * * ? *)', '2027-03-27T00:00:00Z', 'Europe/Berlin', ['2027-03-27T08:00', '2027-03-28T07:00']],
  ['cron(0 0 * * ? *)', '2027-06-30T00:00:00Z', 'Asia/Kathmandu', ['2027-06-30T18:15']],
  ['cron(15 0 1 1 ? 2028)', '2027-06-30T00:00:00Z', 'Pacific/Kiritimati', ['2027-12-31T10:15']],
  // Lord Howe Island moves its clock by half an hour.
  ['cron(15 2 3 10 ? 2027)', '2027-10-01T00:00:00Z', 'Australia/Lord_Howe', []],
  ['rate(90 minutes)', '2027-01-01T00:10:00Z', 'UTC', ['2027-01-01T01:40', '2027-01-01T03:10']],
  ['at(2027-07-01T12:00:00)', '2027-01-01T00:00:00Z', 'America/New_York', ['2027-07-01T16:00']],
  ['at(2020-07-01T12:00:00)', '2027-01-01T00:00:00Z', 'UTC', []],
];

describe('next firings', () => {
  for (const [text, from, timeZone, expected] of NEXT) {
    it(`${text} in ${timeZone} after ${from}`, () => {
      const times = nextOccurrences(read(text), { from, timeZone, count: expected.length || 3 });
      assert.deepEqual(
        times.map((time) => time.toISOString()),
        expected.map((time) => `${time}:00.000Z`),
      );
    });
  }
  it('keeps between start and end', () => {
    const options = {
      from: '2027-01-01T00:00:00Z',
      start: '2027-02-01T06:00:00Z',
      end: '2027-02-02T06:00:00Z',
      count: 5,
    };
    const days = (text: string): string[] =>
      nextOccurrences(read(text), options).map((time) => time.toISOString().slice(5, 16));
    assert.deepEqual(days('cron(0 6 * * ? *)'), ['02-01T06:00', '02-02T06:00']);
    assert.deepEqual(days('rate(12 hours)'), ['02-01T06:00', '02-01T18:00', '02-02T06:00']);
    assert.deepEqual(days('at(2027-03-01T06:00:00)'), []);
  });
  it('counts a rate from its start', () => {
    const options = { from: '2027-01-01T12:34:00Z', start: new Date('2026-12-31T00:00:00Z'), count: 2 };
    const times = nextOccurrences(read('rate(5 hours)'), options);
    assert.deepEqual(
      times.map((time) => time.toISOString().slice(0, 16)),
      ['2027-01-01T16:00', '2027-01-01T21:00'],
    );
  });
  it('names the times that the clock skips and repeats', () => {
    const spring = nextFirings(read('cron(30 2 * * ? *)'), {
      from: '2027-03-27T12:00:00Z',
      timeZone: 'Europe/Berlin',
      count: 1,
    });
    assert.deepEqual(
      spring.map(({ local, clock, time }) => [local, clock, time?.toISOString()]),
      [
        ['2027-03-28T02:30:00', 'skipped', undefined],
        ['2027-03-29T02:30:00', undefined, '2027-03-29T00:30:00.000Z'],
      ],
    );
    const [autumn] = nextFirings(read('cron(30 2 * * ? *)'), {
      from: '2027-10-30T12:00:00Z',
      timeZone: 'Europe/Berlin',
      count: 1,
    });
    assert.equal(autumn.clock, 'repeated');
  });
  it('agrees with looking at every minute of two years', () => {
    const expressions = [
      'cron(0/25 3,4 ? * MON#2,THUL *)',
      'cron(7 */9 L,15W,29 2-4 ? *)',
      'cron(59 23 ? JAN-JUN 1,6 2027)',
    ];
    for (const text of expressions) {
      const schedule = read(text);
      assert.equal(schedule.type, 'cron');
      const times = nextOccurrences(schedule, {
        from: '2026-12-31T23:59:30Z',
        count: 10_000,
        end: '2028-12-31T23:59:59Z',
      });
      const expected: string[] = [];
      const end = Date.UTC(2029, 0, 1);
      for (let time = Date.UTC(2027, 0, 1); time < end; time += 60_000) {
        if (fires(schedule as CronSchedule, new Date(time))) expected.push(new Date(time).toISOString());
      }
      assert.ok(expected.length > 20);
      assert.deepEqual(
        times.map((time) => time.toISOString()),
        expected,
        text,
      );
    }
  });
  it('knows which zones there are', () => {
    assert.equal(isTimeZone('Europe/Berlin'), true);
    assert.equal(isTimeZone('Europe/Atlantis'), false);
    assert.throws(
      () => nextOccurrences(read('rate(1 day)'), { from: '2027-01-01', timeZone: 'Mars/Base', count: 1 }),
      RangeError,
    );
  });
});

/** Whether a minute is one of a schedule's, asked of the calendar alone. */
function fires({ minute, hour, month, year, dayOfMonth, dayOfWeek }: CronSchedule, date: Date): boolean {
  if (!minute.values.includes(date.getUTCMinutes()) || !hour.values.includes(date.getUTCHours()))
    return false;
  if (!month.values.includes(date.getUTCMonth() + 1) || !year.values.includes(date.getUTCFullYear()))
    return false;
  const day = date.getUTCDate();
  const at = (offset: number): Date => new Date(date.getTime() + offset * 86_400_000);
  const isWorkday = (offset: number): boolean =>
    at(offset).getUTCDay() % 6 !== 0 && at(offset).getUTCMonth() === date.getUTCMonth();
  return [...dayOfMonth.items, ...dayOfWeek.items].some((item) => {
    switch (item.kind) {
      case 'values':
        return dayOfWeek.items.includes(item)
          ? dayOfWeek.values.includes(date.getUTCDay() + 1)
          : dayOfMonth.values.includes(day);
      case 'lastDay':
        return at(1 + item.before).getUTCDate() === 1;
      case 'nthWeekday':
        return date.getUTCDay() + 1 === item.weekday && Math.ceil(day / 7) === item.nth;
      case 'lastOfWeekday':
        return date.getUTCDay() + 1 === item.weekday && at(7).getUTCMonth() !== date.getUTCMonth();
      case 'nearestWeekday': {
        const offset = [0, -1, 1, -2, 2].find((days) => isWorkday(item.day - day + days));
        return offset !== undefined && day === item.day + offset;
      }
      default:
        return false;
    }
  });
}

describe('local time to UTC', () => {
  /** [expression, zone, moment, expression by UTC, next change of the clock] */
  const CASES: [string, string, string, string | undefined, string?][] = [
    [
      'cron(0 9 ? * MON-FRI *)',
      'Europe/Berlin',
      '2027-06-01',
      'cron(0 7 ? * MON-FRI *)',
      '2027-10-31T01:00:00.000Z',
    ],
    [
      'cron(0 9 ? * MON-FRI *)',
      'Europe/Berlin',
      '2027-01-01',
      'cron(0 8 ? * MON-FRI *)',
      '2027-03-28T01:00:00.000Z',
    ],
    [
      'cron(30 0 ? * MON *)',
      'Europe/Berlin',
      '2027-06-01',
      'cron(30 22 ? * SUN *)',
      '2027-10-31T01:00:00.000Z',
    ],
    [
      'cron(0 20 ? * SAT *)',
      'America/New_York',
      '2027-06-01',
      'cron(0 0 ? * SUN *)',
      '2027-11-07T06:00:00.000Z',
    ],
    ['cron(0 0 * * ? *)', 'Asia/Tokyo', '2027-06-01', 'cron(0 15 * * ? *)'],
    ['cron(0 9 1 * ? *)', 'Asia/Tokyo', '2027-06-01', 'cron(0 0 1 * ? *)'],
    ['cron(0 8 1 * ? *)', 'Asia/Tokyo', '2027-06-01', undefined],
    ['cron(0,45 8 * * ? *)', 'Asia/Kolkata', '2027-06-01', undefined],
    ['cron(15 8,20 * * ? *)', 'Asia/Kolkata', '2027-06-01', 'cron(45 2,14 * * ? *)'],
  ];
  for (const [text, zone, at, expected, until] of CASES) {
    it(`${text} in ${zone} in ${at}`, () => {
      const converted = cronInUtc(read(text) as CronSchedule, zone, new Date(at));
      assert.equal('expression' in converted ? converted.expression : undefined, expected);
      if ('expression' in converted) assert.equal(converted.until?.toISOString(), until);
    });
  }
});
