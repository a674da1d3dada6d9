# Users, groups, roles and policies, and a role by whose rights an API calls. The second round changes whatever can be changed in place.

locals {
  changed = var.round != "one"
}

data "aws_caller_identity" "me" {
}

data "aws_iam_policy_document" "invoke" {
  statement {
    actions   = local.changed ? ["execute-api:Invoke", "execute-api:InvalidateCache"] : ["execute-api:Invoke"]
    resources = ["arn:aws:execute-api:*:*:*"]
    condition {
      test     = "IpAddress"
      variable = "aws:SourceIp"
      values   = ["127.0.0.0/8"]
    }
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = local.changed ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "invoke" {
  name        = "invoke"
  path        = "/apis/"
  description = "Calls every API"
  policy      = data.aws_iam_policy_document.invoke.json
  tags        = { text = var.round }
}

# The provider tags a user by the new name before it renames the user, so one of both is left alone.
resource "aws_iam_user" "caller" {
  name                 = "caller"
  path                 = "/apis/${var.round}/"
  permissions_boundary = local.changed ? aws_iam_policy.invoke.arn : null
  tags                 = { text = var.round }
}

resource "aws_iam_user_policy" "caller" {
  name   = "own"
  user   = aws_iam_user.caller.name
  policy = data.aws_iam_policy_document.invoke.json
}

resource "aws_iam_user_policy_attachment" "caller" {
  user       = aws_iam_user.caller.name
  policy_arn = aws_iam_policy.invoke.arn
}

resource "aws_iam_access_key" "caller" {
  user   = aws_iam_user.caller.name
  status = local.changed ? "Inactive" : "Active"
}

resource "aws_iam_group" "callers" {
  name = "callers"
  path = "/apis/${var.round}/"
}

resource "aws_iam_group_policy" "callers" {
  name   = "own"
  group  = aws_iam_group.callers.name
  policy = data.aws_iam_policy_document.invoke.json
}

resource "aws_iam_group_policy_attachment" "callers" {
  group      = aws_iam_group.callers.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonAPIGatewayInvokeFullAccess"
}

resource "aws_iam_group" "others" {
  name = "others"
}

resource "aws_iam_user_group_membership" "caller" {
  user   = aws_iam_user.caller.name
  groups = local.changed ? [aws_iam_group.callers.name, aws_iam_group.others.name] : [aws_iam_group.callers.name]
}

resource "aws_iam_role" "gateway" {
  name                 = "gateway"
  path                 = "/apis/"
  description          = var.round
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = local.changed ? 7200 : 3600
  permissions_boundary = local.changed ? aws_iam_policy.invoke.arn : null
  tags                 = { text = var.round }
}

resource "aws_iam_role_policy" "gateway" {
  name   = "own"
  role   = aws_iam_role.gateway.id
  policy = data.aws_iam_policy_document.invoke.json
}

resource "aws_iam_role_policy_attachment" "gateway" {
  role       = aws_iam_role.gateway.name
  policy_arn = aws_iam_policy.invoke.arn
}

resource "aws_iam_openid_connect_provider" "issuer" {
  url             = "https://tokens.example.com"
  client_id_list  = local.changed ? ["one", "two"] : ["one"]
  thumbprint_list = [local.changed ? "0123456789012345678901234567890123456789" : "9876543210987654321098765432109876543210"]
  tags            = { text = var.round }
}

resource "aws_iam_account_alias" "this" {
  account_alias = "terraform"
}

resource "aws_api_gateway_rest_api" "this" {
  name = "iam-${var.round}"
}

resource "aws_api_gateway_method" "this" {
  rest_api_id          = aws_api_gateway_rest_api.this.id
  resource_id          = aws_api_gateway_rest_api.this.root_resource_id
  http_method          = "GET"
  authorization        = "AWS_IAM"
  authorization_scopes = []
  operation_name       = var.round
}

resource "aws_api_gateway_integration" "this" {
  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = aws_api_gateway_rest_api.this.root_resource_id
  http_method             = aws_api_gateway_method.this.http_method
  type                    = "AWS"
  integration_http_method = "POST"
  uri                     = "arn:aws:apigateway:us-east-1:sqs:path/000000000000/${var.round}"
  credentials             = aws_iam_role.gateway.arn
}

data "aws_iam_policy" "invoke" {
  arn = aws_iam_policy.invoke.arn
}

data "aws_iam_user" "caller" {
  user_name = aws_iam_user.caller.name
}

data "aws_iam_users" "all" {
  path_prefix = "/apis/"
  depends_on  = [aws_iam_user.caller]
}

data "aws_iam_access_keys" "caller" {
  user       = aws_iam_user.caller.name
  depends_on = [aws_iam_access_key.caller]
}

data "aws_iam_group" "callers" {
  group_name = aws_iam_user_group_membership.caller.groups == null ? "" : aws_iam_group.callers.name
}

data "aws_iam_role" "gateway" {
  name = aws_iam_role.gateway.name
}

data "aws_iam_roles" "all" {
  name_regex = "^gateway$"
  depends_on = [aws_iam_role.gateway]
}

data "aws_iam_openid_connect_provider" "issuer" {
  arn = aws_iam_openid_connect_provider.issuer.arn
}

data "aws_iam_account_alias" "this" {
  depends_on = [aws_iam_account_alias.this]
}

output "found" {
  value = {
    identity    = data.aws_caller_identity.me.account_id == "000000000000"
    policy      = jsondecode(data.aws_iam_policy.invoke.policy) == jsondecode(data.aws_iam_policy_document.invoke.json)
    user        = data.aws_iam_user.caller.arn == aws_iam_user.caller.arn
    users       = data.aws_iam_users.all.names == toset([aws_iam_user.caller.name])
    access_keys = [for key in data.aws_iam_access_keys.caller.access_keys : key.status] == [aws_iam_access_key.caller.status]
    group       = [for user in data.aws_iam_group.callers.users : user.user_name] == [aws_iam_user.caller.name]
    role        = data.aws_iam_role.gateway.max_session_duration == aws_iam_role.gateway.max_session_duration
    roles       = data.aws_iam_roles.all.names == toset(["gateway"])
    provider    = toset(data.aws_iam_openid_connect_provider.issuer.client_id_list) == toset(aws_iam_openid_connect_provider.issuer.client_id_list)
    alias       = data.aws_iam_account_alias.this.account_alias == "terraform"
  }
}
