# SQL by the clock, as the query editor schedules it, but kept as code.
# Deploy: terraform init && terraform apply. Afterwards the schedule's role needs a user in the database:
# GRANT … TO "IAMR:<role name>".

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

data "aws_caller_identity" "current" {}

locals {
  since = "DATEADD(hour, -2, DATE_TRUNC('hour', GETDATE()))"
}

resource "aws_scheduler_schedule" "every_hour" {
  name                         = "hourly-sales"
  schedule_expression          = "cron(10 * * * ? *)"
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:redshiftdata:batchExecuteStatement"
    role_arn = aws_iam_role.schedule.arn

    # One transaction: both statements, or none.
    input = jsonencode({
      WorkgroupName = var.workgroup.name
      Database      = var.database
      StatementName = "hourly-sales"
      ClientToken   = "<aws.scheduler.execution-id>"
      WithEvent     = true
      Sqls = [
        "DELETE FROM sales.by_hour WHERE hour >= ${local.since}",
        join(" ", [
          "INSERT INTO sales.by_hour SELECT DATE_TRUNC('hour', sold_at) AS hour, SUM(cents) AS cents",
          "FROM sales.orders WHERE sold_at >= ${local.since} GROUP BY 1",
        ]),
      ]
    })

    retry_policy {
      maximum_retry_attempts       = 3
      maximum_event_age_in_seconds = 900
    }

    dead_letter_config {
      arn = aws_sqs_queue.missed_starts.arn
    }
  }
}

resource "aws_sqs_queue" "missed_starts" {
  name                      = "hourly-sales-missed"
  message_retention_seconds = 1209600
}

resource "aws_iam_role" "schedule" {
  name_prefix = "hourly-sales-"
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
        Action   = ["redshift-data:BatchExecuteStatement", "redshift-serverless:GetCredentials"]
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
