# One mail for every Glue job, state machine and EMR step of the account that ends badly.
# Deploy: terraform init && terraform apply -var failure_email=…

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "failure_email" {
  type        = string
  description = "Who is told"
}

resource "aws_cloudwatch_event_rule" "glue_job" {
  name = "glue-job-failed"
  event_pattern = jsonencode({
    source        = ["aws.glue"]
    "detail-type" = ["Glue Job State Change"]
    detail        = { state = ["FAILED", "TIMEOUT"] }
  })
}

resource "aws_cloudwatch_event_target" "glue_job" {
  rule = aws_cloudwatch_event_rule.glue_job.name
  arn  = aws_sns_topic.failures.arn

  input_transformer {
    input_paths = {
      job     = "$.detail.jobName"
      state   = "$.detail.state"
      run     = "$.detail.jobRunId"
      message = "$.detail.message"
    }
    input_template = "\"The Glue job <job> ended as <state> (run <run>): <message>\""
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_cloudwatch_event_rule" "execution" {
  name = "execution-failed"
  event_pattern = jsonencode({
    source        = ["aws.states"]
    "detail-type" = ["Step Functions Execution Status Change"]
    detail        = { status = ["FAILED", "TIMED_OUT", "ABORTED"] }
  })
}

resource "aws_cloudwatch_event_target" "execution" {
  rule = aws_cloudwatch_event_rule.execution.name
  arn  = aws_sns_topic.failures.arn

  input_transformer {
    input_paths = {
      execution = "$.detail.executionArn"
      status    = "$.detail.status"
    }
    input_template = "\"The execution <execution> ended as <status>.\""
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_cloudwatch_event_rule" "emr_step" {
  name = "emr-step-failed"
  event_pattern = jsonencode({
    source        = ["aws.emr"]
    "detail-type" = ["EMR Step Status Change"]
    detail        = { state = ["FAILED"] }
  })
}

resource "aws_cloudwatch_event_target" "emr_step" {
  rule = aws_cloudwatch_event_rule.emr_step.name
  arn  = aws_sns_topic.failures.arn

  input_transformer {
    input_paths = {
      step    = "$.detail.name"
      cluster = "$.detail.clusterId"
      message = "$.detail.message"
    }
    input_template = "\"The step <step> of the EMR cluster <cluster> failed: <message>\""
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_cloudwatch_event_rule" "emr_serverless" {
  name = "emr-serverless-run-failed"
  event_pattern = jsonencode({
    source        = ["aws.emr-serverless"]
    "detail-type" = ["EMR Serverless Job Run State Change"]
    detail        = { state = ["FAILED"] }
  })
}

resource "aws_cloudwatch_event_target" "emr_serverless" {
  rule = aws_cloudwatch_event_rule.emr_serverless.name
  arn  = aws_sns_topic.failures.arn

  input_transformer {
    input_paths = {
      run         = "$.detail.jobRunId"
      application = "$.detail.applicationId"
    }
    input_template = "\"The run <run> of the EMR Serverless application <application> failed.\""
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_sns_topic" "failures" {
  name = "pipelines-failed"
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

resource "aws_sqs_queue" "undelivered" {
  name                      = "failure-events-undelivered"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "undelivered" {
  queue_url = aws_sqs_queue.undelivered.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.undelivered.arn
      Condition = {
        ArnEquals = {
          "aws:SourceArn" = [
            aws_cloudwatch_event_rule.glue_job.arn,
            aws_cloudwatch_event_rule.execution.arn,
            aws_cloudwatch_event_rule.emr_step.arn,
            aws_cloudwatch_event_rule.emr_serverless.arn,
          ]
        }
      }
    }]
  })
}
