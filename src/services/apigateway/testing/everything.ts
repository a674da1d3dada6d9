import { mockOperation, openapi } from './imports.ts';

export const FUNCTION_URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations';

const scheme = (authtype: string, authorizer: object, more: object = {}) => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': authtype,
  'x-amazon-apigateway-authorizer': authorizer,
  ...more,
});

/** A document with everything that an import understands. */
export const EVERYTHING = openapi(
  {
    '/': { 'x-amazon-apigateway-any-method': mockOperation({ 'x-amazon-apigateway-request-validator': 'params' }) },
    '/leaf': {},
    '/{proxy+}': {
      get: mockOperation({
        parameters: [{ name: 'X-Header', in: 'header', required: true, schema: { type: 'string' } }],
        security: [{ token: [] }, { api_key: [] }],
        'x-amazon-apigateway-integration': {
          type: 'aws',
          httpMethod: 'POST',
          uri: FUNCTION_URI.replace('lambda:path/2015-03-31', 'sqs:path/111111111111'),
          credentials: 'arn:aws:iam::111111111111:role/x',
          contentHandling: 'CONVERT_TO_TEXT',
          timeoutInMillis: 1000,
          cacheNamespace: 'names',
          cacheKeyParameters: ['method.request.path.proxy'],
          passthroughBehavior: 'never',
          requestParameters: { 'integration.request.header.X': 'method.request.header.X-Header' },
          requestTemplates: { 'application/json': '#set($x = 1)', 'application/xml': '<x/>' },
          responses: {
            default: { statusCode: '200' },
            '5\\d{2}': { statusCode: '502', contentHandling: 'CONVERT_TO_BINARY' },
          },
        },
      }),
      post: mockOperation({ security: [{ request: [] }], operationId: 'post it' }),
      put: mockOperation({ security: [{ pools: ['a', 'b'] }] }),
      delete: mockOperation({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } }),
      patch: mockOperation({
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } } },
        responses: { 201: { description: 'x', headers: { A: { schema: { type: 'string' } } } } },
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'ANY',
          uri: 'https://example.com/{proxy}',
          requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
          tlsConfig: { insecureSkipVerification: true },
        },
      }),
    },
  },
  {
    components: {
      schemas: {
        Tree: {
          type: 'object',
          properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
        },
        Unused: { type: 'object', description: 'Nothing refers to it.' },
      },
      securitySchemes: {
        api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
        token: scheme('oauth2', {
          type: 'token',
          authorizerUri: FUNCTION_URI,
          identityValidationExpression: '^x-[a-z]+',
        }),
        request: scheme(
          'custom',
          {
            type: 'request',
            authorizerUri: FUNCTION_URI,
            identitySource: 'method.request.header.A, stageVariables.b',
            authorizerResultTtlInSeconds: 0,
          },
          { name: 'Unused' },
        ),
        pools: scheme('cognito_user_pools', {
          type: 'cognito_user_pools',
          providerARNs: ['arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_A'],
        }),
      },
    },
    'x-amazon-apigateway-policy': {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }],
    },
    'x-amazon-apigateway-binary-media-types': ['image/png'],
    'x-amazon-apigateway-minimum-compression-size': 0,
    'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
    'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
    'x-amazon-apigateway-request-validators': {
      params: { validateRequestBody: false, validateRequestParameters: true },
    },
    'x-amazon-apigateway-gateway-responses': {
      DEFAULT_4XX: { responseParameters: { 'gatewayresponse.header.X': "'y'" } },
      UNAUTHORIZED: { statusCode: '402', responseTemplates: { 'application/json': '{}' } },
    },
  },
);
