import { beforeEach, describe, expect, it } from 'vitest';
import { SECURITY_POLICIES } from '../domain-names/index.ts';
import { createApi, createDeployableApi, deploy } from '../testing/apis.ts';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api,
// class TestApiGatewayApiRestApi; the name of the test in brackets).
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

describe('CreateRestApi', () => {
  it('answers with the defaults (test_create_rest_api_with_optional_params)', async () => {
    const created = await service.api.createRestApi({ name: 'test' }, service.call());
    expect(created).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/),
      name: 'test',
      apiKeySource: 'HEADER',
      // The call arrived at .456 of this second; AWS keeps whole seconds.
      createdDate: new Date('2025-07-02T13:13:23Z'),
      disableExecuteApiEndpoint: false,
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/),
    });
  });

  it('keeps what it is given, but no empty list (test_create_rest_api_with_tags, _with_binary_media_types)', async () => {
    const created = await service.api.createRestApi(
      {
        name: 'test',
        description: 'this is my api',
        version: 'v1',
        binaryMediaTypes: ['image/png'],
        minimumCompressionSize: 0,
        tags: { MY_TAG1: 'MY_VALUE1' },
      },
      service.call(),
    );
    expect(created).toMatchObject({
      description: 'this is my api',
      version: 'v1',
      binaryMediaTypes: ['image/png'],
      minimumCompressionSize: 0,
      tags: { MY_TAG1: 'MY_VALUE1' },
    });
    const empty = await service.api.createRestApi({ name: 'test', binaryMediaTypes: [] }, service.call());
    expect(empty).not.toHaveProperty('binaryMediaTypes');
  });

  it.each([
    ['REGIONAL', 'ipv4'],
    ['PRIVATE', 'dualstack'],
  ])('gives a %s API %s addresses (test_create_rest_api_verify_defaults)', async (type, ipAddressType) => {
    const created = await service.api.createRestApi(
      { name: 'test', endpointConfiguration: { types: [type] } },
      service.call(),
    );
    expect(created.endpointConfiguration).toEqual({ types: [type], ipAddressType });
  });

  it.each([
    [{ name: ' ' }, 'REST API name cannot be blank'],
    [
      { endpointConfiguration: { types: ['REGIONAL'], vpcEndpointIds: ['vpce-1'] } },
      'VPC endpoint ids are only supported for Private APIs.',
    ],
    [
      { policy: '{"Version": "2012-10-17"}' },
      'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
    ],
    [{ description: '' }, 'Description cannot be an empty string'],
    [{ minimumCompressionSize: -1 }, 'Invalid minimum compression size, must be between 0 and 10485760'],
    [{ minimumCompressionSize: 10_485_761 }, 'Invalid minimum compression size, must be between 0 and 10485760'],
    [
      { endpointConfiguration: { types: [] } },
      'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.',
    ],
    [{ endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } }, 'Cannot create an api with multiple Endpoint Types.'],
    [
      { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
      'Only dualstack ipAddressType is supported for Private APIs.',
    ],
    [
      { description: '', endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
      'Description cannot be an empty string',
    ],
  ])('refuses %j', async (input, message) => {
    await expect(service.api.createRestApi({ name: 'test', ...input }, service.call())).rejects.toMatchObject(
      refusal('BadRequestException', message),
    );
  });

  it('checks enumerations before everything else (test_create_rest_api_with_endpoint_configuration)', async () => {
    const endpointConfiguration = { types: ['wrong'], ipAddressType: 'wrong' };
    await expect(
      service.api.createRestApi({ name: 'test', description: '', endpointConfiguration }, service.call()),
    ).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]",
      ),
    );
  });

  // Fact D155; the service model's enumerations.
  it('keeps a security policy that fits its endpoint', async () => {
    const create = (more: object) => service.api.createRestApi({ name: 'test', ...more }, service.call());
    const regional = { endpointConfiguration: { types: ['REGIONAL'] } };
    const enhanced = { securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09', endpointAccessMode: 'STRICT' };
    expect(await create({ securityPolicy: 'TLS_1_2' })).toMatchObject({ securityPolicy: 'TLS_1_2' });
    const { id: restApiId = '' } = await create({ ...regional, ...enhanced });
    const update = (path: string, value: string) =>
      service.api.updateRestApi({ restApiId, patchOperations: [{ op: 'replace', path, value }] }, service.call());
    expect(await update('/endpointAccessMode', 'BASIC')).toMatchObject({ ...enhanced, endpointAccessMode: 'BASIC' });
    const needless = 'Endpoint access mode is only supported with security policies that start with SecurityPolicy_.';
    for (const [input, message] of [
      [{ securityPolicy: 'TLS_1_2', endpointAccessMode: 'BASIC' }, needless],
      [
        { securityPolicy: enhanced.securityPolicy, ...regional },
        'Endpoint access mode is required for security policies that start with SecurityPolicy_.',
      ],
      [enhanced, 'Security policy SecurityPolicy_TLS13_1_3_2025_09 is not supported for the endpoint type EDGE.'],
      [
        { ...enhanced, ...regional, securityPolicy: 'SecurityPolicy_TLS13_2025_EDGE' },
        'Security policy SecurityPolicy_TLS13_2025_EDGE is not supported for the endpoint type REGIONAL.',
      ],
    ] as const) {
      await expect(create(input), message).rejects.toMatchObject(refusal('BadRequestException', message));
    }
    await expect(update('/securityPolicy', 'TLS_1_2')).rejects.toMatchObject(refusal('BadRequestException', needless));
    await expect(update('/securityPolicy', 'TLS_1_3')).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        `Invalid SecurityPolicy specified. Valid options are ${SECURITY_POLICIES.join(',')}`,
      ),
    );
    await expect(update('/endpointAccessMode', 'OPEN')).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid EndpointAccessMode specified. Valid options are BASIC,STRICT'),
    );
    await expect(
      create({ apiKeySource: 'COOKIE', securityPolicy: 'TLS_1_3', endpointAccessMode: 'OPEN' }),
    ).rejects.toMatchObject(
      refusal(
        'ValidationException',
        `3 validation errors detected: Value 'COOKIE' at 'createRestApiInput.apiKeySource' failed to satisfy constraint: Member must satisfy enum value set: [AUTHORIZER, HEADER]; Value 'TLS_1_3' at 'createRestApiInput.securityPolicy' failed to satisfy constraint: Member must satisfy enum value set: [${SECURITY_POLICIES.join(', ')}]; Value 'OPEN' at 'createRestApiInput.endpointAccessMode' failed to satisfy constraint: Member must satisfy enum value set: [BASIC, STRICT]`,
      ),
    );
  });

  it('takes a pinned id from a tag, once in the whole installation (features A1.15)', async () => {
    const pin = (tag: string) => ({ name: 'test', tags: { [tag]: 'my-pinned-api' } });
    expect((await service.api.createRestApi(pin('_custom_id_'), service.call())).id).toBe('my-pinned-api');
    await expect(
      service.api.createRestApi(pin('sallyport:id'), service.call({ region: 'eu-west-1' })),
    ).rejects.toMatchObject(refusal('ConflictException', "The pinned id 'my-pinned-api' is taken by another API."));
    await service.api.deleteRestApi({ restApiId: 'my-pinned-api' }, service.call());
    expect((await service.api.createRestApi(pin('ms-custom-id'), service.call())).id).toBe('my-pinned-api');
  });

  it('clones the resources of another API under ids of their own (API reference, CreateRestApi.cloneFrom)', async () => {
    const { api, call } = service;
    const origin = await createDeployableApi(service);
    const pets = await api.createResource(
      { restApiId: origin.restApiId, parentId: origin.resourceId, pathPart: 'pets' },
      call(),
    );
    await api.createResource({ restApiId: origin.restApiId, parentId: pets.id ?? '', pathPart: '{id}' }, call());

    const clone = await api.createRestApi({ name: 'clone', cloneFrom: origin.restApiId }, call());
    const [before, after] = await Promise.all(
      [origin.restApiId, clone.id ?? ''].map((restApiId) =>
        api.getResources({ restApiId, embed: ['methods'] }, call()),
      ),
    );
    const paths = (page: typeof before) => page?.items.map(({ path }) => path).sort();
    expect(paths(after)).toEqual(['/', '/pets', '/pets/{id}']);
    expect(paths(before)).toEqual(paths(after));
    const oldIds = new Set(before?.items.map(({ id }) => id));
    expect(after?.items.filter(({ id }) => oldIds.has(id))).toEqual([]);

    const root = after?.items.find(({ path }) => path === '/');
    expect(root?.id).toBe(clone.rootResourceId);
    // The default cache namespace is the resource's own id (API reference, Integration.cacheNamespace).
    expect(root?.resourceMethods?.GET?.methodIntegration).toMatchObject({ type: 'MOCK', cacheNamespace: root?.id });
    await api.deleteRestApi({ restApiId: origin.restApiId }, call());
    expect((await api.getResources({ restApiId: clone.id ?? '' }, call())).items).toHaveLength(3);
  });

  it('clones models, validators, gateway responses and documentation, and ties them anew (API reference, CreateRestApi.cloneFrom)', async () => {
    const { api, call } = service;
    const origin = await createDeployableApi(service);
    const { restApiId } = origin;
    const schema = (id: string) =>
      `{"type": "array", "items": {"$ref": "https://apigateway.amazonaws.com/restapis/${id}/models/Error"}}`;
    await api.createModel(
      { restApiId, name: 'Errors', contentType: 'application/json', schema: schema(restApiId) },
      call(),
    );
    const validator = await api.createRequestValidator({ restApiId, name: 'all' }, call());
    await api.putGatewayResponse({ restApiId, responseType: 'THROTTLED', statusCode: '503' }, call());
    await api.createDocumentationPart({ restApiId, location: { type: 'API' }, properties: '{}' }, call());
    const use = { op: 'replace', path: '/requestValidatorId', value: validator.id ?? '' };
    await api.updateMethod({ ...origin, patchOperations: [use] }, call());

    const { id: cloneId = '', rootResourceId = '' } = await api.createRestApi(
      { name: 'clone', cloneFrom: restApiId },
      call(),
    );
    await api.deleteRestApi({ restApiId }, call());
    const at = { restApiId: cloneId };
    expect((await api.getModels(at, call())).items?.map(({ name }) => name)).toEqual(['Empty', 'Error', 'Errors']);
    expect(await api.getModel({ ...at, modelName: 'Errors' }, call())).toMatchObject({ schema: schema(cloneId) });
    const [copy] = (await api.getRequestValidators(at, call())).items ?? [];
    expect(copy?.id).not.toBe(validator.id);
    const method = await api.getMethod({ ...at, resourceId: rootResourceId, httpMethod: 'GET' }, call());
    expect(method.requestValidatorId).toBe(copy?.id);
    expect(await api.getGatewayResponse({ ...at, responseType: 'THROTTLED' }, call())).toMatchObject({
      statusCode: '503',
    });
    expect((await api.getDocumentationParts(at, call())).items).toHaveLength(1);
  });
});

