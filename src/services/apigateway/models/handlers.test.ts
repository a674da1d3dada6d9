import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createApiWithMethod } from '../testing/apis.ts';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api, class
// TestApiGatewayApiModels; the name of the test in brackets).
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createApi(service));
});

const create = (name: string, schema?: string, contentType = 'application/json') =>
  service.api.createModel({ restApiId, name, contentType, ...(schema !== undefined && { schema }) }, service.call());
const update = (modelName: string, ...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateModel({ restApiId, modelName, patchOperations }, service.call());
const url = (name: string, api = restApiId) => `https://apigateway.amazonaws.com/restapis/${api}/models/${name}`;
const invalid = (error: string) =>
  refusal('BadRequestException', `Invalid model specified: Validation Result: warnings : [], errors : [${error}]`);

describe('a model', () => {
  it('is created, read, listed beside the default ones, changed and deleted (test_model_lifecycle, test_update_model)', async () => {
    const { api, call } = service;
    const schema =
      '{"title": "Calc output", "type": "object", "required": ["a"], "properties": {"a": {"type": "number"}}}';
    const model = await api.createModel(
      { restApiId, name: 'calc', contentType: 'application/json', schema, description: 'Calc output model' },
      call(),
    );
    expect(model).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'calc',
      contentType: 'application/json',
      schema,
      description: 'Calc output model',
    });
    const at = { restApiId, modelName: 'calc' };
    expect(await api.getModel(at, call())).toEqual(model);
    const { items = [] } = await api.getModels({ restApiId }, call());
    expect(items.map(({ name, description }) => [name, description])).toEqual([
      ['Empty', 'This is a default empty schema model'],
      ['Error', 'This is a default error schema model'],
      ['calc', 'Calc output model'],
    ]);
    // The AWS CLI's reference, `get-models`, has these texts to the letter.
    expect(items[0]?.schema).toBe(
      '{\n  "$schema": "http://json-schema.org/draft-04/schema#",\n  "title" : "Empty Schema",\n  "type" : "object"\n}',
    );
    expect(items[1]?.schema).toBe(
      '{\n  "$schema" : "http://json-schema.org/draft-04/schema#",\n  "title" : "Error Schema",\n  "type" : "object",\n  "properties" : {\n    "message" : { "type" : "string" }\n  }\n}',
    );
    const changed = { ...model, schema: '{"title":"Updated schema","type":"object"}' };
    expect(await update('calc', { op: 'replace', path: '/schema', value: changed.schema })).toEqual(changed);
    expect(await api.deleteModel(at, call())).toEqual({});
    await expect(api.getModel(at, call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid model name specified: calc'),
    );
  });

  it('needs an API (test_model_validation)', async () => {
    const { api, call } = service;
    const at = { restApiId: 'abcde0', modelName: 'MySchema' };
    const noApi = refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:abcde0`);
    const noModel = refusal('NotFoundException', 'Invalid model name specified: MySchema');
    await expect(
      api.createModel({ ...at, name: 'MySchema', contentType: 'application/json', schema: '{}' }, call()),
    ).rejects.toMatchObject(noApi);
    await expect(api.getModels(at, call())).rejects.toMatchObject(noApi);
    await expect(api.getModel(at, call())).rejects.toMatchObject(noModel);
    await expect(api.getModelTemplate(at, call())).rejects.toMatchObject(noModel);
    await expect(api.deleteModel(at, call())).rejects.toMatchObject(noModel);
    await expect(api.updateModel(at, call())).rejects.toMatchObject(noModel);
  });

  it('has a name of letters and digits, and of its own (fact D81; test_model_validation; importer issue 194)', async () => {
    await expect(create('', '{}')).rejects.toMatchObject(
      refusal('BadRequestException', 'Model name must be non-empty'),
    );
    await expect(create('inline_response_200_1', '{}')).rejects.toMatchObject(
      refusal('BadRequestException', 'Model name must be alphanumeric: inline_response_200_1'),
    );
    await expect(create('Empty', '{}')).rejects.toMatchObject(
      refusal('ConflictException', 'Model name already exists for this REST API'),
    );
  });

  const noSchema = refusal('BadRequestException', 'Model schema must have at least 1 property or array items defined');
  it('has a schema, whatever its type (fact D81; test_model_validation, test_update_model)', async () => {
    await expect(create('a', '')).rejects.toMatchObject(noSchema);
    await expect(create('a')).rejects.toMatchObject(noSchema);
    await expect(create('a', undefined, 'application/xml')).rejects.toMatchObject(noSchema);
    await expect(update('Empty', { op: 'replace', path: '/schema', value: '' })).rejects.toMatchObject(noSchema);
    expect(await create('xsd', '<schema/>', 'application/xml')).toMatchObject({ schema: '<schema/>' });
  });

  it.each([
    ['{', 'Invalid model schema specified'], // boto3 issue 435: the text of a Python dictionary
    ['[]', 'Invalid model schema specified'],
    ['{"required": []}', 'Invalid model schema specified'], // aws-cdk issue 27433
    ['{"properties": {"a": {"enum": ["A", "A"]}}}', 'Invalid model schema specified'], // aws-cdk issue 18715
    ['{"pattern": "("}', 'Invalid model schema specified'],
    ['{"$id": "http://a"}', 'Invalid model schema specified. Unsupported keyword(s): ["$id"]'], // aws-cdk issue 14585
    ['{"properties": {"a": {"example": 1}}}', 'Invalid model schema specified. Unsupported keyword(s): ["example"]'],
    ['{"items": {"$ref": "Pet"}}', 'Model reference must be in canonical form'],
    [
      '{"items": {"$ref": "https://apigateway.amazonaws.com/restapis/other/models/Error"}}',
      'Model reference must be in canonical form',
    ],
  ])('cannot have the schema %s', async (schema, error) => {
    await expect(create('a', schema)).rejects.toMatchObject(invalid(error));
    await expect(update('Empty', { op: 'replace', path: '/schema', value: schema })).rejects.toMatchObject(
      invalid(error),
    );
  });

  it('refers to models of its API, itself included (guide, "Working with models and mapping templates")', async () => {
    await expect(create('Pets', `{"items": {"$ref": "${url('Pet')}"}}`)).rejects.toMatchObject(
      invalid(`Invalid model reference specified: ${url('Pet')}`),
    );
    await create('Pet', `{"properties": {"mother": {"$ref": "${url('Pet')}"}}}`);
    expect(await create('Pets', `{"items": {"$ref": "${url('Pet')}#/properties/mother"}}`)).toMatchObject({
      name: 'Pets',
    });
  });

  it.each([
    [
      { op: 'add', path: '/wrong-path', value: 'a' },
      "Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations",
    ],
    [
      { op: 'replace', path: '/name', value: 'a' },
      "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]",
    ],
  ])('refuses %j (test_update_model)', async (operation, message) => {
    await expect(update('Empty', operation)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('is at most 400 KB (API reference, `CreateModel.schema`)', async () => {
    await expect(create('a', JSON.stringify({ title: 'x'.repeat(400 * 1024) }))).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  });
});

describe('a model that is used', () => {
  it('stays while a method names it (aws-apigateway-importer issues 89 and 113)', async () => {
    const { api, call } = service;
    const method = await createApiWithMethod(service);
    restApiId = method.restApiId;
    await create('Pet', '{"type": "object"}');
    const requestModel = '/requestModels/application~1json';
    await api.updateMethod({ ...method, patchOperations: [{ op: 'add', path: requestModel, value: 'Pet' }] }, call());
    const drop = () => api.deleteModel({ restApiId, modelName: 'Pet' }, call());
    await expect(drop()).rejects.toMatchObject(
      refusal('ConflictException', "Cannot delete model 'Pet', is referenced in method request: //GET"),
    );
    await api.updateMethod({ ...method, patchOperations: [{ op: 'remove', path: requestModel }] }, call());
    await api.putMethodResponse({ ...method, statusCode: '200', responseModels: { 'text/plain': 'Pet' } }, call());
    await expect(drop()).rejects.toMatchObject(
      refusal('ConflictException', "Cannot delete model 'Pet', is referenced in method response: //GET"),
    );
    await api.deleteMethodResponse({ ...method, statusCode: '200' }, call());
    expect(await drop()).toEqual({});
  });

  it('stays while another model refers to it (worded like the others)', async () => {
    await create('Pet', '{"type": "object"}');
    await create('Pets', `{"items": {"$ref": "${url('Pet')}"}}`);
    await expect(service.api.deleteModel({ restApiId, modelName: 'Pet' }, service.call())).rejects.toMatchObject(
      refusal('ConflictException', "Cannot delete model 'Pet', is referenced in model: Pets"),
    );
  });

  it('stays while another model refers to a part of it', async () => {
    await create('Pet', '{"definitions": {"Name": {"type": "string"}}}');
    await create('Pets', `{"items": {"$ref": "${url('Pet')}#/definitions/Name"}}`);
    await create('Pe', '{"type": "object"}');
    await expect(service.api.deleteModel({ restApiId, modelName: 'Pet' }, service.call())).rejects.toMatchObject(
      refusal('ConflictException', "Cannot delete model 'Pet', is referenced in model: Pets"),
    );
    // Whose name another's begins with.
    expect(await service.api.deleteModel({ restApiId, modelName: 'Pe' }, service.call())).toEqual({});
  });

  it('must be there (recorded: test_method_update and others)', async () => {
    const { api, call } = service;
    const method = await createApiWithMethod(service);
    const unknown = refusal('BadRequestException', 'Invalid model identifier specified: No');
    await expect(
      api.updateMethod(
        { ...method, patchOperations: [{ op: 'add', path: '/requestModels/text~1plain', value: 'No' }] },
        call(),
      ),
    ).rejects.toMatchObject(unknown);
    await expect(
      api.putMethodResponse({ ...method, statusCode: '200', responseModels: { 'text/plain': 'No' } }, call()),
    ).rejects.toMatchObject(unknown);
  });
});

describe('GetModel with flatten', () => {
  it('gives one schema that needs no other (API reference, `GetModel.flatten`)', async () => {
    await create('Pet', '{"type": "object"}');
    const schema = `{"items": {"$ref": "${url('Pet')}"}}`;
    await create('Pets', schema);
    const get = async (flatten?: boolean) =>
      (await service.api.getModel({ restApiId, modelName: 'Pets', ...(flatten && { flatten }) }, service.call()))
        .schema;
    expect(await get()).toBe(schema);
    expect(JSON.parse((await get(true)) ?? '')).toEqual({
      items: { $ref: '#/definitions/Pet' },
      definitions: { Pet: { type: 'object' } },
    });
  });
});

describe('GetModelTemplate', () => {
  const template = async (modelName: string) =>
    (await service.api.getModelTemplate({ restApiId, modelName }, service.call())).value;

  it('is as the AWS CLI’s reference shows it for `Empty`', async () => {
    expect(await template('Empty')).toBe("#set($inputRoot = $input.path('$'))\n{ }");
  });

  it('writes a sample for each member, and a loop for a list', async () => {
    expect(await template('Error')).toBe(`#set($inputRoot = $input.path('$'))\n{\n  "message" : "foo"\n}`);
    const pet = {
      type: 'object',
      properties: { id: { type: 'integer' }, kind: { type: 'string' }, price: { type: 'number' } },
    };
    await create('Pet', JSON.stringify(pet));
    await create('Pets', `{"type": "array", "items": {"$ref": "${url('Pet')}"}}`);
    expect(await template('Pets')).toBe(
      [
        "#set($inputRoot = $input.path('$'))",
        '[',
        '##TODO: Update this foreach loop to reference array from input json',
        '#foreach($elem in $inputRoot)',
        ' {',
        '  "id" : 42,',
        '  "kind" : "foo",',
        '  "price" : 3.14',
        '} ',
        '#if($foreach.hasNext),#end',
        '#end',
        ']',
      ].join('\n'),
    );
  });

  it('ends for a model that contains itself', async () => {
    const tree = { $ref: url('Tree') };
    await create('Tree', JSON.stringify({ properties: { left: tree, right: tree } }));
    expect((await template('Tree'))?.length).toBeLessThan(500_000);
  });
});

it('a schema has at most 400 KB (API reference, CreateModel.schema; the text is ours)', async () => {
  const schema = (length: number) => `{"type": "object", "description": "${'x'.repeat(length)}"}`;
  await create('large', schema(400 * 1024 - 50));
  await expect(create('larger', schema(400 * 1024))).rejects.toMatchObject(
    invalid('Model schema exceeds 409600 bytes'),
  );
});
