# Every new file in S3 starts a run of a state machine, which converts it into another bucket.
# Deploy: terraform init && terraform apply -var failure_email=…
# Try: put a CSV file under incoming/ of the bucket of the output.

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

variable "failure_email" {
  type        = string
  description = "Who is told when a file is not converted"
}

resource "aws_s3_bucket" "incoming" {
  bucket_prefix = "incoming-"
}

# Without this switch the bucket tells EventBridge nothing.
resource "aws_s3_bucket_notification" "incoming" {
  bucket      = aws_s3_bucket.incoming.id
  eventbridge = true
}

# Another bucket: what is written here starts nothing.
resource "aws_s3_bucket" "clean" {
  bucket_prefix = "clean-"
}

data "archive_file" "convert" {
  type        = "zip"
  source_file = "${path.module}/functions/convert.py"
  output_path = "${path.module}/.build/convert.zip"
}

resource "aws_lambda_function" "convert" {
  function_name    = "convert-file"
  role             = aws_iam_role.convert.arn
  runtime          = "python3.13"
  handler          = "convert.handler"
  filename         = data.archive_file.convert.output_path
  source_code_hash = data.archive_file.convert.output_base64sha256
  timeout          = 120
  memory_size      = 512

  environment {
    variables = {
      CLEAN = aws_s3_bucket.clean.id
    }
  }
}

resource "aws_sfn_state_machine" "arrived" {
  name     = "file-arrived"
  type     = "STANDARD"
  role_arn = aws_iam_role.arrived.arn
  definition = templatefile("${path.module}/statemachine/arrived.asl.json", {
    ConvertFunction = aws_lambda_function.convert.arn
    Failures        = aws_sns_topic.failures.arn
  })
}

resource "aws_cloudwatch_event_rule" "file_arrived" {
  name = "file-arrived"
  event_pattern = jsonencode({
    source        = ["aws.s3"]
    "detail-type" = ["Object Created"]
    detail = {
      bucket = { name = [aws_s3_bucket.incoming.id] }
      object = { key = [{ wildcard = "incoming/*.csv" }] }
    }
  })
}

resource "aws_cloudwatch_event_target" "arrived" {
  rule     = aws_cloudwatch_event_rule.file_arrived.name
  arn      = aws_sfn_state_machine.arrived.arn
  role_arn = aws_iam_role.start.arn

  input_transformer {
    input_paths = {
      bucket = "$.detail.bucket.name"
      key    = "$.detail.object.key"
    }
    input_template = "{ \"bucket\": <bucket>, \"key\": <key> }"
  }

  retry_policy {
    maximum_retry_attempts       = 185
    maximum_event_age_in_seconds = 86400
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }
}

resource "aws_sqs_queue" "undelivered" {
  name                      = "file-events-undelivered"
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
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.file_arrived.arn } }
    }]
  })
}

resource "aws_sns_topic" "failures" {
  name = "files-not-converted"
}

resource "aws_sns_topic_subscription" "failures" {
  topic_arn = aws_sns_topic.failures.arn
  protocol  = "email"
  endpoint  = var.failure_email
}

resource "aws_iam_role" "start" {
  name_prefix = "start-file-arrived-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "start" {
  role = aws_iam_role.start.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "states:StartExecution"
      Resource = aws_sfn_state_machine.arrived.arn
    }]
  })
}

resource "aws_iam_role" "arrived" {
  name_prefix = "file-arrived-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "arrived" {
  role = aws_iam_role.arrived.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = aws_lambda_function.convert.arn
      },
      {
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.failures.arn
      },
    ]
  })
}

resource "aws_iam_role" "convert" {
  name_prefix = "convert-file-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "convert" {
  role       = aws_iam_role.convert.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "convert" {
  role = aws_iam_role.convert.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.incoming.arn}/incoming/*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.clean.arn}/clean/*"
      },
    ]
  })
}

output "incoming_bucket" {
  value = aws_s3_bucket.incoming.id
}
