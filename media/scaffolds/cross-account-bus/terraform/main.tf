# A bus that takes the events of all accounts of an organization.
# Deploy here, in the account that collects: terraform init && terraform apply -var organization=o-…
# Then the folder sender in every account that sends, with the bus of the output.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "organization" {
  type        = string
  description = "The id of the organization"
}

resource "aws_cloudwatch_event_bus" "central" {
  name = "central"
}

resource "aws_cloudwatch_event_bus_policy" "central" {
  event_bus_name = aws_cloudwatch_event_bus.central.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "organization"
      Effect    = "Allow"
      Principal = "*"
      Action    = "events:PutEvents"
      Resource  = aws_cloudwatch_event_bus.central.arn
      Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization } }
    }]
  })
}

resource "aws_cloudwatch_event_rule" "job_failed" {
  name           = "glue-job-failed"
  event_bus_name = aws_cloudwatch_event_bus.central.name
  event_pattern = jsonencode({
    source        = ["aws.glue"]
    "detail-type" = ["Glue Job State Change"]
    detail        = { state = ["FAILED", "TIMEOUT"] }
  })
}

resource "aws_cloudwatch_event_target" "collected" {
  rule           = aws_cloudwatch_event_rule.job_failed.name
  event_bus_name = aws_cloudwatch_event_bus.central.name
  arn            = aws_sqs_queue.collected.arn

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_sqs_queue" "collected" {
  name = "failures-of-all-accounts"
}

resource "aws_sqs_queue" "undelivered" {
  name                      = "failures-of-all-accounts-undelivered"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "events" {
  for_each  = { collected = aws_sqs_queue.collected, undelivered = aws_sqs_queue.undelivered }
  queue_url = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = each.value.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.job_failed.arn } }
    }]
  })
}

output "bus" {
  value = aws_cloudwatch_event_bus.central.arn
}
