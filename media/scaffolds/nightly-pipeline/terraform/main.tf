# A nightly pipeline: extract with Lambda, clean with Glue, load into Redshift.
# Deploy: terraform init && terraform apply. Afterwards the state machine's role needs a user in the database:
# GRANT … TO "IAMR:<role name>".

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

variable "orders_url" {
  type        = string
  description = "The API that the orders of a day are read from"
}

variable "workgroup" {
  type        = object({ name = string, arn = string })
  description = "The workgroup of Redshift Serverless"
}

variable "database" {
  type    = string
  default = "dev"
}

variable "time_zone" {
  type    = string
  default = "America/New_York"
}

variable "failure_email" {
  type        = string
  description = "Who is told when a night fails, or does not happen"
}

resource "aws_s3_bucket" "lake" {
  bucket_prefix = "nightly-lake-"
}

data "archive_file" "extract" {
  type        = "zip"
  source_file = "${path.module}/functions/extract.py"
  output_path = "${path.module}/.build/extract.zip"
}

resource "aws_lambda_function" "extract" {
  function_name    = "nightly-extract"
  role             = aws_iam_role.extract.arn
  runtime          = "python3.13"
  handler          = "extract.handler"
  filename         = data.archive_file.extract.output_path
  source_code_hash = data.archive_file.extract.output_base64sha256
  timeout          = 120
  memory_size      = 512

  environment {
    variables = {
      ORDERS_URL = var.orders_url
      LAKE       = aws_s3_bucket.lake.id
    }
  }
}

resource "aws_s3_object" "script" {
  bucket      = aws_s3_bucket.lake.id
  key         = "jobs/clean_orders.py"
  source      = "${path.module}/jobs/clean_orders.py"
  source_hash = filemd5("${path.module}/jobs/clean_orders.py")
}

resource "aws_glue_job" "clean" {
  name              = "nightly-clean"
  role_arn          = aws_iam_role.glue.arn
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2
  # Minutes. Without it a job that hangs is billed for eight hours.
  timeout = 60

  command {
    name            = "glueetl"
    python_version  = "3"
    script_location = "s3://${aws_s3_bucket.lake.id}/${aws_s3_object.script.key}"
  }

  default_arguments = {
    "--lake" = aws_s3_bucket.lake.id
  }
}

resource "aws_sfn_state_machine" "nightly" {
  name     = "nightly"
  type     = "STANDARD"
  role_arn = aws_iam_role.nightly.arn
  definition = templatefile("${path.module}/statemachine/nightly.asl.json", {
    ExtractFunction = aws_lambda_function.extract.arn
    CleanJob        = aws_glue_job.clean.name
    Workgroup       = var.workgroup.name
    Database        = var.database
    Lake            = aws_s3_bucket.lake.id
    FailureTopic    = aws_sns_topic.failures.arn
  })
}

resource "aws_scheduler_schedule" "nightly" {
  name                         = "nightly"
  schedule_expression          = "cron(0 2 * * ? *)"
  schedule_expression_timezone = var.time_zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.nightly.arn
    role_arn = aws_iam_role.schedule.arn
    input    = jsonencode({ scheduledTime = "<aws.scheduler.scheduled-time>" })

    retry_policy {
      maximum_retry_attempts       = 3
      maximum_event_age_in_seconds = 3600
    }

    dead_letter_config {
      arn = aws_sqs_queue.missed_starts.arn
    }
  }
}

resource "aws_sqs_queue" "missed_starts" {
  name                      = "nightly-missed-starts"
  message_retention_seconds = 1209600
}

resource "aws_sns_topic" "failures" {
  name = "nightly-failures"
}

resource "aws_sns_topic_subscription" "failures" {
  topic_arn = aws_sns_topic.failures.arn
  protocol  = "email"
  endpoint  = var.failure_email
}

# Tells of nights that end badly even when the message in the machine was not sent.
resource "aws_cloudwatch_metric_alarm" "failed" {
  alarm_name          = "nightly-failed"
  alarm_description   = "The nightly pipeline failed"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.nightly.arn }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.failures.arn]
}

# Tells of nights that did not happen, or did not end.
resource "aws_cloudwatch_metric_alarm" "missing" {
  alarm_name          = "nightly-missing"
  alarm_description   = "The nightly pipeline has not succeeded for a day"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsSucceeded"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.nightly.arn }
  statistic           = "Sum"
  period              = 86400
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.failures.arn]
}
