# Domain names, what leads to APIs and from them, and the account. The second round changes whatever can be changed in place.

resource "aws_api_gateway_rest_api" "this" {
  name        = "domains"
  description = var.round
}

resource "aws_api_gateway_method" "this" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = aws_api_gateway_rest_api.this.root_resource_id
  http_method   = "GET"
  authorization = var.round == "one" ? "NONE" : "AWS_IAM"
}

resource "aws_api_gateway_vpc_link" "this" {
  name        = "shop-${var.round}"
  description = "round ${var.round}"
  target_arns = ["arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/nlb/1234567890abcdef"]
  tags        = { round = var.round }
}

resource "aws_api_gateway_integration" "this" {
  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = aws_api_gateway_rest_api.this.root_resource_id
  http_method             = aws_api_gateway_method.this.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "http://internal.example/${var.round}"
  connection_type         = "VPC_LINK"
  connection_id           = aws_api_gateway_vpc_link.this.id
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  description = var.round
  depends_on  = [aws_api_gateway_integration.this]
}

resource "aws_api_gateway_client_certificate" "this" {
  description = "round ${var.round}"
  tags        = { round = var.round }
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id           = aws_api_gateway_rest_api.this.id
  deployment_id         = aws_api_gateway_deployment.this.id
  stage_name            = "prod"
  description           = var.round
  client_certificate_id = aws_api_gateway_client_certificate.this.id
}

resource "aws_api_gateway_account" "this" {
  cloudwatch_role_arn = "arn:aws:iam::000000000000:role/logs-${var.round}"
}

resource "aws_api_gateway_domain_name" "regional" {
  domain_name              = "terraform.example.com"
  regional_certificate_arn = "arn:aws:acm:us-east-1:000000000000:certificate/${var.round}"
  security_policy          = "TLS_1_2"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  tags = { round = var.round }
}

resource "aws_api_gateway_domain_name" "edge" {
  domain_name     = "*.terraform.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:000000000000:certificate/one"
}

resource "aws_api_gateway_domain_name" "private" {
  domain_name     = "private.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:000000000000:certificate/one"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "execute-api:/*" }]
  })
}

resource "aws_api_gateway_base_path_mapping" "named" {
  domain_name = aws_api_gateway_domain_name.regional.domain_name
  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  base_path   = "round-${var.round}"
}

resource "aws_api_gateway_base_path_mapping" "empty" {
  domain_name = aws_api_gateway_domain_name.edge.domain_name
  api_id      = aws_api_gateway_rest_api.this.id
}

resource "aws_api_gateway_domain_name_access_association" "this" {
  access_association_source      = "vpce-0123456789"
  access_association_source_type = "VPCE"
  domain_name_arn                = aws_api_gateway_domain_name.private.arn
  tags                           = { round = var.round }
}

data "aws_api_gateway_domain_name" "this" {
  domain_name = aws_api_gateway_domain_name.regional.domain_name
}

data "aws_api_gateway_vpc_link" "this" {
  name = aws_api_gateway_vpc_link.this.name
}
