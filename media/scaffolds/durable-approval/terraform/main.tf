# A durable function that asks for an approval and waits for days.
# Deploy: pip install -r functions/requirements.txt -t functions/, then terraform init && terraform apply

terraform {
  required_version = ">= 1.5"
  required_providers {
    archive = {
      source = "hashicorp/archive"
    }
    aws = {
      source = "hashicorp/aws"
      # The first that knows durable functions.
      version = ">= 6.25"
    }
  }
}

variable "owner_email" {
  type        = string
  description = "Who is asked"
}

data "archive_file" "approval" {
  type        = "zip"
  source_dir  = "${path.module}/functions"
  output_path = "${path.module}/.build/approval.zip"
}

resource "aws_lambda_function" "approval" {
  function_name    = "approval"
  role             = aws_iam_role.approval.arn
  runtime          = "python3.14"
  handler          = "approval.handler"
  filename         = data.archive_file.approval.output_path
  source_code_hash = data.archive_file.approval.output_base64sha256
  publish          = true
  # Of one invocation; durable_config has the time of the whole execution, in seconds.
  timeout = 60

  durable_config {
    execution_timeout = 345600
    retention_period  = 14
  }

  environment {
    variables = {
      REQUESTS = aws_dynamodb_table.requests.name
      OWNERS   = aws_sns_topic.owners.arn
    }
  }
}

# A durable function is called by version or alias.
resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.approval.function_name
  function_version = aws_lambda_function.approval.version
}

resource "aws_dynamodb_table" "requests" {
  name         = "approval-requests"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sns_topic" "owners" {
  name = "approval-owners"
}

resource "aws_sns_topic_subscription" "owners" {
  topic_arn = aws_sns_topic.owners.arn
  protocol  = "email"
  endpoint  = var.owner_email
}

resource "aws_iam_role" "approval" {
  name_prefix = "approval-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "approval" {
  role       = aws_iam_role.approval.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicDurableExecutionRolePolicy"
}

resource "aws_iam_role_policy" "approval" {
  role = aws_iam_role.approval.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:PutItem"
        Resource = aws_dynamodb_table.requests.arn
      },
      {
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.owners.arn
      },
    ]
  })
}

output "alias" {
  value = aws_lambda_alias.live.arn
}
