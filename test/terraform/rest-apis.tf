# An API, methods, models, stages, keys, plans and documentation, wired to each other as users do it.
# The second round changes whatever can be changed in place.

locals {
  name     = "terraform-rest-apis"
  changed  = var.round != "one"
  function = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:nobody/invocations"
}

resource "aws_api_gateway_account" "this" {
  cloudwatch_role_arn = "arn:aws:iam::000000000000:role/${var.round}"
}

resource "aws_api_gateway_rest_api" "pets" {
  name                     = local.name
  description              = var.round
  binary_media_types       = ["image/png"]
  minimum_compression_size = local.changed ? 2048 : 1024
  api_key_source           = "HEADER"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  tags = { text = var.round }
}

resource "aws_api_gateway_rest_api_policy" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "*"
      Condition = { IpAddress = { "aws:SourceIp" = local.changed ? "127.0.0.0/8" : "127.0.0.1/32" } }
    }]
  })
}

resource "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  parent_id   = aws_api_gateway_rest_api.pets.root_resource_id
  path_part   = "pets"
}

# The second round moves and renames it.
resource "aws_api_gateway_resource" "toys" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  parent_id   = local.changed ? aws_api_gateway_resource.pets.id : aws_api_gateway_rest_api.pets.root_resource_id
  path_part   = local.changed ? "toys" : "play"
}

resource "aws_api_gateway_model" "pet" {
  rest_api_id  = aws_api_gateway_rest_api.pets.id
  name         = "Pet"
  description  = var.round
  content_type = "application/json"
  schema       = jsonencode({ type = "object" })
}

resource "aws_api_gateway_request_validator" "all" {
  rest_api_id                 = aws_api_gateway_rest_api.pets.id
  name                        = var.round
  validate_request_body       = true
  validate_request_parameters = local.changed
}

resource "aws_api_gateway_authorizer" "guard" {
  rest_api_id                      = aws_api_gateway_rest_api.pets.id
  name                             = "guard"
  type                             = "TOKEN"
  authorizer_uri                   = local.function
  identity_source                  = "method.request.header.Authorization"
  authorizer_result_ttl_in_seconds = local.changed ? 60 : 300
}

resource "aws_api_gateway_method" "list" {
  rest_api_id          = aws_api_gateway_rest_api.pets.id
  resource_id          = aws_api_gateway_resource.pets.id
  http_method          = "GET"
  authorization        = "NONE"
  api_key_required     = local.changed
  operation_name       = var.round
  request_parameters   = { "method.request.querystring.q" = local.changed }
  request_models       = { "application/json" = aws_api_gateway_model.pet.name }
  request_validator_id = aws_api_gateway_request_validator.all.id
}

resource "aws_api_gateway_method" "guarded" {
  rest_api_id   = aws_api_gateway_rest_api.pets.id
  resource_id   = aws_api_gateway_resource.pets.id
  http_method   = "POST"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.guard.id
}

resource "aws_api_gateway_integration" "list" {
  rest_api_id          = aws_api_gateway_rest_api.pets.id
  resource_id          = aws_api_gateway_resource.pets.id
  http_method          = aws_api_gateway_method.list.http_method
  type                 = "MOCK"
  timeout_milliseconds = local.changed ? 5000 : 29000
  request_templates    = { "application/json" = jsonencode({ statusCode = 200, text = var.round }) }
}

resource "aws_api_gateway_integration" "guarded" {
  rest_api_id             = aws_api_gateway_rest_api.pets.id
  resource_id             = aws_api_gateway_resource.pets.id
  http_method             = aws_api_gateway_method.guarded.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "POST"
  uri                     = "http://127.0.0.1:8081/${var.round}"
  request_parameters      = { "integration.request.header.X-Text" = "'${var.round}'" }
}

resource "aws_api_gateway_method_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  resource_id         = aws_api_gateway_resource.pets.id
  http_method         = aws_api_gateway_method.list.http_method
  status_code         = "200"
  response_models     = { "application/json" = "Empty" }
  response_parameters = { "method.response.header.X-Text" = local.changed }
}

resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  resource_id         = aws_api_gateway_resource.pets.id
  http_method         = aws_api_gateway_integration.list.http_method
  status_code         = aws_api_gateway_method_response.ok.status_code
  response_parameters = { "method.response.header.X-Text" = "'${var.round}'" }
  response_templates  = { "application/json" = var.round }
}

resource "aws_api_gateway_gateway_response" "missing" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  response_type       = "MISSING_AUTHENTICATION_TOKEN"
  status_code         = local.changed ? "404" : "403"
  response_templates  = { "application/json" = "{\"text\":\"${var.round}\"}" }
  response_parameters = { "gatewayresponse.header.X-Text" = "'${var.round}'" }
}

resource "aws_api_gateway_documentation_part" "api" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  properties  = jsonencode({ description = var.round })
  location {
    type = "API"
  }
}

