# A Distributed Map over the objects of a bucket, in batches, with results in S3.
# Deploy: terraform init && terraform apply. Start a run with the input {"prefix": "2026/"}.

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

variable "source_bucket" {
  type        = string
  description = "The bucket whose objects are worked on"
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  # The role names the machine that it starts children of, which cannot be read from the machine itself.
  machine = "rework"
  states  = "arn:aws:states:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}"
}

resource "aws_s3_bucket" "results" {
  bucket_prefix = "rework-results-"
}

data "archive_file" "rework" {
  type        = "zip"
  source_file = "${path.module}/functions/rework.py"
  output_path = "${path.module}/.build/rework.zip"
}

resource "aws_lambda_function" "rework" {
  function_name    = "rework-objects"
  role             = aws_iam_role.function.arn
  runtime          = "python3.13"
  handler          = "rework.handler"
  filename         = data.archive_file.rework.output_path
  source_code_hash = data.archive_file.rework.output_base64sha256
  timeout          = 180
  memory_size      = 512
  # The Map asks for two hundred at a time; the rest of the account keeps its share.
  reserved_concurrent_executions = 200

  environment {
    variables = {
      SOURCE  = var.source_bucket
      RESULTS = aws_s3_bucket.results.id
    }
  }
}

resource "aws_sfn_state_machine" "rework" {
  name     = local.machine
  type     = "STANDARD"
  role_arn = aws_iam_role.machine.arn
  definition = templatefile("${path.module}/statemachine/rework.asl.json", {
    Source         = var.source_bucket
    Results        = aws_s3_bucket.results.id
    ReworkFunction = aws_lambda_function.rework.arn
  })
}

resource "aws_iam_role" "function" {
  name_prefix = "rework-function-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "function" {
  role       = aws_iam_role.function.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "function" {
  role = aws_iam_role.function.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "arn:aws:s3:::${var.source_bucket}/*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.results.arn}/reworked/*"
      },
    ]
  })
}

resource "aws_iam_role" "machine" {
  name_prefix = "rework-machine-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "machine" {
  role = aws_iam_role.machine.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = [aws_lambda_function.rework.arn, "${aws_lambda_function.rework.arn}:*"]
      },
      {
        Effect   = "Allow"
        Action   = "states:StartExecution"
        Resource = "${local.states}:stateMachine:${local.machine}"
      },
      {
        Effect   = "Allow"
        Action   = ["states:DescribeExecution", "states:StopExecution"]
        Resource = "${local.states}:execution:${local.machine}/*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = "arn:aws:s3:::${var.source_bucket}"
      },
      {
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"]
        Resource = "${aws_s3_bucket.results.arn}/runs/*"
      },
    ]
  })
}
