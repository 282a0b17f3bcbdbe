# One short step of code, every morning, with an alarm when it fails.
# Deploy: terraform init && terraform apply

terraform {
  required_version = ">= 1.5"
  required_providers {
    archive = {
      source = "hashicorp/archive"
    }
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "export_bucket" {
  type        = string
  description = "The bucket whose old exports go"
}

variable "time_zone" {
  type    = string
  default = "Europe/Berlin"
}

variable "failure_email" {
  type = string
}

data "archive_file" "tidy" {
  type        = "zip"
  source_file = "${path.module}/functions/tidy.py"
  output_path = "${path.module}/.build/tidy.zip"
}

resource "aws_lambda_function" "tidy" {
  function_name    = "tidy-exports"
  role             = aws_iam_role.tidy.arn
  runtime          = "python3.13"
  handler          = "tidy.handler"
  filename         = data.archive_file.tidy.output_path
  source_code_hash = data.archive_file.tidy.output_base64sha256
  timeout          = 300

  environment {
    variables = {
      EXPORTS = var.export_bucket
    }
  }
}

# The schedule's call is asynchronous: Lambda repeats a failure twice, then hands the event over.
resource "aws_lambda_function_event_invoke_config" "tidy" {
  function_name          = aws_lambda_function.tidy.function_name
  maximum_retry_attempts = 2

  destination_config {
    on_failure {
      destination = aws_sns_topic.failures.arn
    }
  }

  depends_on = [aws_iam_role_policy.tidy]
}

resource "aws_scheduler_schedule" "every_morning" {
  name                         = "tidy-exports"
  schedule_expression          = "cron(0 6 * * ? *)"
  schedule_expression_timezone = var.time_zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_function.tidy.arn
    role_arn = aws_iam_role.schedule.arn

    dead_letter_config {
      arn = aws_sqs_queue.missed_starts.arn
    }
  }
}

resource "aws_sqs_queue" "missed_starts" {
  name                      = "tidy-exports-missed"
  message_retention_seconds = 1209600
}

resource "aws_sns_topic" "failures" {
  name = "tidy-exports-failures"
}

resource "aws_sns_topic_subscription" "failures" {
  topic_arn = aws_sns_topic.failures.arn
  protocol  = "email"
  endpoint  = var.failure_email
}

resource "aws_cloudwatch_metric_alarm" "failed" {
  alarm_name          = "tidy-exports-failed"
  alarm_description   = "The function that tidies up failed"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = aws_lambda_function.tidy.function_name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.failures.arn]
}

resource "aws_iam_role" "tidy" {
  name_prefix = "tidy-exports-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "tidy" {
  role       = aws_iam_role.tidy.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "tidy" {
  role = aws_iam_role.tidy.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = "arn:aws:s3:::${var.export_bucket}"
      },
      {
        Effect   = "Allow"
        Action   = "s3:DeleteObject"
        Resource = "arn:aws:s3:::${var.export_bucket}/exports/*"
      },
      {
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.failures.arn
      },
    ]
  })
}

resource "aws_iam_role" "schedule" {
  name_prefix = "tidy-schedule-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
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
        Action   = "lambda:InvokeFunction"
        Resource = aws_lambda_function.tidy.arn
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.missed_starts.arn
      },
    ]
  })
}
