import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createDeployableApi, deploy } from '../testing/apis.ts';
import { bodyOf, importApi, mockOperation, openapi, resourcesByPath } from '../testing/imports.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// "Recorded" means: what AWS answered in July 2025, in the snapshots of LocalStack's test_apigateway_import.

let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createApi(service));
});

const put = (document: object | string, more: object = {}) =>
  service.api.putRestApi({ restApiId, body: bodyOf(document), ...more }, service.call());

async function verbs() {
  const resources = await resourcesByPath(service, restApiId);
  return Object.fromEntries(
    Object.entries(resources).map(([path, { resourceMethods = {} }]) => [path, Object.keys(resourceMethods).sort()]),
  );
}

const answering = (...statusCodes: number[]) =>
  mockOperation({ responses: Object.fromEntries(statusCodes.map((code) => [code, { description: 'x' }])) });

describe('PutRestApi', () => {
  it('merges by default: methods that collide are replaced as a whole, the others stay (guide page ...-update)', async () => {
    await put(openapi({ '/a': { get: answering(200, 206), post: answering(200) }, '/b': { get: answering(200) } }));
    const before = await resourcesByPath(service, restApiId);
    await put(openapi({ '/a': { get: answering(200, 400) }, '/c': { put: answering(200) } }));
    expect(await verbs()).toEqual({ '/': [], '/a': ['GET', 'POST'], '/b': ['GET'], '/c': ['PUT'] });
    const after = await resourcesByPath(service, restApiId);
    expect(Object.keys(after['/a']?.resourceMethods?.GET?.methodResponses ?? {})).toEqual(['200', '400']);
    expect(after['/a']?.id).toBe(before['/a']?.id);
  });

  it('overwrites: what the file does not define is deleted, a path that stays keeps its id (recorded)', async () => {
    await put(
      openapi({ '/a/{x}/b': { get: answering(200) }, '/a': { get: answering(200) }, '/d': { get: answering(200) } }),
    );
    const before = await resourcesByPath(service, restApiId);
    await put(openapi({ '/a/{y}/c': { post: answering(200) } }), { mode: 'overwrite' });
    expect(await verbs()).toEqual({ '/': [], '/a': [], '/a/{y}': [], '/a/{y}/c': ['POST'] });
    const after = await resourcesByPath(service, restApiId);
    expect(after['/']?.id).toBe(before['/']?.id);
    expect(after['/a']?.id).toBe(before['/a']?.id);
  });

  it.each([
    ['merge', ['image/heif', 'image/png', 'image/jpg']],
    ['overwrite', ['image/png', 'image/jpg']],
  ])('treats binary media types by the mode %s, and renames the API (recorded)', async (mode, binaryMediaTypes) => {
    const patchOperations = [{ op: 'add', path: '/binaryMediaTypes/image~1heif' }];
    await service.api.updateRestApi({ restApiId, patchOperations }, service.call());
    const file = openapi({}, { 'x-amazon-apigateway-binary-media-types': ['image/png', 'image/jpg'] });
    expect(await put({ ...file, info: { title: 'renamed', version: '1.0.0' } }, { mode })).toMatchObject({
      name: 'renamed',
      version: '1.0.0',
      binaryMediaTypes,
      tags: {},
    });
  });

  it('keeps models, authorizers and validators by name, with their ids; overwriting deletes the others', async () => {
    const file = (names: string[]) => ({
      components: { schemas: Object.fromEntries(names.map((name) => [name, { type: 'object', title: name }])) },
      'x-amazon-apigateway-request-validators': Object.fromEntries(names.map((name) => [name, {}])),
      'x-amazon-apigateway-gateway-responses': { [names[0] === 'A' ? 'DEFAULT_4XX' : 'DEFAULT_5XX']: {} },
    });
    const namesAndIds = async () => {
      const { items: models = [] } = await service.api.getModels({ restApiId }, service.call());
      const { items: validators = [] } = await service.api.getRequestValidators({ restApiId }, service.call());
      return {
        models: Object.fromEntries(models.map(({ name, id }) => [name, id])),
        validators: Object.fromEntries(validators.map(({ name, id }) => [name, id])),
      };
    };
    await put(openapi({}, file(['A', 'B'])));
    const first = await namesAndIds();
    expect(Object.keys(first.models)).toEqual(['A', 'B', 'Empty', 'Error']);
    await put(openapi({}, file(['B', 'C'])));
    const merged = await namesAndIds();
    expect(Object.keys(merged.models)).toEqual(['A', 'B', 'C', 'Empty', 'Error']);
    expect(merged.models.B).toBe(first.models.B);
    expect(merged.validators).toMatchObject(first.validators);
    await put(openapi({}, file(['B'])), { mode: 'overwrite' });
    expect(await namesAndIds()).toEqual({ models: { B: first.models.B }, validators: { B: first.validators.B } });
    const { items: responses = [] } = await service.api.getGatewayResponses({ restApiId, limit: 500 }, service.call());
    expect(responses.filter(({ defaultResponse }) => !defaultResponse).map(({ responseType }) => responseType)).toEqual(
      ['DEFAULT_5XX'],
    );
  });

  it('leaves stages and what they serve alone (fact D159)', async () => {
    const { restApiId: deployed } = await createDeployableApi(service);
    await deploy(service, deployed, 'dev');
    const published = service.published.length;
    const stage = await service.api.getStage({ restApiId: deployed, stageName: 'dev' }, service.call());
    const body = bodyOf(openapi({ '/new': { get: mockOperation() } }));
    await service.api.putRestApi({ restApiId: deployed, body, mode: 'overwrite' }, service.call());
    expect(await service.api.getStage({ restApiId: deployed, stageName: 'dev' }, service.call())).toEqual(stage);
    expect(service.published).toHaveLength(published);
  });

  it('is idempotent (fact D159)', async () => {
    const file = openapi(
      { '/a': { get: mockOperation({ description: 'Gets.' }) } },
      { components: { schemas: { A: { type: 'object' } } }, tags: [{ name: 'x' }] },
    );
    const documents = async () => [
      await service.store.scan({ name: 'Resource' }),
      await service.store.scan({ name: 'Model' }),
      await service.store.scan({ name: 'DocumentationPart' }),
    ];
    const values = async () => (await documents()).flat().map(({ id, value }) => [id, value]);
    await put(file);
    const once = await values();
    await put(file);
    expect(await values()).toEqual(once);
  });

  it.each([{}, { mode: 'overwrite' }])('changes nothing when it fails (%j)', async (more) => {
    await put(openapi({ '/a': { get: mockOperation() } }));
    const before = await service.store.scan({ name: 'Resource' });
    const revision = await service.store.lastSequence();
    const broken = { type: 'aws', httpMethod: 'POST', uri: 'arn:aws:apigateway:us-east-1:sqs:path/x' };
    const file = openapi({
      '/b': { get: mockOperation() },
      '/c': { get: mockOperation({ 'x-amazon-apigateway-integration': broken }) },
    });
    await expect(put(file, more)).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/c': Role ARN must be specified for AWS integrations",
      ),
    );
    await expect(put('{', more)).rejects.toMatchObject({ code: 'BadRequestException' });
    expect(await service.store.scan({ name: 'Resource' })).toEqual(before);
    expect(await service.store.lastSequence()).toBe(revision);
  });

  it('knows the API, and the modes', async () => {
    const body = bodyOf(openapi({}));
    await expect(service.api.putRestApi({ restApiId: 'nope', body }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid API identifier specified 111111111111:nope'),
    );
    await expect(put(openapi({}), { mode: 'replace' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'replace' at 'putRestApiInput.mode' failed to satisfy constraint: Member must satisfy enum value set: [overwrite, merge]",
      ),
    );
  });

  it('refers to models that the API has already when it merges', async () => {
    const reference = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Empty' } } } };
    const file = openapi({ '/a': { get: mockOperation({ responses: { 200: { description: 'x', ...reference } } }) } });
    expect(await put(file)).not.toHaveProperty('warnings');
    const { answer } = await importApi(service, file);
    expect(answer.warnings).toEqual(["Reference to model 'Empty' not found. Ignoring."]);
  });
});

