# HTTP APIs, and what leads to them from a domain name. The second round changes whatever can be changed in place.

resource "aws_apigatewayv2_api" "this" {
  name          = "http-${var.round}"
  description   = var.round
  protocol_type = "HTTP"
  version       = var.round
  cors_configuration {
    allow_origins = ["https://${var.round}.example.com"]
    allow_methods = ["GET", "POST"]
    allow_headers = ["authorization"]
    max_age       = var.round == "one" ? 60 : 300
  }
  tags = { round = var.round }
}

resource "aws_apigatewayv2_integration" "http" {
  api_id             = aws_apigatewayv2_api.this.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "http://backend.example/${var.round}"
  request_parameters = {
    "append:header.x-round"        = var.round
    "append:header.x-${var.round}" = "$context.requestId"
  }
  response_parameters {
    status_code = var.round == "one" ? 403 : 404
    mappings    = { "overwrite:statuscode" = "400" }
  }
}

resource "aws_apigatewayv2_integration" "function" {
  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_uri        = "arn:aws:lambda:us-east-1:000000000000:function:${var.round}"
  payload_format_version = var.round == "one" ? "1.0" : "2.0"
  timeout_milliseconds   = 12000
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.this.id
  name             = "jwt-${var.round}"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    audience = [var.round]
    issuer   = "https://issuer.example/${var.round}"
  }
}

resource "aws_apigatewayv2_authorizer" "function" {
  api_id                            = aws_apigatewayv2_api.this.id
  name                              = "function"
  authorizer_type                   = "REQUEST"
  authorizer_uri                    = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:a/invocations"
  authorizer_payload_format_version = "2.0"
  authorizer_result_ttl_in_seconds  = var.round == "one" ? 0 : 60
  enable_simple_responses           = true
  identity_sources                  = ["$request.header.X-Key"]
}

resource "aws_apigatewayv2_route" "jwt" {
  api_id               = aws_apigatewayv2_api.this.id
  route_key            = "GET /${var.round}/{id}"
  target               = "integrations/${aws_apigatewayv2_integration.http.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = ["pets/${var.round}"]
}

resource "aws_apigatewayv2_route" "default" {
  api_id             = aws_apigatewayv2_api.this.id
  route_key          = "$default"
  target             = "integrations/${aws_apigatewayv2_integration.function.id}"
  authorization_type = var.round == "one" ? "NONE" : "AWS_IAM"
}

resource "aws_apigatewayv2_deployment" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  description = var.round
  depends_on  = [aws_apigatewayv2_route.default, aws_apigatewayv2_route.jwt]
}

resource "aws_apigatewayv2_stage" "manual" {
  api_id          = aws_apigatewayv2_api.this.id
  name            = "manual"
  description     = var.round
  deployment_id   = aws_apigatewayv2_deployment.this.id
  stage_variables = { round = var.round }
  default_route_settings {
    throttling_burst_limit = var.round == "one" ? 10 : 20
    throttling_rate_limit  = 5
  }
  tags = { round = var.round }
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "$default"
  auto_deploy = true
  description = var.round
  route_settings {
    route_key              = aws_apigatewayv2_route.default.route_key
    throttling_burst_limit = var.round == "one" ? 1 : 2
    throttling_rate_limit  = 1
  }
}

resource "aws_apigatewayv2_domain_name" "this" {
  domain_name = "http.example.com"
  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:000000000000:certificate/12345678-1234-1234-1234-${var.round == "one" ? "123456789012" : "123456789013"}"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
  tags = { round = var.round }
}

resource "aws_apigatewayv2_api_mapping" "this" {
  api_id          = aws_apigatewayv2_api.this.id
  domain_name     = aws_apigatewayv2_domain_name.this.id
  stage           = aws_apigatewayv2_stage.default.id
  api_mapping_key = "shop/${var.round}"
}
