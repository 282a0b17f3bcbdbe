# New files in S3 start a Glue workflow: a crawler, then a job when the crawler has succeeded.
# Deploy: terraform init && terraform apply

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
  description = "Who is told when the job fails"
}

resource "aws_s3_bucket" "landing" {
  bucket_prefix = "orders-landing-"
}

# Without this switch the bucket tells EventBridge nothing.
resource "aws_s3_bucket_notification" "landing" {
  bucket      = aws_s3_bucket.landing.id
  eventbridge = true
}

resource "aws_s3_bucket" "lake" {
  bucket_prefix = "orders-lake-"
}

resource "aws_s3_object" "script" {
  bucket      = aws_s3_bucket.lake.id
  key         = "jobs/clean_orders.py"
  source      = "${path.module}/jobs/clean_orders.py"
  source_hash = filemd5("${path.module}/jobs/clean_orders.py")
}

resource "aws_glue_catalog_database" "orders" {
  name = "orders"
}

resource "aws_glue_workflow" "orders" {
  name                = "orders"
  description         = "Crawl new orders, then clean them"
  max_concurrent_runs = 1
}

resource "aws_glue_crawler" "orders" {
  name          = "orders"
  role          = aws_iam_role.glue.arn
  database_name = aws_glue_catalog_database.orders.name

  s3_target {
    path = "s3://${aws_s3_bucket.landing.id}/orders/"
  }

  schema_change_policy {
    update_behavior = "UPDATE_IN_DATABASE"
    delete_behavior = "LOG"
  }
}

resource "aws_glue_job" "clean" {
  name              = "clean-orders"
  role_arn          = aws_iam_role.glue.arn
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2
  # Minutes. Without it a job that hangs is billed for eight hours.
  timeout     = 60
  max_retries = 1

  command {
    name            = "glueetl"
    python_version  = "3"
    script_location = "s3://${aws_s3_bucket.lake.id}/${aws_s3_object.script.key}"
  }

  execution_property {
    max_concurrent_runs = 1
  }

  default_arguments = {
    "--job-bookmark-option" = "job-bookmark-enable"
    "--database"            = aws_glue_catalog_database.orders.name
    "--table"               = "orders"
    "--target"              = "s3://${aws_s3_bucket.lake.id}/orders/"
  }
}

# Collects events: one run for twenty files, or fifteen minutes after the first of them.
resource "aws_glue_trigger" "files_arrived" {
  name          = "orders-files-arrived"
  type          = "EVENT"
  workflow_name = aws_glue_workflow.orders.name

  event_batching_condition {
    batch_size   = 20
    batch_window = 900
  }

  actions {
    crawler_name = aws_glue_crawler.orders.name
  }
}

resource "aws_glue_trigger" "crawled" {
  name          = "orders-crawled"
  type          = "CONDITIONAL"
  workflow_name = aws_glue_workflow.orders.name
  # A conditional trigger that is not activated never fires.
  start_on_creation = true

  predicate {
    logical = "ANY"
    conditions {
      logical_operator = "EQUALS"
      crawler_name     = aws_glue_crawler.orders.name
      crawl_state      = "SUCCEEDED"
    }
  }

  actions {
    job_name = aws_glue_job.clean.name
  }
}

resource "aws_cloudwatch_event_rule" "orders_arrived" {
  name = "orders-arrived"
  event_pattern = jsonencode({
    source        = ["aws.s3"]
    "detail-type" = ["Object Created"]
    detail = {
      bucket = { name = [aws_s3_bucket.landing.id] }
      object = { key = [{ prefix = "orders/" }] }
    }
  })
}

resource "aws_cloudwatch_event_target" "workflow" {
  rule     = aws_cloudwatch_event_rule.orders_arrived.name
  arn      = aws_glue_workflow.orders.arn
  role_arn = aws_iam_role.notify.arn

  dead_letter_config {
    arn = aws_sqs_queue.missed_events.arn
  }
}

resource "aws_cloudwatch_event_rule" "job_failed" {
  name = "clean-orders-failed"
  event_pattern = jsonencode({
    source        = ["aws.glue"]
    "detail-type" = ["Glue Job State Change"]
    detail = {
      jobName = [aws_glue_job.clean.name]
      state   = ["FAILED", "TIMEOUT", "STOPPED"]
    }
  })
}

resource "aws_cloudwatch_event_target" "mail" {
  rule = aws_cloudwatch_event_rule.job_failed.name
  arn  = aws_sns_topic.failures.arn
}

resource "aws_sns_topic" "failures" {
  name = "orders-failures"
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

resource "aws_sqs_queue" "missed_events" {
  name                      = "orders-missed-events"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "missed_events" {
  queue_url = aws_sqs_queue.missed_events.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.missed_events.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.orders_arrived.arn } }
    }]
  })
}

resource "aws_iam_role" "notify" {
  name_prefix = "orders-notify-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "notify" {
  role = aws_iam_role.notify.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "glue:NotifyEvent"
      Resource = aws_glue_workflow.orders.arn
    }]
  })
}

resource "aws_iam_role" "glue" {
  name_prefix = "orders-glue-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "glue" {
  role       = aws_iam_role.glue.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}

resource "aws_iam_role_policy" "glue" {
  role = aws_iam_role.glue.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = ["${aws_s3_bucket.landing.arn}/orders/*", "${aws_s3_bucket.lake.arn}/jobs/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:DeleteObject"]
        Resource = "${aws_s3_bucket.lake.arn}/orders/*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = [aws_s3_bucket.landing.arn, aws_s3_bucket.lake.arn]
      },
    ]
  })
}

output "landing_bucket" {
  description = "Put files under orders/ of this bucket"
  value       = aws_s3_bucket.landing.id
}
