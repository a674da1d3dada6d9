# Functions as a team deploys them: versions behind an alias that an API calls, a layer, code signing, provisioned concurrency.

locals {
  changed = var.round != "one"
}

resource "aws_iam_role" "api" {
  name = "terraform-lambda"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
  description = var.round
}

# What a function reports to, its role must allow; Lambda asks when the function is made.
resource "aws_iam_role_policy" "reports" {
  name = "reports"
  role = aws_iam_role.api.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = local.changed ? ["sns:Publish", "sqs:SendMessage"] : ["sqs:SendMessage", "sns:Publish"]
      Resource = local.changed ? ["*"] : ["arn:aws:sqs:*:*:*", "arn:aws:sns:*:*:*"]
    }]
  })
}

resource "aws_lambda_layer_version" "shared" {
  layer_name          = "terraform-shared"
  filename            = "${path.module}/layer.zip"
  source_code_hash    = filebase64sha256("${path.module}/layer.zip")
  compatible_runtimes = ["nodejs20.x"]
}

resource "aws_lambda_layer_version_permission" "shared" {
  layer_name     = aws_lambda_layer_version.shared.layer_arn
  version_number = aws_lambda_layer_version.shared.version
  statement_id   = "everybody"
  action         = "lambda:GetLayerVersion"
  principal      = "*"
}

resource "aws_lambda_code_signing_config" "this" {
  description = var.round
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:us-east-1:000000000000:/signing-profiles/${var.round}/abcdefghij"]
  }
  policies {
    untrusted_artifact_on_deployment = "Warn"
  }
  tags = { round = var.round }
}

resource "aws_lambda_function" "api" {
  function_name                  = "terraform-lambda"
  role                           = aws_iam_role.api.arn
  runtime                        = "nodejs20.x"
  handler                        = "index.handler"
  filename                       = "${path.module}/function-${var.round}.zip"
  source_code_hash               = filebase64sha256("${path.module}/function-${var.round}.zip")
  publish                        = true
  layers                         = [aws_lambda_layer_version.shared.arn]
  code_signing_config_arn        = aws_lambda_code_signing_config.this.arn
  reserved_concurrent_executions = local.changed ? 4 : 5
  ephemeral_storage {
    size = local.changed ? 1024 : 512
  }
  dead_letter_config {
    target_arn = "arn:aws:sqs:us-east-1:000000000000:${var.round}"
  }
  depends_on = [aws_iam_role_policy.reports]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = var.round
  function_name    = aws_lambda_function.api.function_name
  function_version = aws_lambda_function.api.version
}

resource "aws_lambda_permission" "gateway" {
  statement_id  = "gateway"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  qualifier     = aws_lambda_alias.live.name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*"
}

resource "aws_lambda_function_url" "live" {
  function_name      = aws_lambda_function.api.function_name
  qualifier          = aws_lambda_alias.live.name
  authorization_type = "AWS_IAM"
  invoke_mode        = local.changed ? "RESPONSE_STREAM" : "BUFFERED"
  cors {
    allow_origins = ["https://${var.round}.example"]
    max_age       = local.changed ? 60 : 30
  }
}

resource "aws_lambda_function_event_invoke_config" "live" {
  function_name          = aws_lambda_function.api.function_name
  qualifier              = aws_lambda_alias.live.name
  maximum_retry_attempts = local.changed ? 1 : 0
  destination_config {
    on_failure {
      destination = "arn:aws:sns:us-east-1:000000000000:${var.round}"
    }
    on_success {
      destination = "arn:aws:sqs:us-east-1:000000000000:${var.round}"
    }
  }
}

resource "aws_lambda_provisioned_concurrency_config" "live" {
  function_name                     = aws_lambda_function.api.function_name
  qualifier                         = aws_lambda_alias.live.name
  provisioned_concurrent_executions = local.changed ? 2 : 1
}

resource "aws_lambda_runtime_management_config" "api" {
  function_name     = aws_lambda_function.api.function_name
  qualifier         = "$LATEST"
  update_runtime_on = "Auto"
}

resource "aws_api_gateway_rest_api" "this" {
  name        = "lambda"
  description = var.round
}

resource "aws_api_gateway_resource" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = var.round
}

resource "aws_api_gateway_method" "this" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = aws_api_gateway_resource.this.id
  http_method   = "ANY"
  authorization = local.changed ? "AWS_IAM" : "NONE"
}

resource "aws_api_gateway_integration" "this" {
  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = aws_api_gateway_resource.this.id
  http_method             = aws_api_gateway_method.this.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_alias.live.invoke_arn
  timeout_milliseconds    = local.changed ? 2000 : 1000
}

data "aws_lambda_alias" "live" {
  function_name = aws_lambda_alias.live.function_name
  name          = aws_lambda_alias.live.name
}

data "aws_lambda_layer_version" "shared" {
  layer_name = aws_lambda_layer_version.shared.layer_name
}

data "aws_lambda_code_signing_config" "this" {
  arn = aws_lambda_code_signing_config.this.arn
}

data "aws_lambda_function_url" "live" {
  function_name = aws_lambda_function_url.live.function_name
  qualifier     = aws_lambda_function_url.live.qualifier
}

data "aws_lambda_invocation" "live" {
  function_name = aws_lambda_function.api.function_name
  qualifier     = aws_lambda_alias.live.name
  input         = "{}"
  depends_on    = [aws_lambda_provisioned_concurrency_config.live]
}

output "found" {
  value = {
    alias      = data.aws_lambda_alias.live.function_version == aws_lambda_function.api.version
    layer      = data.aws_lambda_layer_version.shared.arn == aws_lambda_layer_version.shared.arn
    signing    = data.aws_lambda_code_signing_config.this.description == var.round
    url        = data.aws_lambda_function_url.live.function_url == aws_lambda_function_url.live.function_url
    invocation = jsondecode(data.aws_lambda_invocation.live.result) == { code = var.round, layer = "shared" }
  }
}
