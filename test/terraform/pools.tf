# A user pool with all that belongs to it, an authorizer that takes its tokens, and a certificate of an API's domain name.

locals {
  changed = var.round != "one"
}

resource "aws_cognito_user_pool" "people" {
  name                     = "people"
  alias_attributes         = ["email"]
  auto_verified_attributes = local.changed ? ["email"] : null
  deletion_protection      = "INACTIVE"
  mfa_configuration        = "OFF"
  username_configuration { case_sensitive = false }
  password_policy {
    minimum_length                   = local.changed ? 12 : 10
    require_lowercase                = true
    require_numbers                  = local.changed
    require_symbols                  = false
    require_uppercase                = true
    temporary_password_validity_days = local.changed ? 3 : 7
  }
  account_recovery_setting {
    recovery_mechanism {
      name     = local.changed ? "verified_email" : "admin_only"
      priority = 1
    }
  }
  admin_create_user_config { allow_admin_create_user_only = local.changed }
  verification_message_template {
    default_email_option = "CONFIRM_WITH_CODE"
    email_subject        = "Code of round ${var.round}"
    email_message        = "Your code is {####}"
  }
  schema {
    name                = "plan"
    attribute_data_type = "String"
    mutable             = true
    string_attribute_constraints {
      min_length = 1
      max_length = 20
    }
  }
  tags = { team = var.round }
}
resource "aws_cognito_user_pool_domain" "people" {
  domain       = "people"
  user_pool_id = aws_cognito_user_pool.people.id
}
# The provider replaces a server whose name changes, though the API does not.
resource "aws_cognito_resource_server" "pets" {
  identifier   = "pets"
  name         = "Pets"
  user_pool_id = aws_cognito_user_pool.people.id
  scope {
    scope_name        = "read"
    scope_description = "read pets, ${var.round}"
  }
}
resource "aws_cognito_user_pool_client" "web" {
  name                  = "web"
  user_pool_id          = aws_cognito_user_pool.people.id
  explicit_auth_flows   = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  access_token_validity = local.changed ? 60 : 30
  token_validity_units { access_token = "minutes" }
  prevent_user_existence_errors = "ENABLED"
}
resource "aws_cognito_user_pool_client" "machine" {
  name                                 = "machine"
  user_pool_id                         = aws_cognito_user_pool.people.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = aws_cognito_resource_server.pets.scope_identifiers
  enable_token_revocation              = local.changed
}
resource "aws_cognito_user_group" "readers" {
  name         = "readers"
  user_pool_id = aws_cognito_user_pool.people.id
  precedence   = 5
  description  = "may read, ${var.round}"
}
resource "aws_cognito_user" "anna" {
  user_pool_id   = aws_cognito_user_pool.people.id
  username       = "anna"
  message_action = "SUPPRESS"
  enabled        = !local.changed
  password       = "Correct-horse-1"
  attributes     = { email = "anna@example.com", email_verified = true, name = var.round }
}
resource "aws_cognito_user" "bert" {
  user_pool_id = aws_cognito_user_pool.people.id
  username     = "bert"
  attributes   = { email = "bert@example.com" }
}
resource "aws_cognito_user_in_group" "anna" {
  user_pool_id = aws_cognito_user_pool.people.id
  group_name   = aws_cognito_user_group.readers.name
  username     = aws_cognito_user.anna.username
}
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop-${var.round}"
}
resource "aws_api_gateway_authorizer" "people" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  name          = "people-${var.round}"
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.people.arn]
}
resource "aws_acm_certificate" "shop" {
  private_key      = file("${path.module}/key.pem")
  certificate_body = file("${path.module}/cert.pem")
  tags             = { team = var.round }
}
resource "aws_api_gateway_domain_name" "shop" {
  domain_name              = "shop.test"
  regional_certificate_arn = aws_acm_certificate.shop.arn
  endpoint_configuration { types = ["REGIONAL"] }
  tags = { team = var.round }
}
data "aws_acm_certificate" "shop" {
  domain     = "shop.test"
  types      = ["IMPORTED"]
  key_types  = ["EC_prime256v1"]
  depends_on = [aws_acm_certificate.shop]
}
data "aws_cognito_user_pool" "people" {
  user_pool_id = aws_cognito_user_pool.people.id
}
data "aws_cognito_user_pools" "same" {
  name       = "people"
  depends_on = [aws_cognito_user_pool.people]
}
data "aws_cognito_user_pool_client" "machine" {
  user_pool_id = aws_cognito_user_pool.people.id
  client_id    = aws_cognito_user_pool_client.machine.id
}
data "aws_cognito_user_pool_clients" "all" {
  user_pool_id = aws_cognito_user_pool.people.id
  depends_on   = [aws_cognito_user_pool_client.machine, aws_cognito_user_pool_client.web]
}
data "aws_cognito_user_group" "readers" {
  user_pool_id = aws_cognito_user_pool.people.id
  name         = aws_cognito_user_group.readers.name
}
data "aws_cognito_user_groups" "all" {
  user_pool_id = aws_cognito_user_pool.people.id
  depends_on   = [aws_cognito_user_group.readers]
}

output "found" {
  value = {
    certificate = data.aws_acm_certificate.shop.arn == aws_acm_certificate.shop.arn
    pool        = data.aws_cognito_user_pool.people.name == "people"
    pools       = data.aws_cognito_user_pools.same.ids == tolist([aws_cognito_user_pool.people.id])
    client      = nonsensitive(data.aws_cognito_user_pool_client.machine.client_secret == aws_cognito_user_pool_client.machine.client_secret)
    clients     = length(data.aws_cognito_user_pool_clients.all.client_ids) == 2
    group       = data.aws_cognito_user_group.readers.description == aws_cognito_user_group.readers.description
    groups      = [for group in data.aws_cognito_user_groups.all.groups : group.group_name] == ["readers"]
  }
}
