import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createApiWithMethod } from '../testing/apis.ts';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api, class
// TestApiGatewayApiDocumentationPart; the name of the test in brackets).
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createApi(service));
});

type Location = Parameters<TestService['api']['createDocumentationPart']>[0]['location'];
const create = (location: Location, properties = '{"description": "Sample"}') =>
  service.api.createDocumentationPart({ restApiId, location, properties }, service.call());
const list = (filter: Omit<Parameters<TestService['api']['getDocumentationParts']>[0], 'restApiId'> = {}) =>
  service.api.getDocumentationParts({ restApiId, ...filter }, service.call());

describe('a documentation part', () => {
  it('is created, read, listed, changed and deleted (test_documentation_part_lifecycle)', async () => {
    const { api, call } = service;
    const properties = '{"description": "Sample API description"}';
    const part = await create({ type: 'API' }, properties);
    expect(part).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/), location: { type: 'API' }, properties });
    const at = { restApiId, documentationPartId: part.id ?? '' };
    expect(await api.getDocumentationPart(at, call())).toEqual(part);
    expect(await list()).toEqual({ items: [part] });
    const changed = { ...part, properties: '{"description": "Updated Sample API description"}' };
    const patchOperations = [{ op: 'replace', path: '/properties', value: changed.properties }];
    expect(await api.updateDocumentationPart({ ...at, patchOperations }, call())).toEqual(changed);
    expect(await api.getDocumentationPart(at, call())).toEqual(changed);
    expect(await api.deleteDocumentationPart(at, call())).toEqual({});
    await expect(api.deleteDocumentationPart(at, call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Documentation part identifier specified'),
    );
    expect(await create({ type: 'API' })).toMatchObject({ location: { type: 'API' } });
  });

  // Guide, "Valid location fields of DocumentationPart", and the responses of "Document an API".
  it.each<[Location, Record<string, string>]>([
    [{ type: 'RESOURCE' }, { path: '/' }],
    [
      { type: 'METHOD', path: '/pets' },
      { path: '/pets', method: '*' },
    ],
    [
      { type: 'REQUEST_BODY', path: '/pets', method: 'POST' },
      { path: '/pets', method: 'POST' },
    ],
    [{ type: 'RESPONSE' }, { path: '/', method: '*', statusCode: '*' }],
    [
      { type: 'RESPONSE_HEADER', name: 'Age', statusCode: '' },
      { path: '/', method: '*', statusCode: '*', name: 'Age' },
    ],
    [{ type: 'MODEL', name: 'Error.message' }, { name: 'Error.message' }],
  ])('at %j has the defaults of the fields of its type', async (location, fields) => {
    expect((await create(location)).location).toEqual({ type: location.type, ...fields });
  });

  // Which fields are valid and required is the API reference's; the texts are ours.
  it.each<[Location, string]>([
    [{ type: 'API', path: '/' }, "Invalid location specified: 'path' is not valid for type 'API'"],
    [{ type: 'RESOURCE', method: 'GET' }, "Invalid location specified: 'method' is not valid for type 'RESOURCE'"],
    [{ type: 'METHOD', statusCode: '200' }, "Invalid location specified: 'statusCode' is not valid for type 'METHOD'"],
    [{ type: 'RESPONSE', name: 'x' }, "Invalid location specified: 'name' is not valid for type 'RESPONSE'"],
    [
      { type: 'QUERY_PARAMETER', path: '/' },
      "Invalid location specified: 'name' is required for type 'QUERY_PARAMETER'",
    ],
    [{ type: 'MODEL' }, "Invalid location specified: 'name' is required for type 'MODEL'"],
    [{ type: 'AUTHORIZER', name: ' ' }, "Invalid location specified: 'name' is required for type 'AUTHORIZER'"],
  ])('cannot be at %j', async (location, message) => {
    await expect(create(location)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('checks type and status code before everything else (test_invalid_create_documentation_part_operations)', async () => {
    const type =
      "Value 'INVALID' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]";
    await expect(create({ type: 'INVALID' })).rejects.toMatchObject(
      refusal('ValidationException', `1 validation error detected: ${type}`),
    );
    await expect(create({ type: 'RESPONSE', statusCode: '600' })).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining("Value '600' at 'createDocumentationPartInput.location.statusCode'"),
    });
  });

  it('is alone at its location (guide, "Document an API entity")', async () => {
    await create({ type: 'API' });
    await create({ type: 'RESOURCE' });
    await expect(create({ type: 'API' })).rejects.toMatchObject(
      refusal('ConflictException', "Documentation part already exists for the specified location: type 'API'"),
    );
    await expect(create({ type: 'RESOURCE', path: '/' })).rejects.toMatchObject(
      refusal(
        'ConflictException',
        "Documentation part already exists for the specified location: type 'RESOURCE', path '/'",
      ),
    );
  });

  const NO_OBJECT = 'Invalid documentation part properties specified. Must be a JSON object.';
  it.each([
    ['', 'Documentation part properties must be non-empty'],
    ['text', NO_OBJECT],
    ['[]', NO_OBJECT],
    ['null', NO_OBJECT],
    ['"{}"', NO_OBJECT],
    ['{', NO_OBJECT],
  ])('has properties that are a JSON object, not %j (recorded; the second text is ours)', async (value, message) => {
    const refused = refusal('BadRequestException', message);
    await expect(create({ type: 'API' }, value)).rejects.toMatchObject(refused);
    const { id: documentationPartId = '' } = await create({ type: 'API' });
    const patchOperations = [{ op: 'replace', path: '/properties', value }] as const;
    await expect(
      service.api.updateDocumentationPart({ restApiId, documentationPartId, patchOperations }, service.call()),
    ).rejects.toMatchObject(refused);
  });

  it.each([
    [
      { op: 'add', path: '/properties', value: '{}' },
      "Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations",
    ],
    [
      { op: 'replace', path: '/invalidPath', value: '{}' },
      "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/properties]",
    ],
  ])('refuses %j (test_invalid_update_documentation_part)', async (operation, message) => {
    const { id: documentationPartId = '' } = await create({ type: 'API' });
    await expect(
      service.api.updateDocumentationPart(
        { restApiId, documentationPartId, patchOperations: [operation] },
        service.call(),
      ),
    ).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('needs an API (test_doc_parts_crud_no_api, test_invalid_get_documentation_part, test_invalid_delete_documentation_part)', async () => {
    const { api, call } = service;
    const at = { restApiId: 'api_id', documentationPartId: 'part' };
    const noApi = refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:api_id`);
    const noPart = refusal('NotFoundException', 'Invalid Documentation part identifier specified');
    await expect(
      api.createDocumentationPart({ ...at, location: { type: 'API' }, properties: '{}' }, call()),
    ).rejects.toMatchObject(noApi);
    await expect(api.getDocumentationParts(at, call())).rejects.toMatchObject(noApi);
    await expect(api.deleteDocumentationPart(at, call())).rejects.toMatchObject(noApi);
    await expect(api.getDocumentationPart(at, call())).rejects.toMatchObject(noPart);
    await expect(api.updateDocumentationPart(at, call())).rejects.toMatchObject(noPart);
  });
});

// API reference, `GetDocumentationParts`; features A16.
describe('GetDocumentationParts', () => {
  it('filters by type, path and the beginning of the name', async () => {
    await create({ type: 'API' });
    await create({ type: 'METHOD', path: '/pets', method: 'GET' });
    await create({ type: 'MODEL', name: 'Pet' });
    await create({ type: 'MODEL', name: 'Error' });
    const found = async (filter: Parameters<typeof list>[0]) =>
      (await list(filter)).items?.map((part) => part.location);
    expect(await found({ type: 'API' })).toEqual([{ type: 'API' }]);
    expect(await found({ path: '/pets' })).toEqual([{ type: 'METHOD', path: '/pets', method: 'GET' }]);
    expect(await found({ type: 'MODEL', nameQuery: 'Pe' })).toEqual([{ type: 'MODEL', name: 'Pet' }]);
    expect(await found({ locationStatus: 'DOCUMENTED' })).toHaveLength(4);
    await expect(list({ type: 'NO', locationStatus: 'NO' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "2 validation errors detected: Value 'NO' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]; Value 'NO' at 'locationStatus' failed to satisfy constraint: Member must satisfy enum value set: [UNDOCUMENTED, DOCUMENTED]",
      ),
    );
  });

  it('gives entities without content, those that inherit some left out (UNDOCUMENTED)', async () => {
    const { api, call } = service;
    const method = await createApiWithMethod(service, { 'method.request.querystring.q': false });
    restApiId = method.restApiId;
    await api.putMethodResponse(
      { ...method, statusCode: '200', responseModels: { 'application/json': 'Empty' } },
      call(),
    );
    const at = { path: '/', method: 'GET' };
    const undocumented = async () => (await list({ locationStatus: 'UNDOCUMENTED' })).items;
    expect(await undocumented()).toEqual([
      { location: { type: 'API' } },
      { location: { type: 'MODEL', name: 'Empty' } },
      { location: { type: 'MODEL', name: 'Error' } },
      { location: { type: 'RESOURCE', path: '/' } },
      { location: { type: 'METHOD', ...at } },
      { location: { type: 'QUERY_PARAMETER', ...at, name: 'q' } },
      { location: { type: 'RESPONSE', ...at, statusCode: '200' } },
      { location: { type: 'RESPONSE_BODY', ...at, statusCode: '200' } },
    ]);
    await create({ type: 'RESPONSE' });
    await create({ type: 'METHOD' });
    const left = (await undocumented())?.map(({ location }) => location?.type);
    // A response inherits, a method does not (API reference, `DocumentationPartLocation.type`).
    expect(left).toEqual(['API', 'MODEL', 'MODEL', 'RESOURCE', 'METHOD', 'QUERY_PARAMETER', 'RESPONSE_BODY']);
  });

  it('gives such entities in pages', async () => {
    const filter = { locationStatus: 'UNDOCUMENTED', limit: 2 };
    const first = await list(filter);
    const second = await list({ ...filter, position: first.position ?? '' });
    expect([...(first.items ?? []), ...(second.items ?? [])]).toHaveLength(4);
    expect(second).not.toHaveProperty('position');
  });
});
