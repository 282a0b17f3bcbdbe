# A weekly Airflow workflow without an environment: a Glue job and then a query.
# Deploy: terraform init && terraform apply

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
    # Knows every resource of CloudFormation, MWAA Serverless among them.
    awscc = {
      source = "hashicorp/awscc"
    }
  }
}

variable "data_bucket" {
  type        = string
  description = "The bucket with the tables, and with the results of the workgroup \"reports\""
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  scope = "${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}"
}

resource "aws_s3_bucket" "workflows" {
  bucket_prefix = "workflows-"
}

resource "aws_s3_bucket_versioning" "workflows" {
  bucket = aws_s3_bucket.workflows.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_object" "weekly_report" {
  bucket      = aws_s3_bucket_versioning.workflows.bucket
  key         = "workflows/weekly_report.yaml"
  source      = "${path.module}/workflows/weekly_report.yaml"
  source_hash = filemd5("${path.module}/workflows/weekly_report.yaml")
}

resource "awscc_mwaaserverless_workflow" "weekly_report" {
  name        = "weekly_report"
  description = "Clean the week, then report it"
  role_arn    = aws_iam_role.workflow.arn

  # A new version of the file is a new version of the workflow.
  definition_s3_location = {
    bucket     = aws_s3_bucket.workflows.id
    object_key = aws_s3_object.weekly_report.key
    version_id = aws_s3_object.weekly_report.version_id
  }

  logging_configuration = {
    log_group_name = aws_cloudwatch_log_group.workflow.name
  }

  depends_on = [aws_iam_role_policy.workflow]
}

resource "aws_cloudwatch_log_group" "workflow" {
  name              = "/aws/mwaa-serverless/weekly_report"
  retention_in_days = 30
}

# Each workflow has a role of its own: it may do what this one does, and nothing else.
resource "aws_iam_role" "workflow" {
  name_prefix = "weekly-report-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "airflow-serverless.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "workflow" {
  role = aws_iam_role.workflow.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:GetObjectVersion"]
        Resource = "${aws_s3_bucket.workflows.arn}/workflows/*"
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.workflow.arn}:*"
      },
      {
        Effect   = "Allow"
        Action   = ["glue:GetJob", "glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"]
        Resource = "arn:aws:glue:${local.scope}:job/weekly-clean"
      },
      {
        Effect = "Allow"
        Action = [
          "athena:StartQueryExecution",
          "athena:GetQueryExecution",
          "athena:GetQueryResults",
          "athena:StopQueryExecution",
        ]
        Resource = "arn:aws:athena:${local.scope}:workgroup/reports"
      },
      {
        Effect = "Allow"
        Action = ["glue:GetDatabase", "glue:GetTable", "glue:GetPartitions"]
        Resource = [
          "arn:aws:glue:${local.scope}:catalog",
          "arn:aws:glue:${local.scope}:database/mart",
          "arn:aws:glue:${local.scope}:table/mart/*",
        ]
      },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
        Resource = "arn:aws:s3:::${var.data_bucket}/*"
      },
      {
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetBucketLocation"]
        Resource = "arn:aws:s3:::${var.data_bucket}"
      },
    ]
  })
}
