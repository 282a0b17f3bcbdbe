# An export from Redshift every Monday at eight in Los Angeles, summer and winter, without a function.
# Deploy: terraform init && terraform apply. Afterwards the schedule's role needs a user in the database that may
# read the table: GRANT … TO "IAMR:<role name>".

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "workgroup" {
  type        = object({ name = string, arn = string })
  description = "The workgroup of Redshift Serverless"
}

variable "database" {
  type    = string
  default = "dev"
}

variable "unload_role_arn" {
  type        = string
  description = "A role of the workgroup's namespace that may write into the bucket"
}

variable "failure_email" {
  type        = string
  description = "Who is told when the export fails"
}

data "aws_caller_identity" "current" {}

locals {
  statement = "weekly-sales-export"

  # A week that is exported again replaces itself.
  unload = join(" ", [
    "UNLOAD ('SELECT *, DATE_TRUNC(''week'', sold_at)::date AS week FROM sales.orders",
    "WHERE sold_at >= DATE_TRUNC(''week'', GETDATE()) - 7 AND sold_at < DATE_TRUNC(''week'', GETDATE())')",
    "TO 's3://${aws_s3_bucket.exports.id}/sales/' IAM_ROLE '${var.unload_role_arn}'",
    "FORMAT AS PARQUET PARTITION BY (week) ALLOWOVERWRITE",
  ])
}

resource "aws_s3_bucket" "exports" {
  bucket_prefix = "weekly-exports-"
}

resource "aws_scheduler_schedule" "every_monday" {
  name                = "weekly-sales-export"
  schedule_expression = "cron(0 8 ? * MON *)"
  # The zone, not an offset: eight o'clock is 16:00 UTC in winter and 15:00 UTC in summer.
  schedule_expression_timezone = "America/Los_Angeles"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:redshiftdata:executeStatement"
    role_arn = aws_iam_role.schedule.arn

    input = jsonencode({
      WorkgroupName = var.workgroup.name
      Database      = var.database
      StatementName = local.statement
      # A repeated call carries the same token and stays one statement.
      ClientToken = "<aws.scheduler.execution-id>"
      WithEvent   = true
      Sql         = local.unload
    })

    retry_policy {
      maximum_retry_attempts       = 5
      maximum_event_age_in_seconds = 3600
    }

    dead_letter_config {
      arn = aws_sqs_queue.missed_starts.arn
    }
  }
}

# The schedule's call returns before the statement ends; WithEvent makes its end an event.
resource "aws_cloudwatch_event_rule" "export_failed" {
  name = "weekly-sales-export-failed"
  event_pattern = jsonencode({
    source        = ["aws.redshift-data"]
    "detail-type" = ["Redshift Data Statement Status Change"]
    detail = {
      statementName = [local.statement]
      state         = ["FAILED", "ABORTED"]
    }
  })
}

resource "aws_cloudwatch_event_target" "mail" {
  rule = aws_cloudwatch_event_rule.export_failed.name
  arn  = aws_sns_topic.failures.arn
}

resource "aws_sns_topic" "failures" {
  name = "weekly-sales-export-failures"
}

resource "aws_sns_topic_subscription" "failures" {
  topic_arn = aws_sns_topic.failures.arn
  protocol  = "email"
  endpoint  = var.failure_email
}

resource "aws_sns_topic_policy" "failures" {
  arn = aws_sns_topic.failures.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.failures.arn
    }]
  })
}

resource "aws_sqs_queue" "missed_starts" {
  name                      = "weekly-sales-export-missed"
  message_retention_seconds = 1209600
}

resource "aws_iam_role" "schedule" {
  name_prefix = "weekly-export-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  role = aws_iam_role.schedule.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["redshift-data:ExecuteStatement", "redshift-serverless:GetCredentials"]
        Resource = var.workgroup.arn
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.missed_starts.arn
      },
    ]
  })
}
