# An Airflow environment that reads an API and a SQL Server in the company network into S3 each night.
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

variable "name" {
  type    = string
  default = "nightly-sources"
}

variable "lake_bucket" {
  type        = string
  description = "The bucket that the data goes to"
}

variable "vpc_id" {
  type        = string
  description = "A VPC with a line to the company network, and a NAT gateway for the API"
}

variable "private_subnet_ids" {
  type        = list(string)
  description = "Two private subnets in two zones"
}

resource "aws_s3_bucket" "source" {
  bucket_prefix = "airflow-source-"
}

resource "aws_s3_bucket_versioning" "source" {
  bucket = aws_s3_bucket.source.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "source" {
  bucket                  = aws_s3_bucket.source.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_object" "source" {
  for_each    = toset(["dags/nightly_sources.py", "requirements.txt"])
  bucket      = aws_s3_bucket_versioning.source.bucket
  key         = each.key
  source      = "${path.module}/${each.key}"
  source_hash = filemd5("${path.module}/${each.key}")
}

resource "aws_mwaa_environment" "airflow" {
  name                           = var.name
  airflow_version                = "2.10.3"
  environment_class              = "mw1.small"
  max_workers                    = 2
  webserver_access_mode          = "PRIVATE_ONLY"
  execution_role_arn             = aws_iam_role.execution.arn
  source_bucket_arn              = aws_s3_bucket.source.arn
  dag_s3_path                    = "dags"
  requirements_s3_path           = "requirements.txt"
  requirements_s3_object_version = aws_s3_object.source["requirements.txt"].version_id
  airflow_configuration_options = {
    "secrets.backend" = "airflow.providers.amazon.aws.secrets.secrets_manager.SecretsManagerBackend"
    "secrets.backend_kwargs" = jsonencode({
      connections_prefix = "airflow/connections"
      variables_prefix   = "airflow/variables"
    })
  }

  network_configuration {
    security_group_ids = [aws_security_group.airflow.id]
    subnet_ids         = var.private_subnet_ids
  }

  logging_configuration {
    dag_processing_logs {
      enabled   = true
      log_level = "WARNING"
    }
    scheduler_logs {
      enabled   = true
      log_level = "WARNING"
    }
    task_logs {
      enabled   = true
      log_level = "INFO"
    }
    webserver_logs {
      enabled   = true
      log_level = "WARNING"
    }
    worker_logs {
      enabled   = true
      log_level = "WARNING"
    }
  }

  depends_on = [aws_iam_role_policy.airflow, aws_s3_bucket_public_access_block.source]
}

# Airflow's parts talk to each other, to the API and to the SQL Server.
resource "aws_security_group" "airflow" {
  name_prefix = "${var.name}-"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "within" {
  security_group_id            = aws_security_group.airflow.id
  referenced_security_group_id = aws_security_group.airflow.id
  ip_protocol                  = "-1"
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.airflow.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_secretsmanager_secret" "lake_bucket" {
  name = "airflow/variables/lake_bucket"
}

resource "aws_secretsmanager_secret_version" "lake_bucket" {
  secret_id     = aws_secretsmanager_secret.lake_bucket.id
  secret_string = var.lake_bucket
}
