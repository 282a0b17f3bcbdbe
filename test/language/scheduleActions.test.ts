import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { scheduleActions } from '../../src/language/scheduleActions';
import { lint } from '../../src/rules/run';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt } from '../support/documents';
import { readyHcl } from '../support/hcl';

interface Offered {
  readonly titles: string[];
  readonly result: (start: string) => string;
}

function offered(marked: string, path: string, userZone = 'Europe/Berlin'): Offered {
  const { document, offset } = documentAt(marked, path);
  const actions = scheduleActions(
    document,
    { start: offset, end: offset },
    { userZone, now: new Date('2027-01-10T00:00:00Z') },
  );
  return {
    titles: actions.map(({ title }) => title),
    result: (start) => {
      const found = actions.find(({ title }) => title.startsWith(start));
      assert.ok(found, actions.map(({ title }) => title).join('\n'));
      return applyEdits(document.text, found.edits);
    },
  };
}

const RULE = `resource "aws_sfn_state_machine" "load" {
  name     = "load"
  role_arn = var.role
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 3 |* * ? *)"
}

resource "aws_cloudwatch_event_target" "load" {
  rule     = aws_cloudwatch_event_rule.nightly.name
  arn      = aws_sfn_state_machine.load.arn
  role_arn = aws_iam_role.events.arn
  input    = jsonencode({ day = "yesterday" })

  retry_policy {
    maximum_retry_attempts = 3
  }
}
`;

describe('code actions on a schedule', () => {
  before(readyHcl);

  it('take a local time to UTC, with the day until which that is right', () => {
    const { result, titles } = offered(
      'Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties: { ScheduleExpression: cron(30 0 ? * MO|N-FRI *) }\n',
      'template.yaml',
    );
    assert.match(titles[0], /right until 2027-03-28$/);
    assert.match(result('Take the time'), /cron\(30 23 \? \* 1-5 \*\)|cron\(30 23 \? \* SUN-THU \*\)/);
  });

  it('leave a schedule of Scheduler and a rate as they are', () => {
    const rate =
      'Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties: { ScheduleExpression: rate(5 |minutes) }\n';
    assert.deepEqual(offered(rate, 'template.yaml').titles, []);
    const own = `Resources:\n  R:\n    Type: AWS::Scheduler::Schedule\n    Properties: { ScheduleExpression: cron(0 3 |* * ? *) }\n`;
    assert.deepEqual(offered(own, 'template.yaml').titles, []);
  });

  it("make SAM's Schedule a ScheduleV2 with the user's zone", () => {
    const sam =
      'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        Nightly:\n          Type: Schedule\n          Properties:\n            Schedule: cron(0 3 |* * ? *)\n';
    assert.match(
      offered(sam, 'template.yaml').result('Convert to a schedule'),
      /Type: ScheduleV2\n.*\n {12}ScheduleExpression: cron\(0 3 \* \* \? \*\)\n {12}ScheduleExpressionTimezone: Europe\/Berlin/,
    );
  });

  it('make a rule and its target in Terraform one schedule with a role of its own', () => {
    const text = offered(RULE, 'main.tf').result(
      'Convert to a schedule of EventBridge Scheduler in Europe/Berlin',
    );
    assert.equal(
      text.slice(text.indexOf('resource "aws_scheduler_schedule"')),
      `resource "aws_scheduler_schedule" "nightly" {
  name                         = "nightly"
  schedule_expression          = "cron(0 3 * * ? *)"
  schedule_expression_timezone = "Europe/Berlin"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.load.arn
    role_arn = aws_iam_role.nightly_scheduler.arn
    input    = jsonencode({ day = "yesterday" })

    retry_policy {
      maximum_retry_attempts = 3
    }
  }
}

resource "aws_iam_role" "nightly_scheduler" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "nightly_scheduler" {
  role   = aws_iam_role.nightly_scheduler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "states:StartExecution"
      Resource = aws_sfn_state_machine.load.arn
    }]
  })
}

`,
    );
    const rules = lint({ path: 'main.tf', text }).map(({ rule }) => rule);
    assert.ok(!rules.some((rule) => /^(?:scheduler|eventbridge|iam)\//.test(rule)), rules.join());
    assert.deepEqual(new LanguageDocument({ path: 'main.tf', text }).located.tree?.problems, []);
  });

  it('leave a rule of Terraform that something else needs', () => {
    const named = `${RULE}\noutput "rule" {\n  value = aws_cloudwatch_event_rule.nightly.arn\n}\n`;
    assert.ok(!offered(named, 'main.tf').titles.some((title) => title.startsWith('Convert')));
    assert.ok(offered(RULE, 'main.tf').titles.some((title) => title.startsWith('Convert')));
    const tagged = RULE.replace('  name                = "nightly"', '  tags = { a = "b" }');
    assert.ok(!offered(tagged, 'main.tf').titles.some((title) => title.startsWith('Convert')));
  });

  it('say a preset of Airflow as a cron', () => {
    const dag =
      'from airflow import DAG\nimport pendulum\nwith DAG("a", schedule="@da|ily", start_date=pendulum.datetime(2026, 1, 1)) as dag:\n    pass\n';
    assert.match(offered(dag, 'dag.py').result('Change to "0 0 * * *"'), /schedule="0 0 \* \* \*"/);
  });
});
