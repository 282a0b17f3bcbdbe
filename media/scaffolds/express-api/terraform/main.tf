# An HTTP API whose caller waits for an Express state machine, without a function.
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

resource "aws_dynamodb_table" "products" {
  name         = "products"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "product"

  attribute {
    name = "product"
    type = "S"
  }
}

resource "aws_sfn_state_machine" "quote" {
  name     = "quote"
  type     = "EXPRESS"
  role_arn = aws_iam_role.quote.arn
  definition = templatefile("${path.module}/statemachine/quote.asl.json", {
    Products = aws_dynamodb_table.products.name
  })

  # An Express machine keeps no history: without a log nothing is left of a run.
  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.quote.arn}:*"
  }

  depends_on = [aws_iam_role_policy.quote]
}

resource "aws_cloudwatch_log_group" "quote" {
  name              = "/aws/vendedlogs/states/quote"
  retention_in_days = 30
}

resource "aws_apigatewayv2_api" "quotes" {
  name          = "quotes"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.quotes.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_route" "post_quote" {
  api_id    = aws_apigatewayv2_api.quotes.id
  route_key = "POST /quotes"
  # Anybody with an account of AWS that may call the API; put an authorizer here for other callers.
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.run_quote.id}"
}

resource "aws_apigatewayv2_integration" "run_quote" {
  api_id                 = aws_apigatewayv2_api.quotes.id
  integration_type       = "AWS_PROXY"
  integration_subtype    = "StepFunctions-StartSyncExecution"
  payload_format_version = "1.0"
  credentials_arn        = aws_iam_role.api.arn
  timeout_milliseconds   = 25000

  request_parameters = {
    StateMachineArn = aws_sfn_state_machine.quote.arn
    Input           = "$request.body"
  }
}

resource "aws_iam_role" "quote" {
  name_prefix = "quote-machine-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "quote" {
  role = aws_iam_role.quote.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:GetItem"
        Resource = aws_dynamodb_table.products.arn
      },
      {
        # The delivery of logs cannot be narrowed to one group.
        Effect = "Allow"
        Action = [
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups",
        ]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "api" {
  name_prefix = "quotes-api-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "apigateway.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "api" {
  role = aws_iam_role.api.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "states:StartSyncExecution"
      Resource = aws_sfn_state_machine.quote.arn
    }]
  })
}

output "url" {
  value = "${aws_apigatewayv2_api.quotes.api_endpoint}/quotes"
}