describe('documentation', () => {
  const parts = async () => {
    const { items = [] } = await service.api.getDocumentationParts({ restApiId, limit: 500 }, service.call());
    return Object.fromEntries(items.map(({ location, properties }) => [JSON.stringify(location), properties]));
  };
  const extension = (...documentationParts: object[]) => ({
    'x-amazon-apigateway-documentation': { version: '1.0.3', documentationParts },
  });

  it('comes from descriptions, unless it is to be ignored (API reference, PutRestApi, parameters)', async () => {
    const file = openapi({
      '/a/{id}': {
        get: mockOperation({
          summary: 'Short.',
          description: 'Long.',
          parameters: [{ name: 'id', in: 'path', required: true, description: 'Which.' }],
          responses: { 200: { description: 'Fine.' }, 404: { description: '404 response' } },
        }),
      },
    });
    await put(file, { parameters: { ignore: 'documentation' } });
    expect(await parts()).toEqual({});
    await put(file);
    const at = { path: '/a/{id}', method: 'GET' };
    expect(await parts()).toEqual({
      [JSON.stringify({ type: 'METHOD', ...at })]: '{"summary":"Short.","description":"Long."}',
      [JSON.stringify({ type: 'PATH_PARAMETER', ...at, name: 'id' })]: '{"description":"Which."}',
      [JSON.stringify({ type: 'RESPONSE', ...at, statusCode: '200' })]: '{"description":"Fine."}',
    });
  });

  it('is imported alone by ImportDocumentationParts, merged or overwritten (guide page ...-import-export)', async () => {
    const load = (mode: string | undefined, ...documentationParts: object[]) =>
      service.api.importDocumentationParts(
        {
          restApiId,
          body: bodyOf(openapi({ '/x': { get: {} } }, extension(...documentationParts))),
          ...(mode && { mode }),
        },
        service.call(),
      );
    const first = await load(
      undefined,
      { location: { type: 'API' }, properties: { description: 'API', info: { version: '3' } } },
      { location: { type: 'METHOD', method: 'GET' }, properties: { description: 'Gets.' } },
    );
    expect(first.ids).toHaveLength(2);
    const merged = await load('merge', { location: { type: 'API' }, properties: { description: 'new', foo: 1 } });
    expect(merged.ids).toEqual(first.ids?.slice(0, 1));
    expect(await parts()).toMatchObject({
      '{"type":"API"}': '{"description":"new","info":{"version":"3"},"foo":1}',
      '{"type":"METHOD","path":"/","method":"GET"}': '{"description":"Gets."}',
    });
    await load('overwrite', { location: { type: 'RESOURCE', path: '/x' }, properties: '{"description":"X."}' });
    expect(await parts()).toEqual({ '{"type":"RESOURCE","path":"/x"}': '{"description":"X."}' });
    expect(await verbs()).toEqual({ '/': [] });

    await expect(load('merge', { location: { type: 'NOPE' }, properties: {} })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    expect(Object.keys(await parts())).toHaveLength(1);
  });
});
