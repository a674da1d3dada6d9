import { beforeEach, describe, expect, it } from 'vitest';
import { importApi, mockOperation, openapi, resourcesByPath } from '../testing/imports.ts';
import { startService, type TestService } from '../testing/service.ts';

// "Recorded" means: what AWS answered in July 2025, in the snapshots of LocalStack's test_apigateway_import.

const FUNCTION =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

async function method(restApiId: string, path: string, verb: string) {
  return (await resourcesByPath(service, restApiId))[path]?.resourceMethods?.[verb];
}

const authorizer = (more: object) => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'oauth2',
  'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: FUNCTION, ...more },
});

const petStore = {
  swagger: '2.0',
  info: { title: 'PetStore', description: 'A store.', version: '1.0' },
  schemes: ['https'],
  paths: {
    '/pets': {
      get: {
        produces: ['application/json'],
        parameters: [
          { name: 'type', in: 'query', required: false, type: 'string' },
          { name: 'page', in: 'query', required: false, type: 'string' },
        ],
        responses: {
          200: {
            description: '200 response',
            schema: { $ref: '#/definitions/Pets' },
            headers: { 'Access-Control-Allow-Origin': { type: 'string' } },
          },
        },
        security: [{ 'test-authorizer': [] }],
        'x-amazon-apigateway-integration': {
          type: 'http',
          httpMethod: 'GET',
          uri: 'http://petstore.example.com/petstore/pets',
          responses: {
            default: {
              statusCode: '200',
              responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
            },
            '4\\d{2}': { statusCode: 400, responseTemplates: { 'application/json': '{}' } },
          },
          requestParameters: { 'integration.request.querystring.page': 'method.request.querystring.page' },
          passthroughBehavior: 'when_no_match',
        },
      },
      post: {
        operationId: 'CreatePet',
        consumes: ['application/json'],
        parameters: [{ in: 'body', name: 'NewPet', required: true, schema: { $ref: '#/definitions/NewPet' } }],
        responses: { 200: { description: '200 response' } },
      },
    },
  },
  definitions: {
    Pets: { type: 'array', items: { $ref: '#/definitions/Pet' } },
    Pet: { type: 'object', properties: { id: { type: 'integer' } }, description: 'A pet.' },
    NewPet: { type: 'object', properties: { type: { type: 'string', example: 'dog' } } },
  },
  securityDefinitions: { 'test-authorizer': authorizer({ authorizerResultTtlInSeconds: '60' }) },
};

