import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createDeployableApi } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api,
// class TestApiGatewayApiMethod; the name of the test in brackets).
let service: TestService;
let address: { restApiId: string; resourceId: string; httpMethod: string };
beforeEach(async () => {
  service = await startService();
  const { restApiId, rootId } = await createApi(service);
  address = { restApiId, resourceId: rootId, httpMethod: 'ANY' };
});

const put = (more: object = {}) =>
  service.api.putMethod({ ...address, authorizationType: 'NONE', ...more }, service.call());
const update = (...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateMethod({ ...address, patchOperations }, service.call());

const INVALID_AUTHORIZER =
  'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.';

describe('PutMethod, GetMethod, DeleteMethod', () => {
  it('live and die (test_method_lifecycle)', async () => {
    const method = { apiKeyRequired: false, authorizationType: 'NONE', httpMethod: 'ANY' };
    expect(await put()).toEqual(method);
    expect(await service.api.getMethod(address, service.call())).toEqual(method);
    await service.api.deleteMethod(address, service.call());
    const gone = refusal('NotFoundException', 'Invalid Method identifier specified');
    await expect(service.api.getMethod(address, service.call())).rejects.toMatchObject(gone);
    await expect(service.api.deleteMethod(address, service.call())).rejects.toMatchObject(gone);
  });

  it('keep request parameters (test_method_request_parameters)', async () => {
    const requestParameters = {
      'method.request.querystring.q_optional': false,
      'method.request.querystring.q_required': true,
      'method.request.header.h_optional': false,
    };
    expect(await put({ requestParameters })).toMatchObject({ requestParameters });
  });

  it('put once only (github.com/aws/aws-cli issue 3992)', async () => {
    await put();
    await expect(put()).rejects.toMatchObject(refusal('ConflictException', 'Method already exists for this resource'));
    await put({ httpMethod: 'GET' });
  });

  it.each([
    [
      { httpMethod: 'WRONG' },
      'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    ],
    [
      { httpMethod: 'get' },
      'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    ],
    [{ authorizationType: 'CUSTOM' }, INVALID_AUTHORIZER],
    [{ authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'abc123' }, INVALID_AUTHORIZER],
    [{ requestValidatorId: 'fake-validator' }, 'Invalid Request Validator identifier specified'],
    [{ requestModels: { 'application/json': 'petModel' } }, 'Invalid model identifier specified: petModel'],
    [
      { requestParameters: { 'method.request.querystring.optional': false, 'method.request.header.optional': false } },
      'Parameter names must be unique across querystring, header and path',
    ],
    [
      { requestParameters: { 'method.request.path.testPath': true, true: true } },
      'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]',
    ],
    [
      { requestParameters: { 'method.request.querystring.page[size]': true } },
      'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$]',
    ],
  ])('refuse %j (test_put_method_validation)', async (input, message) => {
    await expect(put(input)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('take an authorization type that they know only', async () => {
    await expect(put({ authorizationType: 'BASIC' })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Invalid AuthorizationType specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS',
      ),
    );
  });

  it('look for the resource first (test_put_method_validation)', async () => {
    const unknown = refusal('NotFoundException', 'Invalid Resource identifier specified');
    await expect(put({ restApiId: 'fake-api', httpMethod: 'WRONG' })).rejects.toMatchObject(unknown);
    await expect(put({ resourceId: 'fake-resource-id', httpMethod: 'WRONG' })).rejects.toMatchObject(unknown);
  });

  // Features A1.7: every API has the models Empty and Error.
  it('know the models that are built in', async () => {
    expect(await put({ requestModels: { 'application/json': 'Empty', 'text/plain': 'Error' } })).toMatchObject({
      requestModels: { 'application/json': 'Empty', 'text/plain': 'Error' },
    });
  });

  it('leave an authorizer out that the authorization type does not use (test_update_method_validation)', async () => {
    expect(await put({ authorizerId: 'abc123' })).not.toHaveProperty('authorizerId');
  });

  it('does not take names of JavaScript objects for methods', async () => {
    for (const httpMethod of ['toString', '__proto__', 'constructor']) {
      await expect(service.api.getMethod({ ...address, httpMethod }, service.call())).rejects.toMatchObject({
        code: 'NotFoundException',
      });
    }
  });
});

describe('UpdateMethod', () => {
  it('adds, replaces and removes (test_update_method)', async () => {
    await put();
    expect(
      await update(
        { op: 'add', path: '/requestParameters/method.request.querystring.optional', value: 'true' },
        { op: 'add', path: '/requestModels/application~1json', value: 'Empty' },
      ),
    ).toEqual({
      apiKeyRequired: false,
      authorizationType: 'NONE',
      httpMethod: 'ANY',
      requestModels: { 'application/json': 'Empty' },
      requestParameters: { 'method.request.querystring.optional': true },
    });
    const replaced = {
      apiKeyRequired: true,
      authorizationType: 'AWS_IAM',
      httpMethod: 'ANY',
      operationName: 'ReplacedOperationName',
    };
    expect(
      await update(
        { op: 'replace', path: '/operationName', value: 'ReplacedOperationName' },
        { op: 'replace', path: '/apiKeyRequired', value: 'true' },
        { op: 'replace', path: '/authorizationType', value: 'AWS_IAM' },
        { op: 'replace', path: '/requestParameters/method.request.querystring.optional', value: 'false' },
      ),
    ).toEqual({
      ...replaced,
      requestModels: { 'application/json': 'Empty' },
      requestParameters: { 'method.request.querystring.optional': false },
    });
    expect(
      await update(
        { op: 'remove', path: '/requestParameters/method.request.querystring.optional', value: 'true' },
        { op: 'remove', path: '/requestModels/application~1json', value: 'Empty' },
      ),
    ).toEqual(replaced);
  });

  it.each([
    [{ op: 'add', path: '/operationName', value: 'x' }, 'Invalid patch operation specified. Must be one of: [replace]'],
    [
      { op: 'add', path: '/requestValidatorId', value: 'x' },
      'Invalid patch operation specified. Must be one of: [replace]',
    ],
    [{ op: 'add', path: '/httpMethod', value: 'PUT' }, 'Invalid patch path /httpMethod'],
    [{ op: 'replace', path: '/requestParameters', value: 'x' }, 'Invalid patch path /requestParameters'],
    [
      { op: 'add', path: '/requestModels/application/json', value: 'Empty' },
      'Invalid patch path /requestModels/application/json',
    ],
    [{ op: 'replace', path: '/authorizationType', value: 'CUSTOM' }, INVALID_AUTHORIZER],
    [
      { op: 'replace', path: '/requestValidatorId', value: 'fake-id' },
      'Invalid Request Validator identifier specified',
    ],
  ])('refuses %j (test_update_method_validation)', async (operation, message) => {
    await put();
    await expect(update(operation)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('reads flags and ignores an authorizer as AWS does (test_update_method_validation)', async () => {
    await put({ apiKeyRequired: true });
    expect(await update({ op: 'replace', path: '/apiKeyRequired', value: 'whatever' })).toMatchObject({
      apiKeyRequired: false,
    });
    expect(await update({ op: 'replace', path: '/authorizerId', value: 'abc123' })).not.toHaveProperty('authorizerId');
  });

  it('leaves responses and integration alone', async () => {
    const deployable = await createDeployableApi(service);
    const patchOperations = [{ op: 'replace', path: '/apiKeyRequired', value: 'true' }];
    const updated = await service.api.updateMethod({ ...deployable, patchOperations }, service.call());
    expect(updated).toMatchObject({ apiKeyRequired: true, methodIntegration: { type: 'MOCK' } });
  });

  it('does not know a method that is not there (test_update_method_validation)', async () => {
    await expect(update({ op: 'replace', path: '/operationName', value: 'x' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Method identifier specified'),
    );
  });
});
