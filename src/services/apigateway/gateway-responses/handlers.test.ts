import { beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../testing/apis.ts';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api, class
// TestApiGatewayGatewayResponse; the name of the test in brackets).
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createApi(service));
});

type Put = Omit<Parameters<TestService['api']['putGatewayResponse']>[0], 'restApiId'>;
const put = (input: Put) => service.api.putGatewayResponse({ restApiId, ...input }, service.call());
const get = (responseType: string) => service.api.getGatewayResponse({ restApiId, responseType }, service.call());
const update = (responseType: string, ...patchOperations: { op: string; path?: string; value?: string }[]) =>
  service.api.updateGatewayResponse({ restApiId, responseType, patchOperations }, service.call());

const TEMPLATES = { 'application/json': '{"message":$context.error.messageString}' };
const untouched = (responseType: string, statusCode?: string) => ({
  responseType,
  ...(statusCode && { statusCode }),
  responseParameters: {},
  responseTemplates: TEMPLATES,
  defaultResponse: true,
});
const PARAMETERS = {
  'gatewayresponse.header.Access-Control-Allow-Origin': "'a.b.c'",
  'gatewayresponse.header.x-request-header': 'method.request.header.Accept',
  'gatewayresponse.header.x-request-path': 'method.request.path.petId',
  'gatewayresponse.header.x-request-query': 'method.request.querystring.q',
};

describe('PutGatewayResponse and GetGatewayResponse', () => {
  it('show what a type is by itself, what an API makes of it, and the former again (test_gateway_response_crud)', async () => {
    const responseType = 'MISSING_AUTHENTICATION_TOKEN';
    expect(await get(responseType)).toEqual(untouched(responseType, '403'));
    const defined = { responseType, statusCode: '404', responseParameters: PARAMETERS, responseTemplates: TEMPLATES };
    expect(await put(defined)).toEqual({ ...defined, defaultResponse: false });
    expect(await get(responseType)).toEqual({ ...defined, defaultResponse: false });
    expect(await service.api.deleteGatewayResponse({ restApiId, responseType }, service.call())).toEqual({});
    expect(await get(responseType)).toEqual(untouched(responseType, '403'));
  });

  it.each([
    [{ statusCode: '404' }, { statusCode: '404', responseParameters: {}, responseTemplates: TEMPLATES }],
    [
      { responseParameters: { 'gatewayresponse.header.a': "'b'" } },
      {
        statusCode: '403',
        responseParameters: { 'gatewayresponse.header.a': "'b'" },
        responseTemplates: TEMPLATES,
      },
    ],
    [
      { responseTemplates: { 'application/json': '{}' } },
      { statusCode: '403', responseParameters: {}, responseTemplates: { 'application/json': '{}' } },
    ],
  ])('fill what %j leaves out (test_gateway_response_put)', async (input, expected) => {
    const responseType = 'MISSING_AUTHENTICATION_TOKEN';
    expect(await put({ responseType, ...input })).toEqual({ responseType, ...expected, defaultResponse: false });
  });

  it('let DEFAULT_5XX stand in for the types of its class that have none of their own (fact D82; test_gateway_response_put)', async () => {
    const responseParameters = { 'gatewayresponse.header.x-request-header': 'method.request.header.Accept' };
    const responseTemplates = { 'application/json': '{"stage": "$context.stage"}' };
    await put({ responseType: 'DEFAULT_5XX', statusCode: '599', responseParameters, responseTemplates });
    await put({ responseType: 'AUTHORIZER_FAILURE', responseParameters: { 'gatewayresponse.header.foo': "'bar'" } });
    expect(await get('API_CONFIGURATION_ERROR')).toEqual({
      responseType: 'API_CONFIGURATION_ERROR',
      statusCode: '599',
      responseParameters,
      responseTemplates,
      defaultResponse: true,
    });
    expect(await get('AUTHORIZER_FAILURE')).toEqual({
      responseType: 'AUTHORIZER_FAILURE',
      statusCode: '500',
      responseParameters: { 'gatewayresponse.header.foo': "'bar'" },
      responseTemplates: TEMPLATES,
      defaultResponse: false,
    });
    expect(await get('THROTTLED')).toEqual(untouched('THROTTLED', '429'));
  });

  it.each([
    [
      { 'gatewayresponse.querystring.a': "'b'" },
      'Invalid mapping expression parameter specified: gatewayresponse.querystring.a',
    ],
    [{ 'gatewayresponse.header.a': 'b' }, 'Invalid mapping expression specified: b'],
    [
      { 'gatewayresponse.header.a': 'method.request.body' },
      'Invalid mapping expression specified: method.request.body',
    ],
  ])(
    'refuse parameters %j (fact D85; frame and texts as recorded for integrations)',
    async (responseParameters, error) => {
      await expect(put({ responseType: 'THROTTLED', responseParameters })).rejects.toMatchObject(
        refusal(
          'BadRequestException',
          `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`,
        ),
      );
    },
  );
});

it('a status code that is none breaks the service model, together with a type that is none', async () => {
  await expect(put({ responseType: 'THROTTLED', statusCode: '600' })).rejects.toMatchObject(
    refusal(
      'ValidationException',
      "1 validation error detected: Value '600' at 'putGatewayResponseInput.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
    ),
  );
  const both = put({ responseType: 'NO_SUCH', statusCode: 'x' });
  await expect(both).rejects.toThrow(/^2 validation errors detected: Value 'x' at '[\w.]+' .+; Value 'NO_SUCH' at /);
});