describe('ImportRestApi', () => {
  it('answers with the API (recorded)', async () => {
    const { answer } = await importApi(service, petStore, { failOnWarnings: true });
    expect(answer).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/),
      name: 'PetStore',
      description: 'A store.',
      version: '1.0',
      createdDate: expect.any(Date),
      apiKeySource: 'HEADER',
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      disableExecuteApiEndpoint: false,
      rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/),
    });
  });

  it('makes methods, responses and integrations (recorded)', async () => {
    const { restApiId } = await importApi(service, petStore);
    const { items: [test] = [] } = await service.api.getAuthorizers({ restApiId }, service.call());
    const resources = await resourcesByPath(service, restApiId);
    expect(resources['/pets']?.resourceMethods?.GET).toEqual({
      httpMethod: 'GET',
      apiKeyRequired: false,
      authorizationType: 'CUSTOM',
      authorizerId: test?.id,
      requestParameters: { 'method.request.querystring.type': false, 'method.request.querystring.page': false },
      methodResponses: {
        200: {
          statusCode: '200',
          responseModels: { 'application/json': 'Pets' },
          responseParameters: { 'method.response.header.Access-Control-Allow-Origin': false },
        },
      },
      methodIntegration: {
        type: 'HTTP',
        httpMethod: 'GET',
        uri: 'http://petstore.example.com/petstore/pets',
        connectionType: 'INTERNET',
        passthroughBehavior: 'WHEN_NO_MATCH',
        timeoutInMillis: 29000,
        cacheNamespace: resources['/pets']?.id,
        cacheKeyParameters: [],
        requestParameters: { 'integration.request.querystring.page': 'method.request.querystring.page' },
        integrationResponses: {
          200: {
            statusCode: '200',
            responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
          },
          // A status code that is a number, as recorded in test_import_with_integer_http_status_code.
          400: {
            statusCode: '400',
            selectionPattern: '4\\d{2}',
            responseTemplates: { 'application/json': '{}' },
          },
        },
      },
    });
    expect(resources['/pets']?.resourceMethods?.POST).toMatchObject({
      operationName: 'CreatePet',
      requestModels: { 'application/json': 'NewPet' },
    });
  });

  it('makes the file’s models and no others, which refer to each other by URL (recorded)', async () => {
    const { restApiId } = await importApi(service, petStore);
    const { items = [] } = await service.api.getModels({ restApiId }, service.call());
    const models = Object.fromEntries(items.map(({ name, id: _, ...rest }) => [name, rest]));
    expect(models).toEqual({
      Pets: {
        contentType: 'application/json',
        schema: `{\n  "type" : "array",\n  "items" : {\n    "$ref" : "https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet"\n  }\n}`,
      },
      Pet: { contentType: 'application/json', description: 'A pet.', schema: expect.stringContaining('A pet.') },
      NewPet: { contentType: 'application/json', schema: expect.not.stringContaining('example') },
    });
    const { restApiId: without } = await importApi(service, openapi({ '/x': { get: mockOperation() } }));
    expect((await service.api.getModels({ restApiId: without }, service.call())).items).toEqual([]);
  });

  it('makes authorizers, used or not; the scheme names the header (recorded; fact D162)', async () => {
    const { restApiId } = await importApi(service, petStore);
    expect((await service.api.getAuthorizers({ restApiId }, service.call())).items).toEqual([
      {
        id: expect.any(String),
        name: 'test-authorizer',
        type: 'TOKEN',
        authType: 'oauth2',
        authorizerUri: FUNCTION,
        identitySource: 'method.request.header.Authorization',
        authorizerResultTtlInSeconds: 60,
      },
    ]);
  });

  it('takes models that refer to each other in a circle, and validators (recorded)', async () => {
    const document = openapi(
      {
        '/person': {
          post: mockOperation({
            requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Person' } } } },
          }),
        },
      },
      {
        components: {
          schemas: {
            House: {
              type: 'object',
              properties: { contains: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Person' } } },
            },
            Person: { type: 'object', properties: { house: { $ref: '#/components/schemas/House' } } },
          },
        },
        'x-amazon-apigateway-request-validators': {
          basic: { validateRequestBody: true, validateRequestParameters: true },
        },
        'x-amazon-apigateway-request-validator': 'basic',
      },
    );
    const { restApiId } = await importApi(service, document, { failOnWarnings: true });
    const { items: [basic] = [] } = await service.api.getRequestValidators({ restApiId }, service.call());
    expect(basic).toMatchObject({ name: 'basic', validateRequestBody: true, validateRequestParameters: true });
    expect(await method(restApiId, '/person', 'POST')).toMatchObject({
      requestModels: { 'application/json': 'Person' },
      requestValidatorId: basic?.id,
    });
  });

  it('declares the variables of a path, and makes resources on the way without methods (recorded)', async () => {
    const { restApiId } = await importApi(
      service,
      openapi({ '/echo/{data}': { 'x-amazon-apigateway-any-method': mockOperation() } }),
    );
    const resources = await resourcesByPath(service, restApiId);
    expect(Object.keys(resources).sort()).toEqual(['/', '/echo', '/echo/{data}']);
    expect(resources['/echo']).not.toHaveProperty('resourceMethods');
    expect(resources['/echo/{data}']?.resourceMethods?.ANY).toMatchObject({
      requestParameters: { 'method.request.path.data': true },
    });
  });

  it('applies the file’s own security to operations without one (recorded, against fact D161)', async () => {
    const scheme = {
      GatewayAuthorizer: {
        ...authorizer({ type: 'request', identitySource: 'method.request.header.Custom-Authorization' }),
        name: 'X-Api-Key',
      },
    };
    const { restApiId, answer } = await importApi(
      service,
      openapi(
        { '/pets': { get: mockOperation(), options: mockOperation({ security: [] }) } },
        {
          security: [{ GatewayAuthorizer: [] }],
          components: { securitySchemes: scheme },
          'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
        },
      ),
    );
    expect(answer).toMatchObject({ apiKeySource: 'AUTHORIZER' });
    expect(await method(restApiId, '/pets', 'GET')).toMatchObject({
      authorizationType: 'CUSTOM',
      apiKeyRequired: false,
    });
    expect(await method(restApiId, '/pets', 'OPTIONS')).toMatchObject({ authorizationType: 'NONE' });
  });

  it('reads user pools and the scopes that operations want (recorded)', async () => {
    const pool = 'arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_ABC123';
    const scheme = {
      type: 'apiKey',
      name: 'TestHeaderAuth',
      in: 'header',
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [pool] },
    };
    const { restApiId } = await importApi(
      service,
      openapi(
        { '/pets': { get: mockOperation({ security: [{ pools: ['email', 'openid'] }] }) } },
        { components: { securitySchemes: { pools: scheme } } },
      ),
    );
    const { items: [pools] = [] } = await service.api.getAuthorizers({ restApiId }, service.call());
    expect(pools).toMatchObject({
      type: 'COGNITO_USER_POOLS',
      providerARNs: [pool],
      identitySource: 'method.request.header.TestHeaderAuth',
    });
    expect(await method(restApiId, '/pets', 'GET')).toMatchObject({
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: pools?.id,
      authorizationScopes: ['email', 'openid'],
    });
  });

  it('reads API keys and IAM from schemes and extensions (fact D161; guide pages ...-auth and ...-authtype)', async () => {
    const securitySchemes = {
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    };
    const { restApiId } = await importApi(
      service,
      openapi(
        {
          '/both': { get: mockOperation({ security: [{ key: [] }, { sigv4: [] }] }) },
          '/iam': { get: mockOperation({ 'x-amazon-apigateway-auth': { type: 'aws_iam' } }) },
        },
        { components: { securitySchemes } },
      ),
    );
    expect(await method(restApiId, '/both', 'GET')).toMatchObject({
      authorizationType: 'AWS_IAM',
      apiKeyRequired: true,
    });
    expect(await method(restApiId, '/iam', 'GET')).toMatchObject({
      authorizationType: 'AWS_IAM',
      apiKeyRequired: false,
    });
  });

  it('reads what the file sets on the API, and gateway responses (features A7.3)', async () => {
    const statement = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: ['execute-api:/*'] };
    const { restApiId, answer } = await importApi(
      service,
      openapi(
        { '/x': { get: mockOperation() } },
        {
          'x-amazon-apigateway-policy': { Version: '2012-10-17', Statement: [statement] },
          'x-amazon-apigateway-binary-media-types': ['application/octet', 'image/jpeg'],
          'x-amazon-apigateway-minimum-compression-size': 5242880,
          'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
          'x-amazon-apigateway-gateway-responses': {
            INVALID_API_KEY: { statusCode: '429', responseTemplates: { 'application/json': '{"message": test }' } },
          },
        },
      ),
    );
    expect(answer).toMatchObject({
      binaryMediaTypes: ['application/octet', 'image/jpeg'],
      minimumCompressionSize: 5242880,
      disableExecuteApiEndpoint: true,
      policy: expect.stringContaining(`arn:aws:execute-api:us-east-1:111111111111:${restApiId}\\/*`),
    });
    const response = { restApiId, responseType: 'INVALID_API_KEY' } as const;
    expect(await service.api.getGatewayResponse(response, service.call())).toMatchObject({ statusCode: '429' });
  });

  it.each([
    [{ endpointConfigurationTypes: 'REGIONAL' }, { types: ['REGIONAL'], ipAddressType: 'ipv4' }],
    [
      { endpointConfigurationTypes: 'PRIVATE', vpcEndpointIds: 'vpce-1,vpce-2' },
      { types: ['PRIVATE'], ipAddressType: 'dualstack', vpcEndpointIds: ['vpce-1', 'vpce-2'] },
    ],
  ])('takes the endpoint from parameters %j (guide page import-export-api-endpoints)', async (parameters, endpoint) => {
    const { answer } = await importApi(service, petStore, { parameters });
    expect(answer).toMatchObject({ endpointConfiguration: endpoint });
  });

  it('fills in AWS’s variables (guide page import-api-aws-variables)', async () => {
    const uri = `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:f/invocations`;
    const integration = { uri, httpMethod: 'POST', type: 'aws_proxy' };
    const { restApiId } = await importApi(
      service,
      openapi({ '/': { get: mockOperation({ 'x-amazon-apigateway-integration': integration }) } }),
    );
    expect(await method(restApiId, '/', 'GET')).toMatchObject({
      methodIntegration: {
        type: 'AWS_PROXY',
        uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations',
      },
    });
  });

  // Guide page api-gateway-import-api-basePath; recorded for both versions.
  it.each([
    ['ignore', ['/', '/test']],
    ['prepend', ['/', '/base', '/base/part', '/base/part/test']],
    ['split', ['/', '/part', '/part/test']],
  ])('treats the base path by the mode %s (fact D160)', async (basepath, paths) => {
    const variable = { url: 'https://example.com/{basePath}', variables: { basePath: { default: '/base/part' } } };
    const operations = { '/test': { get: mockOperation() } };
    for (const document of [
      { ...petStore, basePath: '/base/part', paths: { '/test': { get: { responses: {} } } } },
      openapi(operations, { servers: [variable] }),
      openapi(operations, { servers: [{ url: 'https://example.com/base/part/' }] }),
    ]) {
      const { restApiId } = await importApi(service, document, { parameters: { basepath } });
      expect(Object.keys(await resourcesByPath(service, restApiId)).sort()).toEqual(paths);
    }
  });

  it('makes the responses that integrations map headers of (guide page api-gateway-request-validation-sample-api-swagger)', async () => {
    const header = 'method.response.header.test-method-response-header';
    const responses = { default: { statusCode: '400', responseParameters: { [header]: "'static value'" } } };
    const integration = { type: 'http', httpMethod: 'GET', uri: 'http://example.com', responses };
    const document = openapi({ '/x': { get: mockOperation({ 'x-amazon-apigateway-integration': integration }) } });
    const { restApiId } = await importApi(service, document);
    expect(await method(restApiId, '/x', 'GET')).toMatchObject({
      methodResponses: {
        200: { statusCode: '200' },
        400: { statusCode: '400', responseParameters: { [header]: false } },
      },
    });
  });

  it('reads YAML; a version that looks like a number keeps its digits', async () => {
    const yaml =
      'openapi: 3.0.1\ninfo:\n  title: yaml\n  version: 1.0\npaths:\n  /x:\n    get: &op\n      responses:\n        200: {description: ok}\n    put:\n      <<: *op\n      operationId: put\n';
    const { answer, restApiId } = await importApi(service, yaml);
    expect(answer).toMatchObject({ name: 'yaml', version: '1.0' });
    expect(await method(restApiId, '/x', 'PUT')).toMatchObject({
      operationName: 'put',
      methodResponses: { 200: { statusCode: '200' } },
    });
  });
});
