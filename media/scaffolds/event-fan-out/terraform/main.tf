# One event of an application goes to a function and to a queue, and neither knows of the other.
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

resource "aws_cloudwatch_event_bus" "shop" {
  name = "shop"
}

resource "aws_cloudwatch_event_rule" "order_placed" {
  name           = "order-placed"
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  event_pattern = jsonencode({
    source        = ["shop.orders"]
    "detail-type" = ["Order Placed"]
  })
}

resource "aws_cloudwatch_event_target" "reserve" {
  rule           = aws_cloudwatch_event_rule.order_placed.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  arn            = aws_lambda_function.reserve.arn

  retry_policy {
    maximum_retry_attempts       = 20
    maximum_event_age_in_seconds = 3600
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_cloudwatch_event_target" "billing" {
  rule           = aws_cloudwatch_event_rule.order_placed.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  arn            = aws_sqs_queue.billing.arn

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

data "archive_file" "reserve" {
  type        = "zip"
  source_file = "${path.module}/functions/reserve.py"
  output_path = "${path.module}/.build/reserve.zip"
}

resource "aws_lambda_function" "reserve" {
  function_name    = "reserve-stock"
  role             = aws_iam_role.reserve.arn
  runtime          = "python3.13"
  handler          = "reserve.handler"
  filename         = data.archive_file.reserve.output_path
  source_code_hash = data.archive_file.reserve.output_base64sha256
  timeout          = 30

  environment {
    variables = {
      RESERVATIONS = aws_dynamodb_table.reservations.name
    }
  }
}

resource "aws_lambda_function_event_invoke_config" "reserve" {
  function_name          = aws_lambda_function.reserve.function_name
  maximum_retry_attempts = 2

  destination_config {
    on_failure {
      destination = aws_sqs_queue.undelivered.arn
    }
  }

  depends_on = [aws_iam_role_policy.reserve]
}

resource "aws_lambda_permission" "reserve" {
  function_name = aws_lambda_function.reserve.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.order_placed.arn
}

resource "aws_dynamodb_table" "reservations" {
  name         = "reservations"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "order"

  attribute {
    name = "order"
    type = "S"
  }
}

resource "aws_sqs_queue" "billing" {
  name = "order-billing"
}

resource "aws_sqs_queue" "undelivered" {
  name                      = "order-events-undelivered"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "events" {
  for_each  = { billing = aws_sqs_queue.billing, undelivered = aws_sqs_queue.undelivered }
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

resource "aws_iam_role" "reserve" {
  name_prefix = "reserve-stock-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "reserve" {
  role       = aws_iam_role.reserve.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "reserve" {
  role = aws_iam_role.reserve.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:PutItem"
        Resource = aws_dynamodb_table.reservations.arn
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.undelivered.arn
      },
    ]
  })
}
