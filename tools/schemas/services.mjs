/**
 * The AWS services whose schemas are built in. The SDK's JavaScript client speaks one protocol of each; `protocols` lists
 * all that a service's clients use (botocore's `service-2.json`, metadata `protocols` and `jsonVersion`), best one first.
 */
export const SERVICES = [
  { name: 'apigateway', client: '@aws-sdk/client-api-gateway', protocols: ['rest-json'] },
  { name: 'apigatewayv2', client: '@aws-sdk/client-apigatewayv2', protocols: ['rest-json'] },
  { name: 'lambda', client: '@aws-sdk/client-lambda', protocols: ['rest-json'] },
  { name: 'iam', client: '@aws-sdk/client-iam', protocols: ['aws-query'] },
  { name: 'sts', client: '@aws-sdk/client-sts', protocols: ['aws-query'] },
  {
    name: 'cloudwatch',
    client: '@aws-sdk/client-cloudwatch',
    protocols: ['rpc-v2-cbor', 'aws-json-1.0', 'aws-query'],
  },
  { name: 'logs', client: '@aws-sdk/client-cloudwatch-logs', protocols: ['aws-json-1.1'] },
  { name: 'cognito-idp', client: '@aws-sdk/client-cognito-identity-provider', protocols: ['aws-json-1.1'] },
  { name: 'acm', client: '@aws-sdk/client-acm', protocols: ['aws-json-1.1'] },
];
