import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

const URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations';
const POOL = 'arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_iWZHywLLM';
const SOURCE = 'method.request.header.Authorization';
// AWS's words for HTTP APIs, as others report them; those of REST APIs are not known.
const TTL = 'Authorizer result TTL outside allowable range. TTL must be between 0 and 3600 seconds.';
const PATH_SOURCE =
  'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: method.request.path.id]';

let service: TestService;
let restApiId: string;
let rootId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId, rootId } = await createApi(service));
});

const create = (more: object = {}) =>
  service.api.createAuthorizer(
    { restApiId, name: 'auth', type: 'TOKEN', authorizerUri: URI, identitySource: SOURCE, ...more },
    service.call(),
  );
const update = (authorizerId: string, ...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateAuthorizer({ restApiId, authorizerId, patchOperations }, service.call());
const put = (more: object) =>
  service.api.putMethod(
    { restApiId, resourceId: rootId, httpMethod: 'GET', authorizationType: 'NONE', ...more },
    service.call(),
  );

describe('CreateAuthorizer', () => {
  // The answers of the CLI reference's examples (create-authorizer).
  it('makes token authorizers with AWS defaults', async () => {
    expect(await create()).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'auth',
      type: 'TOKEN',
      authType: 'custom',
      authorizerUri: URI,
      identitySource: SOURCE,
      authorizerResultTtlInSeconds: 300,
    });
  });

  it('makes authorizers of user pools', async () => {
    const pools = { type: 'COGNITO_USER_POOLS', providerARNs: [POOL], authorizerUri: undefined };
    expect(await create(pools)).toEqual({
      id: expect.any(String),
      name: 'auth',
      type: 'COGNITO_USER_POOLS',
      authType: 'cognito_user_pools',
      providerARNs: [POOL],
      identitySource: SOURCE,
    });
  });

  it('wants no identity source of a request authorizer that keeps nothing (API reference, Authorizer.identitySource)', async () => {
    const request = { type: 'REQUEST', identitySource: undefined };
    expect(await create({ ...request, authorizerResultTtlInSeconds: 0 })).toMatchObject({ type: 'REQUEST' });
    await expect(create({ ...request, name: 'other' })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Identity source must be set if authorizer caching is enabled (TTL is greater than 0)',
      ),
    );
  });

  it('takes every kind of source for a request authorizer (guide, configure-api-gateway-lambda-authorization-with-console)', async () => {
    const identitySource =
      'method.request.header.Auth, method.request.querystring.Name,context.identity.sourceIp,stageVariables.accountId';
    expect(await create({ type: 'REQUEST', identitySource })).toMatchObject({ identitySource });
  });

  it.each([
    // Recorded: serverless issue 4428, terraform-provider-aws pull request 1757.
    [
      { identitySource: 'method.request.querystring.key' },
      "Invalid token source expression: method.request.querystring.key. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.",
    ],
    [
      { authorizerUri: URI.replace('us-east-1', 'region') },
      `Invalid Authorizer URI: ${URI.replace('us-east-1', 'region')}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
    ],
  ])('refuses %j', async (input, message) => {
    await expect(create(input)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it.each([
    [{ authorizerResultTtlInSeconds: 3601 }, TTL],
    [{ authorizerResultTtlInSeconds: -1 }, TTL],
    [{ identityValidationExpression: '(' }, 'Invalid identity validation expression specified: ('],
    [{ name: ' ' }, 'Authorizer name cannot be blank'],
    [
      { type: 'COGNITO_USER_POOLS', providerARNs: [] },
      'COGNITO_USER_POOLS authorizers require at least one provider ARN',
    ],
    [
      { type: 'COGNITO_USER_POOLS', providerARNs: ['arn:aws:iam::111111111111:user/x'] },
      'Invalid Cognito User Pool ARN specified: arn:aws:iam::111111111111:user/x',
    ],
    // Path parameters cannot be identity sources (fact D87).
    [{ type: 'REQUEST', identitySource: 'method.request.path.id' }, PATH_SOURCE],
  ])('refuses %j, and leaves nothing behind (all texts but TTL’s and the last are ours)', async (input, message) => {
    await expect(create(input)).rejects.toMatchObject(refusal('BadRequestException', message));
    expect((await service.api.getAuthorizers({ restApiId }, service.call())).items).toEqual([]);
  });

  it('reports an unknown type as a violation of the model', async () => {
    await expect(create({ type: 'JWT' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'JWT' at 'createAuthorizerInput.type' failed to satisfy constraint: Member must satisfy enum value set: [TOKEN, REQUEST, COGNITO_USER_POOLS]",
      ),
    );
  });

  it('gives a name once (recorded, AWS::ApiGateway::Authorizer)', async () => {
    await create();
    const taken = 'Authorizer name must be unique. Authorizer auth already exists in this RestApi.';
    await expect(create()).rejects.toMatchObject(refusal('ConflictException', taken));
  });

  it('does not say that there is no API, where a list does (recorded: localstack, test_authorizer_crud_no_api)', async () => {
    await expect(create({ restApiId: 'nope' })).rejects.toMatchObject(
      refusal(
        'ConflictException',
        'Unable to complete operation due to concurrent modification. Please try again later.',
      ),
    );
    await expect(service.api.getAuthorizers({ restApiId: 'nope' }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid API identifier specified 111111111111:nope'),
    );
  });
});

describe('UpdateAuthorizer', () => {
  it('patches as the API reference lists, and as Terraform does', async () => {
    const { id = '' } = await create({ type: 'COGNITO_USER_POOLS', providerARNs: [POOL] });
    const other = POOL.replace('LLM', 'XYZ');
    expect(
      await update(
        id,
        { op: 'replace', path: '/name', value: 'renamed' },
        { op: 'add', path: '/providerARNs', value: other },
        { op: 'remove', path: '/providerARNs', value: POOL },
        { op: 'replace', path: '/authorizerResultTtlInSeconds', value: '0' },
        { op: 'replace', path: '/identityValidationExpression', value: 'client-.*' },
      ),
    ).toMatchObject({
      name: 'renamed',
      providerARNs: [other],
      authorizerResultTtlInSeconds: 0,
      identityValidationExpression: 'client-.*',
    });
  });

  it.each([
    [{ op: 'replace', path: '/authorizerResultTtlInSeconds', value: '3601' }, TTL],
    [
      { op: 'replace', path: '/identitySource', value: 'method.request.path.id' },
      "Invalid token source expression: method.request.path.id. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.",
    ],
    [{ op: 'replace', path: '/type', value: 'JWT' }, 'Invalid authorizer type specified'],
    [{ op: 'add', path: '/name', value: 'x' }, 'Invalid patch operation specified. Must be one of: [replace]'],
    [{ op: 'replace', path: '/id', value: 'x' }, 'Invalid patch path /id'],
  ])('refuses %j', async (operation, message) => {
    const { id = '' } = await create();
    await expect(update(id, operation)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('does not know another API’s authorizer', async () => {
    await expect(update('abcdef')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Authorizer identifier specified'),
    );
  });
});

describe('methods', () => {
  it('are tied to an authorizer of a fitting type, which then cannot be deleted (recorded)', async () => {
    const { id: authorizerId = '' } = await create();
    await expect(put({ authorizationType: 'COGNITO_USER_POOLS', authorizerId })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    expect(await put({ authorizationType: 'CUSTOM', authorizerId })).toMatchObject({ authorizerId });
    const inUse = "Cannot delete authorizer 'auth', is referenced in method: GET//";
    const remove = () => service.api.deleteAuthorizer({ restApiId, authorizerId }, service.call());
    await expect(remove()).rejects.toMatchObject(refusal('ConflictException', inUse));

    const address = { restApiId, resourceId: rootId, httpMethod: 'GET' };
    const patchOperations = [{ op: 'replace', path: '/authorizationType', value: 'NONE' }];
    const freed = await service.api.updateMethod({ ...address, patchOperations }, service.call());
    expect(freed).not.toHaveProperty('authorizerId');
    await remove();
    await expect(remove()).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Authorizer identifier specified'),
    );
  });

  it('of a clone name the clone’s authorizers', async () => {
    const { id: authorizerId = '' } = await create();
    await put({ authorizationType: 'CUSTOM', authorizerId });
    const clone = await service.api.createRestApi({ name: 'clone', cloneFrom: restApiId }, service.call());
    const { items: [copy] = [] } = await service.api.getAuthorizers({ restApiId: clone.id ?? '' }, service.call());
    expect(copy).toMatchObject({ name: 'auth', type: 'TOKEN' });
    expect(copy?.id).not.toBe(authorizerId);
    const address = { restApiId: clone.id ?? '', resourceId: clone.rootResourceId ?? '', httpMethod: 'GET' };
    expect(await service.api.getMethod(address, service.call())).toMatchObject({ authorizerId: copy?.id });
  });
});

describe('FlushStageAuthorizersCache', () => {
  it('gives the stage a new revision, so that every worker forgets what was decided', async () => {
    const { restApiId: deployed } = await createDeployableApi(service);
    await deploy(service, deployed, 'dev');
    const flush = (stageName: string) =>
      service.api.flushStageAuthorizersCache({ restApiId: deployed, stageName }, service.call());
    await flush('dev');
    const [before, after] = service.published;
    expect(after?.ref.revision).toBeGreaterThan(before?.ref.revision ?? Number.NaN);
    await expect(flush('prod')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid stage identifier specified'),
    );
  });
});

describe('TestInvokeAuthorizer', () => {
  it('hands the authorizer and the simulated request to the gateway', async () => {
    const { id: authorizerId = '' } = await create();
    const answer = await service.api.testInvokeAuthorizer(
      {
        restApiId,
        authorizerId,
        headers: { Authorization: 'a', X: 'x' },
        multiValueHeaders: { X: ['1', '2'] },
        pathWithQueryString: 'pets?q=1',
        stageVariables: { team: 't' },
      },
      service.call(),
    );
    expect(answer).toMatchObject({ clientStatus: 0, latency: 7 });
    expect(JSON.parse(answer.log ?? '')).toMatchObject({
      apiId: restApiId,
      authorizer: { id: authorizerId, type: 'TOKEN' },
      headers: ['Authorization', 'a', 'X', '1', 'X', '2'],
      pathWithQueryString: '/pets?q=1',
      stageVariables: { team: 't' },
    });
  });
});