describe('GetGatewayResponses', () => {
  it('lists all 21 types in order (test_gateway_response_crud), in pages (features A1.1)', async () => {
    const all = await service.api.getGatewayResponses({ restApiId }, service.call());
    expect(all.items).toHaveLength(21);
    expect(all).not.toHaveProperty('position');
    const types = all.items?.map(({ responseType }) => responseType);
    expect(types).toEqual([...(types ?? [])].sort());
    expect(all.items?.[6]).toEqual(untouched('DEFAULT_4XX'));
    const first = await service.api.getGatewayResponses({ restApiId, limit: 20 }, service.call());
    const rest = await service.api.getGatewayResponses(
      { restApiId, limit: 20, position: first.position ?? '' },
      service.call(),
    );
    expect([...(first.items ?? []), ...(rest.items ?? [])]).toEqual(all.items);
  });
});

describe('UpdateGatewayResponse', () => {
  it('makes a type one of the API, from what it is by itself (test_update_gateway_response)', async () => {
    const replaced = { responseType: 'DEFAULT_4XX', statusCode: '444', responseParameters: {} };
    expect(await update('DEFAULT_4XX', { op: 'replace', path: '/statusCode', value: '444' })).toEqual({
      ...replaced,
      responseTemplates: TEMPLATES,
      defaultResponse: false,
    });
    // Fact D82: a status that is set to nothing is the type's own again.
    expect(await update('DEFAULT_4XX', { op: 'replace', path: '/statusCode', value: '' })).not.toHaveProperty(
      'statusCode',
    );
  });

  it('edits parameters and templates (test_update_gateway_response)', async () => {
    await put({ responseType: 'DEFAULT_4XX', statusCode: '404', responseParameters: PARAMETERS });
    const xml = '<message>$context.error.messageString</message>';
    const origin = '/responseParameters/gatewayresponse.header.Access-Control-Allow-Origin';
    expect(
      await update(
        'DEFAULT_4XX',
        { op: 'replace', path: origin, value: "'example.com'" },
        { op: 'add', path: '/responseTemplates/application~1xml', value: xml },
        { op: 'remove', path: '/responseParameters/gatewayresponse.header.x-request-path' },
      ),
    ).toEqual({
      responseType: 'DEFAULT_4XX',
      statusCode: '404',
      responseParameters: {
        'gatewayresponse.header.Access-Control-Allow-Origin': "'example.com'",
        'gatewayresponse.header.x-request-header': 'method.request.header.Accept',
        'gatewayresponse.header.x-request-query': 'method.request.querystring.q',
      },
      responseTemplates: { ...TEMPLATES, 'application/xml': xml },
      defaultResponse: false,
    });
  });

  const templates = '/responseTemplates/application~1json';
  it.each([
    [{ op: 'add', path: '/statusCode', value: '444' }, 'BadRequestException', 'Invalid patch path /statusCode'],
    [{ op: 'remove', path: '/statusCode' }, 'BadRequestException', 'Invalid patch path /statusCode'],
    [
      { op: 'replace', path: '/responseParameters/gatewayresponse.header.no', value: "'a'" },
      'NotFoundException',
      'Invalid parameter name specified',
    ],
    [{ op: 'replace', path: '/statusCode', value: '600' }, 'BadRequestException', 'Invalid status code specified'],
    [{ op: 'replace', value: 'a' }, 'BadRequestException', 'Invalid patch path null'],
    [{ op: 'replace', path: '/wrongPath', value: 'a' }, 'BadRequestException', 'Invalid patch path /wrongPath'],
    [{ op: 'replace', path: templates }, 'BadRequestException', 'Invalid null or empty value in responseTemplates'],
    [
      { op: 'add', path: '/responseParameters/gatewayresponse.header.a' },
      'BadRequestException',
      'Invalid null or empty value in responseParameters',
    ],
  ] as const)('refuses %j (test_update_gateway_response)', async (operation, code, message) => {
    await expect(update('DEFAULT_4XX', operation)).rejects.toMatchObject(refusal(code, message));
  });

  it('reports an unknown operation (test_update_gateway_response)', async () => {
    await expect(update('DEFAULT_4XX', { op: 'wrong-op', path: '/statusCode' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'wrong-op' at 'updateGatewayResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
      ),
    );
  });
});

describe('an unknown name', () => {
  const calls = ['getGatewayResponse', 'putGatewayResponse', 'updateGatewayResponse', 'deleteGatewayResponse'] as const;

  it.each(calls)('of a type is refused by %s (test_gateway_response_validation)', async (call) => {
    await expect(
      service.api[call]({ restApiId, responseType: 'FAKE_RESPONSE_TYPE' }, service.call()),
    ).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'FAKE_RESPONSE_TYPE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: [REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]",
      ),
    );
  });

  it.each(calls)('of an API is refused by %s (test_gateway_response_validation)', async (call) => {
    await expect(
      service.api[call]({ restApiId: 'fake-api-id', responseType: 'THROTTLED' }, service.call()),
    ).rejects.toMatchObject(refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:fake-api-id`));
  });

  it('of a response that the API has not defined cannot be deleted (test_gateway_response_validation)', async () => {
    await expect(
      service.api.deleteGatewayResponse({ restApiId, responseType: 'THROTTLED' }, service.call()),
    ).rejects.toMatchObject(refusal('NotFoundException', 'Gateway response type not defined on api'));
  });
});
