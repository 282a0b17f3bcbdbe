import { rules } from '../../../src/rules/registry.generated';
import { readyHcl } from '../../support/hcl';
import { assertFound } from '../../support/ruleTester';

/** Terraform with the findings of one rule marked. */
const CASES: readonly { rule: string; text: string }[] = [
  {
    rule: 'eventbridge/bus-open',
    text: `resource "aws_cloudwatch_event_bus" "open" { name = "open" }
resource "aws_cloudwatch_event_bus_policy" "open" {
  event_bus_name = aws_cloudwatch_event_bus.open.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", «Principal = "*"», Action = "events:PutEvents" }]
  })
}
resource "aws_cloudwatch_event_bus_policy" "organization" {
  event_bus_name = aws_cloudwatch_event_bus.open.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "events:PutEvents", Condition = { StringEquals = { "aws:PrincipalOrgID" = var.id } } }]
  })
}
`,
  },
  {
    rule: 'eventbridge/target-missing-role',
    text: `resource "aws_cloudwatch_event_rule" "uploaded" {
  event_pattern = jsonencode({ source = ["aws.s3"], "detail-type" = ["Object Created"] })
}
resource "aws_cloudwatch_event_target" "machine" {
  rule = aws_cloudwatch_event_rule.uploaded.name
  «arn  = aws_sfn_state_machine.load.arn»
}
resource "aws_sfn_state_machine" "load" {
  name     = "load"
  role_arn = var.role
}
`,
  },
  {
    rule: 'eventbridge/cron-utc',
    text: `resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "run-daily"
  description         = "Runs daily at 2:15am"
  schedule_expression = «"cron(15 2 * * ? *)"»
}
resource "aws_cloudwatch_event_rule" "weekly" {
  schedule_expression = "cron(30 8 ? * MON *)" # UTC time
}
`,
  },
  {
    rule: 'iam/passrole-wildcard',
    text: `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "machine" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
resource "aws_iam_role_policy" "machine" {
  role   = aws_iam_role.machine.id
  policy = <<EOF
{
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["\${aws_s3_bucket.lake.arn}/*"] },
    { "Effect": "Allow", "Action": «"iam:PassRole"», "Resource": "*" }
  ]
}
EOF
}
`,
  },
  {
    rule: 'iam/passrole-wildcard',
    text: `data "aws_iam_policy_document" "run" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }
}
resource "aws_iam_policy" "run" {
  policy = data.aws_iam_policy_document.run.json
}
`,
  },
  {
    rule: 'glue/trigger-loop',
    text: `resource "aws_glue_job" "step" {
  for_each = local.steps
  name     = each.key
  command { script_location = "s3://scripts/step.py" }
}
resource "aws_glue_trigger" "second" {
  name = "second"
  type = "CONDITIONAL"
  predicate {
    conditions {
      job_name = aws_glue_job.step["first"].name
      state    = "SUCCEEDED"
    }
  }
  actions { job_name = aws_glue_job.step["second"].name }
}
`,
  },
  {
    rule: 'glue/trigger-not-activated',
    text: `resource "aws_glue_trigger" "nightly" {
  name     = "nightly"
  type     = "SCHEDULED"
  schedule = "cron(0 3 * * ? *)"
  actions { job_name = "load" }
}
`,
  },
  {
    rule: 'orchestration/redshift-query-via-lambda',
    text: `resource "aws_lambda_function" «"refresh"» {
  function_name = "refresh"
  handler       = "index.handler"
  role          = aws_iam_role.refresh.arn
}
resource "aws_iam_role" "refresh" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "refresh" {
  role = aws_iam_role.refresh.id
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["redshift-data:ExecuteStatement", "redshift-data:DescribeStatement"], Resource = "*" },
      { Effect = "Allow", Action = ["secretsmanager:GetSecretValue", "logs:PutLogEvents"], Resource = "*" },
    ]
  })
}
resource "aws_cloudwatch_event_rule" "daily" {
  schedule_expression = "cron(0 5 * * ? *)"
}
resource "aws_cloudwatch_event_target" "daily" {
  rule = aws_cloudwatch_event_rule.daily.name
  arn  = aws_lambda_function.refresh.arn
}
`,
  },
  {
    rule: 'glue/job-no-timeout',
    text: `resource "aws_glue_job" «"load"» {
  name     = "load"
  role_arn = var.role
  command { script_location = "s3://scripts/load.py" }
}
`,
  },
  {
    rule: 'pipes/stream-no-dlq',
    text: `resource "aws_pipes_pipe" "changes" {
  source = aws_dynamodb_table.orders.stream_arn
  source_parameters {
    «dynamodb_stream_parameters» {
      starting_position = "LATEST"
    }
  }
}
resource "aws_pipes_pipe" "calm" {
  source = aws_kinesis_stream.clicks.arn
  source_parameters {
    kinesis_stream_parameters {
      starting_position      = "LATEST"
      maximum_retry_attempts = 3
      dead_letter_config { arn = aws_sqs_queue.lost.arn }
    }
  }
}
`,
  },
  {
    rule: 'iam/states-wildcard',
    text: `resource "aws_iam_user_policy" "deployer" {
  user   = "deployer"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = «"states:*"», Resource = "*" }] })
}
resource "aws_iam_group_policy" "operators" {
  group  = "operators"
  policy = <<-JSON
    { "Statement": [{ "Effect": "Allow", "Action": [«"states:*"», "s3:GetObject"], "Resource": "*" }] }
  JSON
}
`,
  },
];

describe('rules on templates read Terraform as well', () => {
  before(readyHcl);

  for (const { rule: id, text } of CASES) {
    const rule = rules.find((candidate) => candidate.id === id);
    it(`${id}: ${text.slice(0, text.indexOf('\n'))}`, () => {
      assertFound(rule ?? { id: `no rule ${id}` }, text, 'main.tf');
    });
  }
});
