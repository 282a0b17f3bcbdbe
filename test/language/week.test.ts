import assert from 'node:assert/strict';
import { plannedWeek } from '../../src/language/week';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { prepare } from '../../src/model/locate';
import { readAsset } from '../support/assets';

/** Monday; the clock of Berlin is put forward on the Sunday. */
const FROM = new Date('2027-03-22T00:00:00Z');

async function week(files: Readonly<Record<string, string>>): Promise<string[]> {
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(files)) {
    await prepare({ path, text }, readAsset);
    index.update({ path, text });
  }
  return plannedWeek(index.files, FROM, 7).map(({ facts, times, note, clockChanges }) =>
    [
      `${facts.name} (${facts.kind})${facts.starts ? ` → ${facts.starts}` : ''}`,
      times.slice(0, 2).map((time) => new Date(time).toISOString().slice(0, 16)),
      times.length,
      note ?? '',
      ...clockChanges,
    ]
      .flat()
      .filter((part) => part !== '')
      .join(' | '),
  );
}

describe('the schedules of a week', () => {
  it('come from templates', async () => {
    const text = `Resources:
  Load: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref R } }
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(0 0 * * ? *)
      Targets: [{ Id: a, Arn: !Ref Load, RoleArn: !Ref R }]
  Local:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(30 2 ? * SAT,SUN *)
      ScheduleExpressionTimezone: Europe/Berlin
  Often: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(5 minutes) } }
  Minutely: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: cron(* * * * ? *) } }
  Trigger: { Type: AWS::Glue::Trigger, Properties: { Type: SCHEDULED, Schedule: cron(0 6 ? * MON *) } }
`;
    assert.deepEqual(await week({ 'template.yaml': text }), [
      'Nightly (rule) → Load | 2027-03-22T00:00 | 2027-03-23T00:00 | 7',
      'Local (scheduler) | 2027-03-27T01:30 | 1 | 2027-03-28 at 02:30 does not exist in Europe/Berlin: it does not fire.',
      'Often (rule) | 0 | Counts from the moment at which it is made, which no file says.',
      'Minutely (rule) | 0 | Fires more often than every hour.',
      'Trigger (glue) | 2027-03-22T06:00 | 1',
    ]);
  });

  it('come from Terraform, Serverless and Airflow', async () => {
    const found = await week({
      'a.tf': `resource "aws_scheduler_schedule" "report" {
  schedule_expression          = "cron(0 8 ? * MON *)"
  schedule_expression_timezone = "America/Los_Angeles"
  target { arn = aws_lambda_function.report.arn }
}
resource "aws_lambda_function" "report" { handler = "report.handler" }
`,
      'b/serverless.yml': `service: shop
provider: { name: aws }
functions:
  tidy:
    handler: tidy.handler
    events:
      - schedule: cron(0 4 * * ? *)
`,
      'c.py': `import pendulum
from airflow import DAG
from datetime import timedelta
with DAG("daily", schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Berlin")):
    pass
with DAG("both", schedule="0 5 1 * MON", start_date=pendulum.datetime(2026, 1, 1)):
    pass
with DAG("sixth", schedule=timedelta(hours=6)):
    pass
with DAG("none", schedule=None):
    pass
`,
    });
    assert.deepEqual(found, [
      'report (scheduler) → report | 2027-03-22T15:00 | 1',
      'tidy schedule (rule) → tidy | 2027-03-22T04:00 | 2027-03-23T04:00 | 7',
      'daily (airflow) | 2027-03-22T23:00 | 2027-03-23T23:00 | 7',
      'both (airflow) | 2027-03-22T05:00 | 1',
      'sixth (airflow) | 0 | Counts from the moment at which it is made, which no file says.',
    ]);
  });
});
