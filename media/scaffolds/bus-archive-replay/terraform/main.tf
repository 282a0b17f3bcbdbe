# An event bus whose events are kept for thirty days and can be sent once more.
# Deploy: terraform init && terraform apply
# Replay: aws events start-replay --replay-name again --event-source-arn <archive of the output>
#   --destination Arn=<bus of the output> --event-start-time 2027-03-01T00:00:00Z --event-end-time 2027-03-02T00:00:00Z
# This is a Classic event bus. The Custom Event Bus of 2026 keeps and replays events by itself, and has subscribers.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

resource "aws_cloudwatch_event_bus" "shop" {
  name = "shop"
}

resource "aws_cloudwatch_event_archive" "kept" {
  name             = "shop-events"
  event_source_arn = aws_cloudwatch_event_bus.shop.arn
  retention_days   = 30
  event_pattern = jsonencode({
    source = [{ prefix = "shop." }]
    # What a replay brings is not kept a second time.
    "replay-name" = [{ exists = false }]
  })
}

resource "aws_cloudwatch_event_rule" "order_placed" {
  name           = "order-placed"
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  event_pattern = jsonencode({
    source        = ["shop.orders"]
    "detail-type" = ["Order Placed"]
  })
}

resource "aws_cloudwatch_event_target" "orders" {
  rule           = aws_cloudwatch_event_rule.order_placed.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  arn            = aws_sqs_queue.orders.arn

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders-placed"
}

resource "aws_sqs_queue" "undelivered" {
  name                      = "orders-placed-undelivered"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "events" {
  for_each  = { orders = aws_sqs_queue.orders, undelivered = aws_sqs_queue.undelivered }
  queue_url = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = each.value.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.order_placed.arn } }
    }]
  })
}

output "bus" {
  value = aws_cloudwatch_event_bus.shop.arn
}

output "archive" {
  value = aws_cloudwatch_event_archive.kept.arn
}