describe('GetRestApi and GetRestApis', () => {
  it('shows tags always for one API, and in a list only where there are any (test_create_rest_api_with_tags, test_update_rest_api_behaviour)', async () => {
    const { restApiId } = await createApi(service);
    expect((await service.api.getRestApi({ restApiId }, service.call())).tags).toEqual({});
    const { items } = await service.api.getRestApis({}, service.call());
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('tags');
  });

  it('names the account of an API that is not there (test_update_rest_api_invalid_api_id)', async () => {
    await expect(service.api.getRestApi({ restApiId: 'api_id' }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:api_id`),
    );
  });

  it('takes ids as they are spelt (test_get_api_case_insensitive)', async () => {
    const { restApiId } = await createApi(service);
    await expect(service.api.getRestApi({ restApiId: restApiId.toUpperCase() }, service.call())).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });

  it('keeps regions apart (features A1.17)', async () => {
    const { restApiId } = await createApi(service);
    const elsewhere = service.call({ region: 'eu-west-1' });
    expect((await service.api.getRestApis({}, elsewhere)).items).toEqual([]);
    await expect(service.api.getRestApi({ restApiId }, elsewhere)).rejects.toMatchObject({ code: 'NotFoundException' });
  });

  it.each(['', 'a/b', 'a\0b', '../x'])('answers not found for an id that could not be one: %j', async (restApiId) => {
    await expect(service.api.getRestApi({ restApiId }, service.call())).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });
});

describe('UpdateRestApi', () => {
  let restApiId: string;
  beforeEach(async () => {
    ({ restApiId } = await createApi(service));
  });
  const update = (...patchOperations: { op: string; path: string; value?: string }[]) =>
    service.api.updateRestApi({ restApiId, patchOperations }, service.call());

  it('edits binary media types by name (test_update_rest_api_operation_add_remove)', async () => {
    await update(
      { op: 'add', path: '/binaryMediaTypes/image~1png' },
      { op: 'add', path: '/binaryMediaTypes/image~1jpeg' },
    );
    const replaced = await update({ op: 'replace', path: '/binaryMediaTypes/image~1png', value: 'image/gif' });
    expect(replaced.binaryMediaTypes).toEqual(['image/jpeg', 'image/gif']);
    const odd = await update({ op: 'add', path: '/binaryMediaTypes/-', value: 'image/png' });
    expect(odd.binaryMediaTypes).toEqual(['image/jpeg', 'image/gif', '-']);
  });

  it('sets and unsets the compression size (test_update_rest_api_compression)', async () => {
    const path = '/minimumCompressionSize';
    expect(await update({ op: 'replace', path, value: '10' })).toMatchObject({ minimumCompressionSize: 10, tags: {} });
    expect(await update({ op: 'replace', path, value: '' })).not.toHaveProperty('minimumCompressionSize');
    expect(await update({ op: 'replace', path, value: '0' })).toMatchObject({ minimumCompressionSize: 0 });
  });

  it.each([
    [
      { op: 'replace', path: '/minimumCompressionSize', value: '-1' },
      'Invalid minimum compression size, must be between 0 and 10485760',
    ],
    [
      { op: 'replace', path: '/minimumCompressionSize', value: 'test' },
      'Invalid minimum compression size, must be between 0 and 10485760',
    ],
    [
      { op: 'add', path: '/minimumCompressionSize', value: '10' },
      'Invalid patch operation specified. Must be one of: [replace]',
    ],
    [{ op: 'replace', path: '/name', value: ' ' }, 'REST API name cannot be blank'],
    [
      { op: 'replace', path: '/apiKeySource', value: 'COOKIE' },
      'Invalid ApiKeySource specified. Valid options are HEADER,AUTHORIZER',
    ],
    [
      { op: 'replace', path: '/policy', value: '{}' },
      'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
    ],
    [
      { op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-1' },
      'VPC endpoint ids are only supported for Private APIs.',
    ],
    [{ op: 'add', path: '/binaryMediaTypes', value: 'image/gif' }, 'Invalid patch path /binaryMediaTypes'],
    [{ op: 'replace', path: '/binaryMediaTypes', value: 'image/gif' }, 'Invalid patch path /binaryMediaTypes'],
    [{ op: 'remove', path: '/binaryMediaTypes' }, 'Invalid patch path /binaryMediaTypes'],
    [
      { op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'wrong' },
      'ipAddressType must be either ipv4 or dualstack.',
    ],
    [
      { op: 'add', path: '/endpointConfiguration/ipAddressType', value: 'ipv4' },
      'Invalid patch operation specified. Must be one of: [replace]',
    ],
    [
      { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'wrong' },
      'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE',
    ],
    [
      { op: 'copy', path: '/endpointConfiguration/types/EDGE', value: 'EDGE' },
      "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
    ],
  ])('refuses %j', async (operation, message) => {
    await expect(update(operation)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('makes an API that becomes private dualstack, and keeps it so (test_update_rest_api_ip_address_type)', async () => {
    const changed = await update({ op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'PRIVATE' });
    expect(changed.endpointConfiguration).toEqual({ types: ['PRIVATE'], ipAddressType: 'dualstack' });
    await expect(
      update({ op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'ipv4' }),
    ).rejects.toMatchObject(
      refusal('BadRequestException', 'Only dualstack ipAddressType is supported for Private APIs.'),
    );
  });

  // The command of guide page apigateway-private-apis.
  it('adds and removes VPC endpoints of a private API', async () => {
    await update({ op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'PRIVATE' });
    const path = '/endpointConfiguration/vpcEndpointIds';
    const added = await update({ op: 'add', path, value: 'vpce-1' }, { op: 'add', path, value: 'vpce-2' });
    expect(added.endpointConfiguration?.vpcEndpointIds).toEqual(['vpce-1', 'vpce-2']);
    const removed = await update({ op: 'remove', path, value: 'vpce-1' });
    expect(removed.endpointConfiguration?.vpcEndpointIds).toEqual(['vpce-2']);
  });

  it('keeps nothing of a call that is refused (features A1.3)', async () => {
    await expect(
      update({ op: 'replace', path: '/name', value: 'new' }, { op: 'replace', path: '/x' }),
    ).rejects.toMatchObject({ statusCode: 400 });
    expect((await service.api.getRestApi({ restApiId }, service.call())).name).toBe('test');
  });

  // The command of guide page apigateway-resource-policies-create-attach.
  it('takes a resource policy as the guide writes it and answers it escaped', async () => {
    const Statement = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    const value = JSON.stringify(JSON.stringify({ Version: '2012-10-17', Statement }));
    const changed = await update({ op: 'replace', path: '/policy', value });
    expect(`"${changed.policy}"`).toBe(value);
  });

  it('reports unknown operations by number (test_update_rest_api_concatenation_of_errors)', async () => {
    await expect(update({ op: 'wrong', path: '/x' }, { op: 'wrong', path: '/y' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "2 validation errors detected: Value 'wrong' at 'updateRestApiInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]; Value 'wrong' at 'updateRestApiInput.patchOperations.2.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
      ),
    );
  });
});

describe('DeleteRestApi', () => {
  it('takes resources, deployments, snapshots and stages along and unpublishes the stages (issue 2)', async () => {
    const { restApiId } = await createDeployableApi(service);
    await deploy(service, restApiId, 'prod');
    await deploy(service, restApiId, 'dev');
    service.published.length = 0;
    await service.api.deleteRestApi({ restApiId }, service.call());
    const left = ['RestApi', 'RestApiScope', 'Resource', 'ResourceName', 'Model', 'Deployment', 'ApiSnapshot', 'Stage'];
    for (const kind of left) expect(await service.store.scan({ name: kind }), kind).toEqual([]);
    expect(service.published.map(({ event, ref, stored }) => [event, ref.stageName, stored])).toEqual([
      ['removed', 'dev', false],
      ['removed', 'prod', false],
    ]);
    await expect(service.api.deleteRestApi({ restApiId }, service.call())).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });

  it('leaves other APIs alone', async () => {
    const one = await createDeployableApi(service);
    const other = await createDeployableApi(service);
    await deploy(service, other.restApiId, 'prod');
    await service.api.deleteRestApi({ restApiId: one.restApiId }, service.call());
    expect((await service.api.getResources({ restApiId: other.restApiId }, service.call())).items).toHaveLength(1);
    expect((await service.api.getStages({ restApiId: other.restApiId }, service.call())).item).toHaveLength(1);
  });
});
