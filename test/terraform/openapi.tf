# APIs that are filled from OpenAPI documents: by their own resource, and by one that does nothing else.

locals {
  paths = { "/${var.round}" = { get = {
    responses                       = { "200" = { description = "ok" } }
    x-amazon-apigateway-integration = { type = "http_proxy", httpMethod = "GET", uri = "http://127.0.0.1:8081/" }
  } } }
}

resource "aws_api_gateway_rest_api" "filled" {
  name              = "filled"
  description       = var.round
  put_rest_api_mode = "merge"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "filled", version = var.round }
    paths   = local.paths
  })
  parameters = { endpointConfigurationTypes = "REGIONAL" }
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_rest_api" "bare" {
  name = "bare"
}

resource "aws_api_gateway_rest_api_put" "put" {
  rest_api_id = aws_api_gateway_rest_api.bare.id
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "bare", version = var.round }
    paths   = local.paths
  })
  fail_on_warnings = true
  triggers         = { text = "once" }
}

# Each round's documents have a path of their own.
data "aws_api_gateway_resource" "filled" {
  rest_api_id = aws_api_gateway_rest_api.filled.id
  path        = "/${var.round}"
}

data "aws_api_gateway_resource" "put" {
  rest_api_id = aws_api_gateway_rest_api_put.put.rest_api_id
  path        = "/${var.round}"
}

data "aws_api_gateway_rest_api" "filled" {
  name       = "filled"
  depends_on = [aws_api_gateway_rest_api.filled]
}

output "found" {
  value = {
    filled      = data.aws_api_gateway_resource.filled.path_part == var.round
    put         = data.aws_api_gateway_resource.put.path_part == var.round
    description = data.aws_api_gateway_rest_api.filled.description == var.round
  }
}
