import assert from 'node:assert/strict';
import { scheduleItems } from '../../src/language/completion/schedule';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt } from '../support/documents';

const scheduler = (properties: string): string =>
  `Resources:\n  S:\n    Type: AWS::Scheduler::Schedule\n    Properties:\n      ${properties}\n`;
const rule = (expression: string): string =>
  `Resources:\n  S:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: ${expression}\n`;

function items(marked: string, path = 'template.yaml'): ReturnType<typeof scheduleItems> {
  const { document, offset } = documentAt(marked, path);
  return scheduleItems(document, offset, {
    userZone: 'Europe/Berlin',
    now: new Date('2027-03-01T12:00:00Z'),
  });
}

/** The text once the item of a label is accepted. */
function accepted(marked: string, label: string): string {
  const { document } = documentAt(marked, 'template.yaml');
  const item = items(marked).find((each) => each.label === label);
  assert.ok(item, label);
  return applyEdits(document.text, [{ span: item.replace, newText: item.newText }]);
}

describe('completion in a schedule', () => {
  const cases: [name: string, marked: string, has: string[], hasNot?: string[]][] = [
    ['begins with whole expressions', rule('|'), ['rate(5 minutes)', 'cron(0 3 * * ? *)'], ['at(']],
    ['runs once only in Scheduler', scheduler('ScheduleExpression: "|"'), ['at(2027-03-02T03:00:00)']],
    ['knows minutes', rule('cron(|'), ['0', '0/15', '59', '*'], ['60', '?']],
    ['knows hours', rule('cron(0 |'), ['0', '23'], ['24']],
    ['knows days of the month', rule('cron(0 3 |'), ['?', '*', 'L', '15W', '31'], ['32', 'MON']],
    ['knows months', rule('cron(0 3 * |'), ['JAN', '12', '*'], ['13', '?']],
    ['knows days of the week', rule('cron(0 3 ? * |'), ['MON-FRI', 'SUN', '2#1', '6L', '7'], ['8']],
    ['knows years', rule('cron(0 3 * * ? |'), ['*', '2027', '2028'], ['2026']],
    ['has nothing behind the last field', rule('cron(0 3 * * ? * |'), []],
    ['knows no "*" behind a comma', rule('cron(0,|'), ['30'], ['*']],
    ['counts one minute in the singular', rule('rate(1 |'), ['minute', 'hour', 'day'], ['minutes']],
    ['counts others in the plural', rule('rate(5 |'), ['minutes', 'hours'], ['minute']],
    [
      'knows zones, the own one first',
      scheduler('ScheduleExpressionTimezone: |'),
      ['Europe/Berlin', 'UTC', 'America/New_York'],
    ],
    ['knows modes', scheduler('FlexibleTimeWindow: { Mode: | }'), ['OFF', 'FLEXIBLE']],
    ['says nothing elsewhere', scheduler('Description: cron(0 |'), []],
    [
      'works in the events of SAM',
      'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E: { Type: Schedule, Properties: { Schedule: cron(0 |',
      ['23'],
    ],
  ];
  for (const [name, marked, has, hasNot = []] of cases) {
    it(name, () => {
      const labels = items(marked).map(({ label }) => label);
      for (const label of has) assert.ok(labels.includes(label), `${label} in ${labels.join()}`);
      for (const label of hasNot) assert.ok(!labels.some((each) => each === label), label);
      if (has.length === 0) assert.deepEqual(labels, []);
    });
  }

  it('puts "?" first where the other field says the days', () => {
    assert.equal(items(rule('cron(0 3 1 * |'))[0]?.label, '?');
    assert.equal(items(rule('cron(0 3 ? * |'))[0]?.label, '*');
    assert.equal(items(scheduler('ScheduleExpressionTimezone: |'))[0]?.label, 'Europe/Berlin');
  });

  it('replaces the item at the cursor and nothing else', () => {
    assert.match(accepted(rule('cron(0 3,1|2 * * ? *)'), '18'), /cron\(0 3,18 \* \* \? \*\)/);
    assert.match(accepted(rule('cron(0 3 ? * MO|N-WED *)'), 'MON-FRI'), /cron\(0 3 \? \* MON-FRI \*\)/);
    assert.match(
      accepted(scheduler('ScheduleExpressionTimezone: Eur|'), 'Europe/Paris'),
      /: Europe\/Paris\n/,
    );
  });

  it('says what the expression would mean', () => {
    const item = items(rule('cron(30 |')).find(({ label }) => label === '7');
    assert.match(item?.documentation ?? '', /^At 07:30 \(UTC\)/);
  });
});
