# What is done of log events. The second round changes whatever can be changed in place.

locals {
  changed = var.round != "one"
}

data "aws_caller_identity" "me" {
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "orders"
  retention_in_days = local.changed ? 14 : 7
  tags              = { text = var.round }
}

resource "aws_cloudwatch_log_stream" "first" {
  name           = "first"
  log_group_name = aws_cloudwatch_log_group.orders.name
}

resource "aws_cloudwatch_log_metric_filter" "failures" {
  name           = "failures"
  log_group_name = aws_cloudwatch_log_group.orders.name
  pattern        = local.changed ? "{ $.level = \"ERROR\" || $.level = \"FATAL\" }" : "{ $.level = \"ERROR\" }"

  metric_transformation {
    name          = "Failures"
    namespace     = "Orders"
    value         = "1"
    default_value = local.changed ? "0" : null
    unit          = "Count"
  }
}

resource "aws_cloudwatch_log_metric_filter" "latency" {
  name           = "latency"
  log_group_name = aws_cloudwatch_log_group.orders.name
  pattern        = "{ $.latency = * }"

  metric_transformation {
    name       = local.changed ? "Duration" : "Latency"
    namespace  = "Orders"
    value      = "$.latency"
    dimensions = { Path = "$.path" }
  }
}

resource "aws_iam_role" "reader" {
  name        = "reader"
  description = var.round
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "reader" {
  function_name    = "reader"
  description      = var.round
  role             = aws_iam_role.reader.arn
  runtime          = "nodejs20.x"
  handler          = "index.handler"
  filename         = "${path.module}/code.zip"
  source_code_hash = filebase64sha256("${path.module}/code.zip")
}

resource "aws_lambda_permission" "logs" {
  statement_id   = "logs"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.reader.function_name
  principal      = "logs.amazonaws.com"
  source_arn     = "${aws_cloudwatch_log_group.orders.arn}:*"
  source_account = data.aws_caller_identity.me.account_id
}

resource "aws_cloudwatch_log_subscription_filter" "reader" {
  name            = "reader"
  log_group_name  = aws_cloudwatch_log_group.orders.name
  filter_pattern  = local.changed ? "?ERROR ?FATAL" : "ERROR"
  destination_arn = aws_lambda_function.reader.arn
  depends_on      = [aws_lambda_permission.logs]
}

resource "aws_cloudwatch_query_definition" "slow" {
  name            = "orders/slow"
  log_group_names = local.changed ? [aws_cloudwatch_log_group.orders.name] : []
  query_string    = local.changed ? "fields @timestamp, latency | sort latency desc | limit 20" : "fields @timestamp, latency"
}
