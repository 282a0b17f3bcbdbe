# Messages of a queue start a state machine through a pipe, filtered on the way.
# Deploy: terraform init && terraform apply
# Try: send {"type": "refund", "order": "17", "cents": 1250} to the queue.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

data "aws_caller_identity" "current" {}

resource "aws_sqs_queue" "messages" {
  name                       = "refund-messages"
  visibility_timeout_seconds = 60
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.unread.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "unread" {
  name                      = "refund-messages-unread"
  message_retention_seconds = 1209600
}

resource "aws_dynamodb_table" "refunds" {
  name         = "refunds"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "order"

  attribute {
    name = "order"
    type = "S"
  }
}

resource "aws_sns_topic" "refunds" {
  name = "refunds"
}

resource "aws_sfn_state_machine" "refund" {
  name     = "refund"
  type     = "STANDARD"
  role_arn = aws_iam_role.refund.arn
  definition = templatefile("${path.module}/statemachine/refund.asl.json", {
    Refunds = aws_dynamodb_table.refunds.name
    Topic   = aws_sns_topic.refunds.arn
  })
}

resource "aws_pipes_pipe" "refunds" {
  name     = "refunds"
  role_arn = aws_iam_role.pipe.arn
  source   = aws_sqs_queue.messages.arn
  target   = aws_sfn_state_machine.refund.arn

  source_parameters {
    sqs_queue_parameters {
      batch_size = 1
    }

    # What does not match is deleted from the queue and is not billed.
    filter_criteria {
      filter {
        pattern = jsonencode({ body = { type = ["refund"] } })
      }
    }
  }

  target_parameters {
    # The machine gets the body alone, as an object.
    input_template = "<$.body>"

    step_function_state_machine_parameters {
      invocation_type = "FIRE_AND_FORGET"
    }
  }
}

resource "aws_iam_role" "refund" {
  name_prefix = "refund-machine-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "refund" {
  role = aws_iam_role.refund.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:PutItem"
        Resource = aws_dynamodb_table.refunds.arn
      },
      {
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.refunds.arn
      },
    ]
  })
}

resource "aws_iam_role" "pipe" {
  name_prefix = "refund-pipe-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pipes.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "pipe" {
  role = aws_iam_role.pipe.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.messages.arn
      },
      {
        Effect   = "Allow"
        Action   = "states:StartExecution"
        Resource = aws_sfn_state_machine.refund.arn
      },
    ]
  })
}
