import assert from 'node:assert/strict';
import { CliFolder } from '../support/cli';

describe('the commands that answer a question', function () {
  this.timeout(30_000);
  const folder = new CliFolder({
    'workload.json':
      '{"trigger": "schedule", "timezone": "America/Los_Angeles", "stepCount": 1, "services": ["redshift"]}',
    'wrong.json': '{"trigger": "sometimes"}',
    'load.json':
      '{"service": "step-functions-standard", "load": {"runsPerMonth": 1000000, "transitionsPerRun": 8, "retriesPerRun": 0, "freeTier": false}, "prices": {"perTransition": 0.000025, "freeTransitions": 4000}}',
    'pattern.json': '{"source": ["aws.glue"], "detail": {"state": ["FAILED"]}}',
    'broken.json': '{"source": "aws.glue"}',
    'event.json':
      '{"id": "1", "detail-type": "Glue Job State Change", "source": "aws.glue", "account": "1", "time": "2026-01-01T00:00:00Z", "region": "eu-west-1", "detail": {"state": "SUCCEEDED"}}',
  });
  after(() => folder.dispose());
  const json = (...words: string[]): { code: number | null; value: Record<string, unknown> } => {
    const { code, stdout } = folder.run([...words, '--format', 'json']);
    return { code, value: JSON.parse(stdout) as Record<string, unknown> };
  };

  it('pick recommends', () => {
    const { code, value } = json('pick', '--answers', 'workload.json');
    assert.equal(code, 0);
    assert.equal(value.recommendation, 'eventbridge-scheduler');
    assert.deepEqual(Object.keys(value), [
      'recommendation',
      'starter',
      'decidingFact',
      'alternatives',
      'ruledOut',
    ]);
    assert.match(folder.run(['pick', '--answers', 'wrong.json']).stderr, /"trigger" is not/);
    assert.match(folder.run(['pick', '--answers', 'workload.json']).stdout, /^EventBridge Scheduler/);
  });

  it('cost computes', () => {
    assert.equal(json('cost', '--load', 'load.json').value.monthlyUsd, 200);
    assert.match(folder.run(['cost', '--load', 'load.json']).stdout, /^\$200\.00 a month/);
    assert.equal(folder.run(['cost', '--load', 'wrong.json']).code, 2);
  });

  it('match answers and explains', () => {
    assert.deepEqual(json('match', '--pattern', 'pattern.json').value, { verdict: 'valid' });
    const { code, value } = json('match', '--pattern', 'pattern.json', '--event', 'event.json');
    assert.deepEqual([code, value], [1, { verdict: false }]);
    const explained = folder.run([
      'match',
      '--pattern',
      'pattern.json',
      '--event',
      'event.json',
      '--explain',
    ]).stdout;
    assert.match(explained, /✔ source.*\n.*✘ detail\.state: expected "FAILED".*found "SUCCEEDED"/);
    assert.equal(json('match', '--pattern', 'broken.json').value.verdict, 'invalid');
    assert.equal(
      json('match', '--pattern', 'pattern.json', '--event', 'pattern.json').value.verdict,
      'invalid-event',
    );
  });

  it('schedule says that nothing comes of a day that no month has', () => {
    const { code, stdout } = folder.run(['schedule', 'cron(0 0 30 2 ? *)', '--from', '2026-11-22T00:00:00Z']);
    assert.equal(code, 0);
    assert.match(stdout, /It does not fire after 2026-11-22T00:00:00\.000Z\./);
  });

  it('schedule says when', () => {
    const { value } = json(
      'schedule',
      'cron(0 8 ? * MON *)',
      '--timezone',
      'America/Los_Angeles',
      '--from',
      '2026-11-22T00:00:00Z',
      '--count',
      '2',
    );
    assert.deepEqual(value.next, ['2026-11-23T16:00:00.000Z', '2026-11-30T16:00:00.000Z']);
    const { code, value: refused } = json('schedule', 'rate(1 minutes)');
    assert.deepEqual(
      [code, refused.verdict, refused.message],
      [1, 'invalid', 'Parameter ScheduleExpression is not valid.'],
    );
    assert.equal(folder.run(['schedule', 'rate(1 day)', '--timezone', 'Mars']).code, 2);
  });
});
