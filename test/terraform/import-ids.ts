import type { Resource } from './state.ts';

/** By type, the attributes that the provider's documentation joins to the id of an import. A resource's own id for all others. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_authorizer: ['rest_api_id', 'id'],
  aws_api_gateway_deployment: ['rest_api_id', 'id'],
  aws_api_gateway_domain_name_access_association: ['arn'],
  aws_api_gateway_gateway_response: ['rest_api_id', 'response_type'],
  aws_api_gateway_integration: ['rest_api_id', 'resource_id', 'http_method'],
  aws_api_gateway_integration_response: ['rest_api_id', 'resource_id', 'http_method', 'status_code'],
  aws_api_gateway_method: ['rest_api_id', 'resource_id', 'http_method'],
  aws_api_gateway_method_response: ['rest_api_id', 'resource_id', 'http_method', 'status_code'],
  aws_api_gateway_method_settings: ['rest_api_id', 'stage_name', 'method_path'],
  aws_api_gateway_model: ['rest_api_id', 'name'],
  aws_api_gateway_request_validator: ['rest_api_id', 'id'],
  aws_api_gateway_resource: ['rest_api_id', 'id'],
  aws_api_gateway_rest_api_put: ['rest_api_id'],
  aws_api_gateway_stage: ['rest_api_id', 'stage_name'],
  aws_api_gateway_usage_plan_key: ['usage_plan_id', 'id'],
  aws_apigatewayv2_api_mapping: ['id', 'domain_name'],
  aws_apigatewayv2_authorizer: ['api_id', 'id'],
  aws_apigatewayv2_deployment: ['api_id', 'id'],
  aws_apigatewayv2_integration: ['api_id', 'id'],
  aws_apigatewayv2_route: ['api_id', 'id'],
  aws_apigatewayv2_stage: ['api_id', 'name'],
  aws_cognito_user_group: ['user_pool_id', 'name'],
  aws_cognito_user_pool_client: ['user_pool_id', 'id'],
  aws_iam_group_policy_attachment: ['group', 'policy_arn'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
  aws_iam_user_group_membership: ['user', 'groups'],
  aws_iam_user_policy_attachment: ['user', 'policy_arn'],
  aws_lambda_alias: ['function_name', 'name'],
  aws_lambda_function_event_invoke_config: ['id'],
  aws_lambda_permission: ['function_name', 'statement_id'],
};

/** By type, the ids that are made otherwise. */
const FORMS: Readonly<Record<string, (values: Resource['values']) => string>> = {
  aws_cloudwatch_log_metric_filter: ({ log_group_name, name }) => `${log_group_name}:${name}`,
  aws_cloudwatch_log_stream: ({ log_group_name, name }) => `${log_group_name}:${name}`,
  aws_cloudwatch_log_subscription_filter: ({ log_group_name, name }) => `${log_group_name}|${name}`,
  aws_cloudwatch_query_definition: ({ query_definition_id }) =>
    `arn:aws:logs:us-east-1:000000000000:query-definition:${query_definition_id}`,
};

export function importId({ type, values }: Resource): string {
  if (type === 'aws_lambda_permission' && values.qualifier) {
    return `${values.function_name}:${values.qualifier}/${values.statement_id}`;
  }
  const form = FORMS[type];
  if (form) return form(values);
  if (type === 'aws_lambda_runtime_management_config') return `${values.function_name},${values.qualifier}`;
  return (PARTS[type] ?? ['id']).flatMap((name) => values[name]).join('/');
}
