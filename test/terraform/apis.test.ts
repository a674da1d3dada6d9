import { describeCycle } from './describe-cycle.ts';

// Apart from the functions', since IAM's data sources list all roles that there are.
describeCycle([
  { title: 'REST APIs', name: 'rest-apis', constant: ['aws_api_gateway_usage_plan_key'] },
  { title: 'HTTP APIs', name: 'http-apis' },
  {
    title: 'OpenAPI files',
    name: 'openapi',
    constant: ['aws_api_gateway_rest_api_put'],
    // Whatever changes of it makes it anew (provider documentation, `aws_api_gateway_rest_api_put`).
    replaced: ['aws_api_gateway_rest_api_put.put'],
    // No import can know the file that an API was filled from, so the next apply puts it again.
    completed: {
      'aws_api_gateway_rest_api.filled': 'update',
      'aws_api_gateway_rest_api_put.put': 'replace',
    },
  },
  {
    title: 'IAM',
    name: 'iam',
    constant: [
      'aws_iam_account_alias',
      'aws_iam_group_policy_attachment',
      'aws_iam_role_policy_attachment',
      'aws_iam_user_policy_attachment',
    ],
  },
  { title: 'alarms and dashboards', name: 'monitoring' },
]);