resource "aws_api_gateway_documentation_version" "first" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  version     = "1.0"
  description = var.round
  depends_on  = [aws_api_gateway_documentation_part.api]
}

resource "aws_api_gateway_deployment" "first" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  description = var.round
  depends_on = [
    aws_api_gateway_integration_response.ok,
    aws_api_gateway_integration.guarded,
    aws_api_gateway_gateway_response.missing,
    aws_api_gateway_rest_api_policy.pets,
  ]
}

resource "aws_api_gateway_client_certificate" "ours" {
  description = var.round
  tags        = { text = var.round }
}

resource "aws_api_gateway_stage" "dev" {
  rest_api_id           = aws_api_gateway_rest_api.pets.id
  deployment_id         = aws_api_gateway_deployment.first.id
  stage_name            = "dev"
  description           = var.round
  client_certificate_id = aws_api_gateway_client_certificate.ours.id
  documentation_version = aws_api_gateway_documentation_version.first.version
  variables             = { text = var.round }
  xray_tracing_enabled  = local.changed
  access_log_settings {
    destination_arn = "arn:aws:logs:us-east-1:000000000000:log-group:${var.round}"
    format          = "$context.requestId $context.status"
  }
  canary_settings {
    deployment_id            = aws_api_gateway_deployment.first.id
    percent_traffic          = local.changed ? 20 : 10
    stage_variable_overrides = { text = "canary" }
    use_stage_cache          = local.changed
  }
  tags = { text = var.round }
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  stage_name  = aws_api_gateway_stage.dev.stage_name
  method_path = "*/*"
  depends_on  = [aws_api_gateway_account.this]
  settings {
    metrics_enabled        = true
    logging_level          = local.changed ? "INFO" : "ERROR"
    throttling_burst_limit = local.changed ? 20 : 10
    throttling_rate_limit  = 100
  }
}

resource "aws_api_gateway_api_key" "mine" {
  name        = local.name
  description = var.round
  enabled     = !local.changed
  tags        = { text = var.round }
}

resource "aws_api_gateway_usage_plan" "free" {
  name        = local.name
  description = var.round
  api_stages {
    api_id = aws_api_gateway_rest_api.pets.id
    stage  = aws_api_gateway_stage.dev.stage_name
    throttle {
      path        = "/pets/GET"
      burst_limit = local.changed ? 4 : 2
      rate_limit  = 2
    }
  }
  quota_settings {
    limit  = local.changed ? 200 : 100
    period = "WEEK"
    offset = 1
  }
  throttle_settings {
    burst_limit = local.changed ? 10 : 5
    rate_limit  = 10
  }
  tags = { text = var.round }
}

resource "aws_api_gateway_usage_plan_key" "mine" {
  usage_plan_id = aws_api_gateway_usage_plan.free.id
  key_id        = aws_api_gateway_api_key.mine.id
  key_type      = "API_KEY"
}

data "aws_api_gateway_rest_api" "pets" {
  name       = aws_api_gateway_rest_api.pets.name
  depends_on = [aws_api_gateway_resource.pets]
}

data "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  path        = aws_api_gateway_resource.pets.path
}

data "aws_api_gateway_authorizer" "guard" {
  rest_api_id   = aws_api_gateway_rest_api.pets.id
  authorizer_id = aws_api_gateway_authorizer.guard.id
}

data "aws_api_gateway_authorizers" "all" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  depends_on  = [aws_api_gateway_authorizer.guard]
}

data "aws_api_gateway_api_key" "mine" {
  id = aws_api_gateway_api_key.mine.id
}

data "aws_api_gateway_api_keys" "all" {
  depends_on = [aws_api_gateway_api_key.mine]
}

data "aws_api_gateway_export" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  stage_name  = aws_api_gateway_stage.dev.stage_name
  export_type = "oas30"
}

data "aws_api_gateway_sdk" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  stage_name  = aws_api_gateway_stage.dev.stage_name
  sdk_type    = "javascript"
}

# What the data sources found, to be compared with what the resources made.
output "found" {
  value = {
    rest_api    = data.aws_api_gateway_rest_api.pets.id == aws_api_gateway_rest_api.pets.id
    resource    = data.aws_api_gateway_resource.pets.id == aws_api_gateway_resource.pets.id
    authorizer  = data.aws_api_gateway_authorizer.guard.name == "guard"
    authorizers = data.aws_api_gateway_authorizers.all.ids == tolist([aws_api_gateway_authorizer.guard.id])
    api_key     = nonsensitive(data.aws_api_gateway_api_key.mine.value == aws_api_gateway_api_key.mine.value)
    api_keys    = contains([for item in data.aws_api_gateway_api_keys.all.items : item.id], aws_api_gateway_api_key.mine.id)
    export      = contains(keys(jsondecode(data.aws_api_gateway_export.pets.body).paths), "/pets")
    sdk         = length(data.aws_api_gateway_sdk.pets.body) > 0
  }
}
