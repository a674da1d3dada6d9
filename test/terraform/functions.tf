# An API before functions, as its users wire one: permissions, authorizers, caches, and a new deployment whenever it changes.

locals {
  changed = var.round != "one"
}

resource "aws_lambda_function" "answer" {
  function_name    = "terraform-answer"
  description      = var.round
  role             = "arn:aws:iam::000000000000:role/terraform"
  runtime          = "nodejs20.x"
  handler          = "index.handler"
  filename         = "${path.module}/function-${var.round}.zip"
  source_code_hash = filebase64sha256("${path.module}/function-${var.round}.zip")
  timeout          = local.changed ? 10 : 5
  memory_size      = local.changed ? 256 : 128
  environment {
    variables = { TEXT = var.round }
  }
  tags = { text = var.round }
}

resource "aws_lambda_function_event_invoke_config" "answer" {
  function_name                = aws_lambda_function.answer.function_name
  maximum_event_age_in_seconds = local.changed ? 120 : 60
  maximum_retry_attempts       = local.changed ? 1 : 0
}

resource "aws_lambda_permission" "gateway" {
  statement_id  = "gateway"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.answer.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*"
}

resource "aws_api_gateway_rest_api" "this" {
  name                         = "functions"
  description                  = var.round
  disable_execute_api_endpoint = local.changed
  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = local.changed ? ["vpce-0123456789", "vpce-1123456789"] : ["vpce-0123456789"]
  }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = local.changed ? "execute-api:*" : "execute-api:Invoke"
      Resource  = "*"
    }]
  })
}

resource "aws_api_gateway_authorizer" "request" {
  rest_api_id                      = aws_api_gateway_rest_api.this.id
  name                             = "request-${var.round}"
  type                             = "REQUEST"
  authorizer_uri                   = aws_lambda_function.answer.invoke_arn
  identity_source                  = local.changed ? "method.request.header.A,context.identity.sourceIp" : "method.request.header.A"
  authorizer_result_ttl_in_seconds = local.changed ? 0 : 60
}

resource "aws_api_gateway_authorizer" "pools" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  name          = "pools"
  type          = "COGNITO_USER_POOLS"
  provider_arns = ["arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_${var.round}"]
}

resource "aws_api_gateway_resource" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = "{item}"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id          = aws_api_gateway_rest_api.this.id
  resource_id          = aws_api_gateway_resource.this.id
  http_method          = "GET"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.pools.id
  authorization_scopes = local.changed ? ["items/read", "items/write"] : ["items/read"]
  request_parameters   = { "method.request.path.item" = true }
}

resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = aws_api_gateway_resource.this.id
  http_method             = aws_api_gateway_method.get.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.answer.invoke_arn
  content_handling        = local.changed ? "CONVERT_TO_TEXT" : "CONVERT_TO_BINARY"
  cache_key_parameters    = ["method.request.path.item"]
  cache_namespace         = var.round
}

resource "aws_api_gateway_method" "put" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = aws_api_gateway_resource.this.id
  http_method   = "PUT"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.request.id
}

resource "aws_api_gateway_integration" "put" {
  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = aws_api_gateway_resource.this.id
  http_method             = aws_api_gateway_method.put.http_method
  type                    = "HTTP"
  integration_http_method = "PUT"
  uri                     = "https://127.0.0.1:8443/"
  passthrough_behavior    = "WHEN_NO_TEMPLATES"
  request_templates       = { "application/json" = local.changed ? "$input.json('$')" : "$input.body" }
  tls_config {
    insecure_skip_verification = local.changed
  }
}

resource "aws_api_gateway_method_response" "put" {
  for_each    = toset(["200", "400"])
  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = aws_api_gateway_resource.this.id
  http_method = aws_api_gateway_method.put.http_method
  status_code = each.key
  response_models = {
    "application/json" = local.changed ? "Error" : "Empty"
  }
}

resource "aws_api_gateway_integration_response" "put" {
  for_each          = aws_api_gateway_method_response.put
  rest_api_id       = aws_api_gateway_rest_api.this.id
  resource_id       = aws_api_gateway_resource.this.id
  http_method       = aws_api_gateway_integration.put.http_method
  status_code       = each.key
  selection_pattern = each.key == "200" ? null : "4..${local.changed ? "|5.." : ""}"
  content_handling  = local.changed ? "CONVERT_TO_TEXT" : "CONVERT_TO_BINARY"
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  # No import can know them, and Terraform would delete what it then replaces before the imported stage has left it.
  triggers   = local.changed ? null : { round = var.round }
  depends_on = [aws_api_gateway_integration.get, aws_api_gateway_integration_response.put]
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id           = aws_api_gateway_rest_api.this.id
  deployment_id         = aws_api_gateway_deployment.this.id
  stage_name            = "live"
  cache_cluster_enabled = true
  cache_cluster_size    = local.changed ? "1.6" : "0.5"
}

resource "aws_api_gateway_method_settings" "get" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "${aws_api_gateway_resource.this.path_part}/GET"
  settings {
    caching_enabled                            = true
    cache_ttl_in_seconds                       = local.changed ? 60 : 30
    cache_data_encrypted                       = local.changed
    require_authorization_for_cache_control    = !local.changed
    unauthorized_cache_control_header_strategy = local.changed ? "FAIL_WITH_403" : "SUCCEED_WITHOUT_RESPONSE_HEADER"
  }
}

data "aws_lambda_function" "answer" {
  function_name = aws_lambda_function.answer.function_name
}

data "aws_lambda_functions" "all" {
  depends_on = [aws_lambda_function.answer]
}

data "aws_lambda_invocation" "answer" {
  function_name = aws_lambda_function.answer.function_name
  input         = jsonencode({ asked = true })
  depends_on    = [aws_lambda_permission.gateway]
}

output "found" {
  value = {
    function   = data.aws_lambda_function.answer.code_sha256 == filebase64sha256("${path.module}/function-${var.round}.zip")
    functions  = contains(data.aws_lambda_functions.all.function_names, "terraform-answer")
    invocation = jsondecode(data.aws_lambda_invocation.answer.result) == { code = var.round, text = var.round, asked = true }
  }
}
