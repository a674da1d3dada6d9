import { beforeEach, describe, expect, it } from 'vitest';
import { createApiWithMethod, type TestMethod } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api and
// test_apigateway_integrations; the name of the test in brackets).
let service: TestService;
let address: TestMethod;
beforeEach(async () => {
  service = await startService();
  address = await createApiWithMethod(service, {
    'method.request.path.petId': true,
    'method.request.querystring.page': false,
  });
});

const HTTP = { type: 'HTTP', integrationHttpMethod: 'POST', uri: 'http://example.com/pets' };
const put = (input: object) => service.api.putIntegration({ ...address, type: 'MOCK', ...input }, service.call());
const get = () => service.api.getIntegration(address, service.call());
const update = (...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateIntegration({ ...address, patchOperations }, service.call());
const mappingError = (error: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`;

describe('PutIntegration', () => {
  it('answers with the defaults of a MOCK (test_lifecycle_integration_response)', async () => {
    const requestTemplates = { 'application/json': '{"statusCode": 200}' };
    const mock = {
      type: 'MOCK',
      requestTemplates,
      cacheKeyParameters: [],
      cacheNamespace: address.resourceId,
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
    };
    expect(await put({ requestTemplates })).toEqual(mock);
    expect(await get()).toEqual(mock);
    expect((await service.api.getMethod(address, service.call())).methodIntegration).toEqual(mock);
  });

  it('connects HTTP to the internet (test_put_integration_responses)', async () => {
    expect(await put(HTTP)).toEqual({
      type: 'HTTP',
      httpMethod: 'POST',
      uri: 'http://example.com/pets',
      connectionType: 'INTERNET',
      cacheKeyParameters: [],
      cacheNamespace: address.resourceId,
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
    });
  });

  it('does not say how a function is reached (test_api_gateway_request_validator)', async () => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations';
    expect(await put({ type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri })).not.toHaveProperty('connectionType');
  });

  it('takes a VPC link from a stage variable (test_create_integration_with_vpc_link)', async () => {
    const link = {
      ...HTTP,
      type: 'HTTP_PROXY',
      connectionType: 'VPC_LINK',
      connectionId: `\${stageVariables.vpcLinkId}`,
    };
    expect(await put(link)).toMatchObject({ connectionType: 'VPC_LINK', connectionId: `\${stageVariables.vpcLinkId}` });
    await expect(put({ ...link, connectionId: 'abc123' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Vpc Link identifier specified'),
    );
    await expect(put({ ...link, connectionId: undefined })).rejects.toMatchObject(
      refusal('BadRequestException', 'Vpc Link id must be specified for connection type VPC_LINK'),
    );
  });

  it('replaces the integration that was there', async () => {
    await put(HTTP);
    await put({});
    expect(await get()).not.toHaveProperty('uri');
  });

  it('maps parameters from everything that the guide allows (features A6.8)', async () => {
    const requestParameters = {
      'integration.request.path.id': 'method.request.path.petId',
      'integration.request.querystring.page': 'method.request.multivaluequerystring.page',
      'integration.request.header.X-Static': "'text'",
      'integration.request.header.X-Context': 'context.requestId',
      'integration.request.header.X-Stage': 'stageVariables.name',
      'integration.request.header.X-Body': 'method.request.body.pets[0].name',
    };
    expect(await put({ ...HTTP, requestParameters })).toMatchObject({ requestParameters });
  });

  it.each([
    // github.com/awsdocs/amazon-api-gateway-developer-guide issue 24
    [
      'integration.request.path.id',
      'method.request.path.other',
      mappingError('Invalid mapping expression parameter specified: method.request.path.other'),
    ],
    // github.com/awsdocs/amazon-api-gateway-developer-guide issue 7
    ['integration.request.header.x', '"*"', mappingError('Invalid mapping expression specified: "*"')],
    [
      'integration.request.header.x',
      'integration.response.header.x',
      mappingError('Invalid mapping expression specified: integration.response.header.x'),
    ],
    [
      'integration.request.cookie.x',
      "'x'",
      mappingError('Invalid mapping expression parameter specified: integration.request.cookie.x'),
    ],
    [
      'integration.request.header.a b',
      "'x'",
      mappingError('Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$'),
    ],
  ])('refuses to fill %s from %s', async (key, expression, message) => {
    await expect(put({ ...HTTP, requestParameters: { [key]: expression } })).rejects.toMatchObject(
      refusal('BadRequestException', message),
    );
  });

  it('wants cache keys to be parameters (fact D167; text of github.com/DianaIonita/serverless-api-gateway-caching pull 65)', async () => {
    const requestParameters = { 'integration.request.path.id': 'method.request.path.petId' };
    const cacheKeyParameters = ['method.request.querystring.page', 'integration.request.path.id'];
    expect(await put({ ...HTTP, requestParameters, cacheKeyParameters })).toMatchObject({ cacheKeyParameters });
    await expect(put({ ...HTTP, cacheKeyParameters: ['method.request.header.x'] })).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid cache key parameter specified'),
    );
  });

  it.each([
    // fact D167; beyond 29 s only where an account has had that raised, to which the guide's table of quotas gives no end
    ['aws', 50, 29_000],
    ['relaxed', 50, 900_000],
    ['off', 50, 900_000],
  ] as const)('takes a timeout under the limits %s from %d to %d ms, put or patched', async (profile, min, max) => {
    service = await startService(profile);
    address = await createApiWithMethod(service);
    const patch = (ms: number) => update({ op: 'replace', path: '/timeoutInMillis', value: String(ms) });
    for (const timeoutInMillis of [min, max]) {
      expect(await put({ timeoutInMillis })).toMatchObject({ timeoutInMillis });
      expect(await patch(timeoutInMillis)).toMatchObject({ timeoutInMillis });
    }
    const refused = refusal('BadRequestException', `Timeout should be between ${min} ms and ${max} ms`);
    for (const timeoutInMillis of [min - 1, max + 1]) {
      await expect(put({ timeoutInMillis })).rejects.toMatchObject(refused);
      await expect(patch(timeoutInMillis)).rejects.toMatchObject(refused);
    }
    expect(await get()).toMatchObject({ timeoutInMillis: max });
  });

  it.each([
    // fact D164
    [{ type: 'HTTP', uri: 'http://example.com' }, 'Enumeration value for HttpMethod must be non-empty'],
    [{ type: 'AWS_PROXY', uri: 'x' }, 'Enumeration value for HttpMethod must be non-empty'],
    // The text of the same enumeration in PutMethod (fact D164).
    [
      { integrationHttpMethod: 'FETCH' },
      'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    ],
    // aws/aws-sdk-java, issue 860
    [{ credentials: 'NONE' }, 'Invalid ARN specified in the request'],
    [{ credentials: 'arn:aws:s3:::bucket' }, 'Invalid ARN specified in the request'],
    [{ type: 'HTTP', integrationHttpMethod: 'GET' }, 'Invalid HTTP endpoint specified for URI'],
    [
      { requestTemplates: { '123': 'x' } },
      'Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
    ],
    [{ passthroughBehavior: 'SOMETIMES' }, 'Invalid passthrough behavior specified'],
  ])('refuses %j', async (input, message) => {
    await expect(put(input)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  // API reference, Integration.credentials; guide page aws-api-gateway-stage-variables-reference.
  it.each([
    'arn:aws:iam::222222222222:role/r',
    'arn:aws:iam::*:user/*',
    'arn:aws-cn:iam::222222222222:role/path/r',
    `arn:aws:iam::222222222222:\${stageVariables.role}`,
  ])('takes the credentials %s', async (credentials) => {
    expect(await put({ credentials, integrationHttpMethod: 'post' })).toMatchObject({ credentials });
  });

  it('takes a template of 300 KB and no more (fact D47)', async () => {
    const of = (length: number) => ({ requestTemplates: { 'application/json': 'x'.repeat(length) } });
    await put(of(300 * 1024));
    await expect(put(of(300 * 1024 + 1))).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Validation Result: warnings : [], errors : [Template for application/json exceeds 307200 bytes]',
      ),
    );
  });

  it('names the types that there are (fact D164; test_put_integration_wrong_type)', async () => {
    await expect(put({ type: 'HTTPS_PROXY' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]",
      ),
    );
  });

  it('names all enumerations that are broken at once (fact D164: the frame; the values are the service model’s)', async () => {
    const wrong = { connectionType: 'LAN', contentHandling: 'KEEP', responseTransferMode: 'TRICKLE' };
    await expect(put({ ...HTTP, ...wrong })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "3 validation errors detected: Value 'LAN' at 'putIntegrationInput.connectionType' failed to satisfy constraint: Member must satisfy enum value set: [INTERNET, VPC_LINK]; Value 'KEEP' at 'putIntegrationInput.contentHandling' failed to satisfy constraint: Member must satisfy enum value set: [CONVERT_TO_BINARY, CONVERT_TO_TEXT]; Value 'TRICKLE' at 'putIntegrationInput.responseTransferMode' failed to satisfy constraint: Member must satisfy enum value set: [BUFFERED, STREAM]",
      ),
    );
  });

  it('streams answers of HTTP_PROXY, for up to 15 minutes under any limits (facts D69, D71)', async () => {
    service = await startService('aws');
    address = await createApiWithMethod(service);
    const proxy = { ...HTTP, type: 'HTTP_PROXY' } as const;
    const put15 = { ...proxy, responseTransferMode: 'STREAM', timeoutInMillis: 900_000 } as const;
    expect(await put(put15)).toMatchObject({ responseTransferMode: 'STREAM', timeoutInMillis: 900_000 });
    await expect(put({ ...put15, timeoutInMillis: 900_001 })).rejects.toMatchObject(
      refusal('BadRequestException', 'Timeout should be between 50 ms and 900000 ms'),
    );
    // Guide page response-streaming-http: a change of the mode removes the timeout.
    const mode = (value: string) => update({ op: 'replace', path: '/responseTransferMode', value });
    expect(await mode('BUFFERED')).toMatchObject({ responseTransferMode: 'BUFFERED', timeoutInMillis: 29_000 });
    expect(await mode('STREAM')).toMatchObject({ responseTransferMode: 'STREAM', timeoutInMillis: 300_000 });
    const timeout = { op: 'replace', path: '/timeoutInMillis', value: '600000' } as const;
    expect(await update(timeout)).toMatchObject({ timeoutInMillis: 600_000 });
    await expect(mode('TRICKLE')).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid ResponseTransferMode specified. Valid options are BUFFERED,STREAM'),
    );
  });

  it('streams functions behind a proxy integration, and nothing else (fact D69)', async () => {
    const responseTransferMode = 'STREAM';
    await expect(put({ ...HTTP, responseTransferMode })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'The responseTransferMode STREAM is only supported for HTTP_PROXY and AWS_PROXY integrations',
      ),
    );
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:000000000000:function:f/response-streaming-invocations';
    const functions = { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri, responseTransferMode } as const;
    expect(await put(functions)).toMatchObject({ type: 'AWS_PROXY', responseTransferMode });
    expect(await put({ ...HTTP, responseTransferMode: 'BUFFERED' })).toMatchObject({ type: 'HTTP' });
  });

  // Features A5.7.
  it('keeps a target behind a VPC link', async () => {
    const integrationTarget =
      'arn:aws:elasticloadbalancing:us-east-1:111111111111:listener/net/lb/0123456789abcdef/0123456789abcdef';
    const link = { ...HTTP, connectionType: 'VPC_LINK', connectionId: `\${stageVariables.link}` } as const;
    expect(await put({ ...link, integrationTarget })).toMatchObject({ integrationTarget });
    await expect(put({ ...HTTP, integrationTarget })).rejects.toMatchObject(
      refusal('BadRequestException', 'An integration target can only be specified for connection type VPC_LINK'),
    );
    await expect(put({ ...link, integrationTarget: 'arn:aws:s3:::x' })).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid ARN specified in the request'),
    );
  });

  it('does not know a method or resource that is not there (test_put_integration_response_validation)', async () => {
    await expect(put({ httpMethod: 'POST' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Method identifier specified'),
    );
    await expect(put({ resourceId: 'badresource' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Resource identifier specified'),
    );
  });
});

describe('GetIntegration and DeleteIntegration', () => {
  it('tell what is missing (test_get_integration_non_existent)', async () => {
    const without = refusal('NotFoundException', 'Invalid Integration identifier specified');
    await expect(get()).rejects.toMatchObject(without);
    await expect(service.api.deleteIntegration(address, service.call())).rejects.toMatchObject(without);
    await expect(service.api.getIntegration({ ...address, httpMethod: 'POST' }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Method identifier specified'),
    );
  });

  it('leave the method behind', async () => {
    await put({});
    await service.api.deleteIntegration(address, service.call());
    expect(await service.api.getMethod(address, service.call())).not.toHaveProperty('methodIntegration');
  });
});

describe('UpdateIntegration', () => {
  beforeEach(() => put({ ...HTTP, requestTemplates: { 'application/json': 'a' } }));

  // Paths and operations: API reference, "Patch Operations", UpdateIntegration.
  it('patches every member that it may', async () => {
    const changed = await update(
      { op: 'replace', path: '/uri', value: 'https://example.com/other' },
      { op: 'replace', path: '/httpMethod', value: 'GET' },
      { op: 'replace', path: '/timeoutInMillis', value: '1000' },
      { op: 'replace', path: '/passthroughBehavior', value: 'NEVER' },
      { op: 'replace', path: '/contentHandling', value: 'CONVERT_TO_TEXT' },
      { op: 'replace', path: '/cacheNamespace', value: 'shared' },
      { op: 'replace', path: '/tlsConfig/insecureSkipVerification', value: 'true' },
      { op: 'add', path: '/requestParameters/integration.request.path.id', value: 'method.request.path.petId' },
      { op: 'add', path: '/cacheKeyParameters/method.request.querystring.page' },
      { op: 'replace', path: '/requestTemplates/application~1json', value: 'b' },
      { op: 'add', path: '/requestTemplates/text~1plain', value: '' },
    );
    expect(changed).toEqual({
      type: 'HTTP',
      uri: 'https://example.com/other',
      httpMethod: 'GET',
      connectionType: 'INTERNET',
      timeoutInMillis: 1000,
      passthroughBehavior: 'NEVER',
      contentHandling: 'CONVERT_TO_TEXT',
      cacheNamespace: 'shared',
      tlsConfig: { insecureSkipVerification: true },
      requestParameters: { 'integration.request.path.id': 'method.request.path.petId' },
      cacheKeyParameters: ['method.request.querystring.page'],
      requestTemplates: { 'application/json': 'b', 'text/plain': '' },
    });
    expect(await get()).toEqual(changed);
  });

  it('falls back to the defaults for what it empties', async () => {
    const parameter = '/cacheKeyParameters/method.request.querystring.page';
    await update({ op: 'add', path: parameter }, { op: 'replace', path: '/cacheNamespace', value: 'shared' });
    const emptied = await update(
      { op: 'remove', path: parameter },
      { op: 'replace', path: '/cacheNamespace', value: '' },
    );
    expect(emptied).toMatchObject({ cacheKeyParameters: [], cacheNamespace: address.resourceId });
  });

  it.each([
    ['/requestParameters/integration.request.header.x', 'Invalid parameter name specified'],
    ['/requestTemplates/text~1plain', 'Content-Type specified was not found'],
  ])('does not remove what is not there: %s', async (path, message) => {
    await expect(update({ op: 'remove', path })).rejects.toMatchObject(refusal('NotFoundException', message));
  });

  it.each([
    ['/connectionType', 'LAN', 'Invalid ConnectionType specified. Valid options are INTERNET,VPC_LINK'],
    [
      '/contentHandling',
      'KEEP',
      'Invalid ContentHandling specified. Valid options are CONVERT_TO_BINARY,CONVERT_TO_TEXT',
    ],
    ['/passthroughBehavior', 'SOMETIMES', 'Invalid passthrough behavior specified'],
    ['/type', 'MOCK', 'Invalid patch path /type'],
  ])('refuses %s = %s', async (path, value, message) => {
    await expect(update({ op: 'replace', path, value })).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('checks the whole integration again', async () => {
    await expect(update({ op: 'replace', path: '/uri', value: 'nowhere' })).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid HTTP endpoint specified for URI'),
    );
    await expect(
      update({ op: 'add', path: '/requestParameters/integration.request.path.x', value: 'x' }),
    ).rejects.toMatchObject(refusal('BadRequestException', mappingError('Invalid mapping expression specified: x')));
    expect(await get()).toMatchObject({ uri: HTTP.uri });
  });
});
