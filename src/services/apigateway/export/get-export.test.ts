import { beforeEach, describe, expect, it } from 'vitest';
import { deploy } from '../testing/apis.ts';
import { EVERYTHING } from '../testing/everything.ts';
import { bodyOf, contentsOf, importApi, mockOperation, openapi } from '../testing/imports.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// "Recorded" means: what AWS answered in April 2024, in the snapshots of LocalStack's test_apigateway_extended.

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

async function exported(restApiId: string, exportType: string, more: { extensions?: string; accepts?: string } = {}) {
  const { extensions, accepts } = more;
  return service.api.getExport(
    {
      restApiId,
      stageName: 'local',
      exportType,
      ...(extensions && { parameters: { extensions } }),
      ...(accepts && { accepts }),
    },
    service.call(),
  );
}

async function exportedJson(restApiId: string, exportType: string, extensions?: string) {
  const { body } = await exported(restApiId, exportType, extensions === undefined ? {} : { extensions });
  return JSON.parse(Buffer.from(body ?? []).toString('utf8'));
}

const integration = {
  type: 'http',
  httpMethod: 'POST',
  uri: 'http://petstore.example.com/petstore/pets',
  responses: { default: { statusCode: '200' } },
  passthroughBehavior: 'when_no_match',
};

/** Of a shape with the recorded one. */
const store = {
  swagger: '2.0',
  info: { title: 'PetStore', description: 'A store.', version: '1.0.0' },
  paths: {
    '/': {
      get: {
        responses: { 200: { description: '200 response', headers: { 'Content-Type': { type: 'string' } } } },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': '{"statusCode": 200}' },
          responses: {
            default: {
              statusCode: '200',
              responseParameters: { 'method.response.header.Content-Type': "'text/html'" },
              responseTemplates: { 'text/html': '<html></html>' },
            },
          },
          passthroughBehavior: 'when_no_match',
        },
      },
    },
    '/pets/{petId}': {
      post: {
        operationId: 'CreatePet',
        parameters: [
          { name: 'page', in: 'query', required: false, type: 'string' },
          { in: 'body', name: 'NewPet', required: true, schema: { $ref: '#/definitions/NewPet' } },
        ],
        responses: { 200: { description: '200 response', schema: { $ref: '#/definitions/NewPet' } } },
        'x-amazon-apigateway-integration': integration,
      },
    },
  },
  definitions: {
    NewPet: { type: 'object', properties: { type: { $ref: '#/definitions/PetType' } } },
    PetType: { type: 'string', enum: ['dog', 'cat'] },
  },
};

async function deployedStore(): Promise<string> {
  const { restApiId } = await importApi(service, store, { failOnWarnings: true });
  await deploy(service, restApiId, 'local');
  return restApiId;
}

describe('GetExport', () => {
  it('writes Swagger 2.0 (recorded)', async () => {
    const restApiId = await deployedStore();
    expect(await exportedJson(restApiId, 'swagger')).toEqual({
      swagger: '2.0',
      info: { title: 'PetStore', description: 'A store.', version: '1.0.0' },
      host: `${restApiId}.execute-api.us-east-1.amazonaws.com`,
      basePath: '/local',
      schemes: ['https'],
      paths: {
        '/': {
          get: {
            consumes: ['application/json'],
            produces: ['text/html'],
            responses: { 200: { description: '200 response', headers: { 'Content-Type': { type: 'string' } } } },
          },
        },
        '/pets/{petId}': {
          post: {
            operationId: 'CreatePet',
            consumes: ['application/json'],
            produces: ['application/json'],
            parameters: [
              { name: 'page', in: 'query', required: false, type: 'string' },
              { name: 'petId', in: 'path', required: true, type: 'string' },
              { in: 'body', name: 'NewPet', required: true, schema: { $ref: '#/definitions/NewPet' } },
            ],
            responses: { 200: { description: '200 response', schema: { $ref: '#/definitions/NewPet' } } },
          },
        },
      },
      definitions: store.definitions,
    });
  });

  it('writes OpenAPI 3.0 (recorded)', async () => {
    const restApiId = await deployedStore();
    const text = { type: 'string' };
    const pet = { 'application/json': { schema: { $ref: '#/components/schemas/NewPet' } } };
    expect(await exportedJson(restApiId, 'oas30')).toEqual({
      openapi: '3.0.1',
      info: { title: 'PetStore', description: 'A store.', version: '1.0.0' },
      servers: [
        {
          url: `https://${restApiId}.execute-api.us-east-1.amazonaws.com/{basePath}`,
          variables: { basePath: { default: 'local' } },
        },
      ],
      paths: {
        '/': {
          get: {
            responses: {
              200: { description: '200 response', headers: { 'Content-Type': { schema: text } }, content: {} },
            },
          },
        },
        '/pets/{petId}': {
          post: {
            operationId: 'CreatePet',
            parameters: [
              { name: 'page', in: 'query', schema: text },
              { name: 'petId', in: 'path', required: true, schema: text },
            ],
            requestBody: { content: pet, required: true },
            responses: { 200: { description: '200 response', content: pet } },
          },
        },
      },
      components: {
        schemas: {
          NewPet: { type: 'object', properties: { type: { $ref: '#/components/schemas/PetType' } } },
          PetType: { type: 'string', enum: ['dog', 'cat'] },
        },
      },
    });
  });

  it('adds integrations, without what is a default (recorded)', async () => {
    const restApiId = await deployedStore();
    for (const extensions of ['apigateway', 'integrations', 'integrations,authorizers']) {
      const { paths } = await exportedJson(restApiId, 'swagger', extensions);
      expect(paths['/'].get['x-amazon-apigateway-integration']).toEqual(
        store.paths['/'].get['x-amazon-apigateway-integration'],
      );
      expect(paths['/pets/{petId}'].post['x-amazon-apigateway-integration']).toEqual(integration);
    }
    const { paths } = await exportedJson(restApiId, 'swagger', 'authorizers');
    expect(paths['/'].get).not.toHaveProperty('x-amazon-apigateway-integration');
  });

  it.each([
    ['oas30', 'json', undefined],
    ['swagger', 'json', 'application/json'],
    ['swagger', 'yaml', 'application/yaml'],
  ])('names the file %s_VERSION.%s (recorded)', async (exportType, ending, accepts) => {
    const { contentType, contentDisposition, body } = await exported(
      await deployedStore(),
      exportType,
      accepts === undefined ? {} : { accepts },
    );
    expect({ contentType, contentDisposition }).toEqual({
      contentType: 'application/octet-stream',
      contentDisposition: `attachment; filename="${exportType}_1.0.0.${ending}"`,
    });
    expect(Buffer.from(body ?? []).toString('utf8')).toMatch(
      ending === 'yaml' ? /^---\nswagger: '2.0'\n/ : /^\{\n {2}"/,
    );
  });

  it('takes the time of the deployment for a version (guide page api-as-s3-proxy-export-swagger-with-extensions)', async () => {
    const { restApiId } = await importApi(service, { ...store, info: { title: 'x' } });
    await deploy(service, restApiId, 'local');
    const { contentDisposition } = await exported(restApiId, 'swagger');
    expect(contentDisposition).toBe('attachment; filename="swagger_2025-07-02T13:13:23Z.json"');
    expect((await exportedJson(restApiId, 'swagger')).info).toEqual({ title: 'x', version: '2025-07-02T13:13:23Z' });
  });

  it('exports what the stage serves, not what has changed since', async () => {
    const restApiId = await deployedStore();
    const body = bodyOf(openapi({ '/new': { get: mockOperation() } }));
    await service.api.putRestApi({ restApiId, body, mode: 'overwrite' }, service.call());
    expect(Object.keys((await exportedJson(restApiId, 'oas30')).paths)).toEqual(['/', '/pets/{petId}']);
  });

  it('leaves a version no way out of the header', async () => {
    const { restApiId } = await importApi(service, { ...store, info: { title: 'x', version: '1"\r\nX-Evil: ü' } });
    await deploy(service, restApiId, 'local');
    expect((await exported(restApiId, 'oas30')).contentDisposition).toBe(
      'attachment; filename="oas30_1___X-Evil:__.json"',
    );
  });

  it('merges the documentation that the stage publishes, and tells its parts (guide page ...-quick-start-publishing)', async () => {
    const { restApiId } = await importApi(service, openapi({ '/': { get: mockOperation() } }));
    const part = (location: { type: string; method?: string; statusCode?: string }, properties: object) =>
      service.api.createDocumentationPart(
        { restApiId, location, properties: JSON.stringify(properties) },
        service.call(),
      );
    const api = { description: 'API description', 'x-bar': 'API x-bar', info: { description: 'info', foo: 'foo' } };
    await part({ type: 'API' }, api);
    await part({ type: 'METHOD', method: 'GET' }, { description: 'Method description.', foo: 'Method foo' });
    await part({ type: 'RESPONSE', statusCode: '200' }, { description: 'Inherited.' });
    await service.api.createDocumentationVersion({ restApiId, documentationVersion: '1.0.0' }, service.call());
    await deploy(service, restApiId, 'local');
    expect(await exportedJson(restApiId, 'oas30', 'documentation')).not.toHaveProperty('x-bar');

    const patchOperations = [{ op: 'replace', path: '/documentationVersion', value: '1.0.0' }];
    await service.api.updateStage({ restApiId, stageName: 'local', patchOperations }, service.call());
    const document = await exportedJson(restApiId, 'oas30', 'documentation');
    expect(document).toMatchObject({
      info: { description: 'info', version: '1.0' },
      'x-bar': 'API x-bar',
      paths: {
        '/': { get: { description: 'Method description.', responses: { 200: { description: 'Inherited.' } } } },
      },
      'x-amazon-apigateway-documentation': {
        version: '1.0.0',
        createdDate: '2025-07-02T13:13:23Z',
        documentationParts: expect.arrayContaining([{ location: { type: 'API' }, properties: api }]),
      },
    });
    expect(document).not.toHaveProperty('description');
    expect(document.paths['/'].get).not.toHaveProperty('foo');
    expect(await exportedJson(restApiId, 'oas30')).not.toHaveProperty('x-amazon-apigateway-documentation');
  });

  it('lets Postman sign for IAM', async () => {
    const signed = mockOperation({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } });
    const { restApiId } = await importApi(
      service,
      openapi({ '/iam': { get: signed }, '/open': { get: mockOperation() } }),
    );
    await deploy(service, restApiId, 'local');
    const { paths, securityDefinitions } = await exportedJson(restApiId, 'swagger', 'postman');
    expect(securityDefinitions.sigv4).toMatchObject({
      name: 'Authorization',
      'x-amazon-apigateway-authtype': 'awsSigv4',
    });
    expect(paths['/iam'].get).toMatchObject({
      security: [{ sigv4: [] }],
      'x-postman-meta': { currentHelper: 'awsSigV4' },
    });
    expect(paths['/open'].get).not.toHaveProperty('x-postman-meta');
  });

  it('knows types, APIs and stages', async () => {
    const restApiId = await deployedStore();
    await expect(exported(restApiId, 'raml')).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid export type specified. Valid options are oas30,swagger'),
    );
    await expect(exported('nope', 'oas30')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid API identifier specified 111111111111:nope'),
    );
    await expect(
      service.api.getExport({ restApiId, stageName: 'nope', exportType: 'oas30' }, service.call()),
    ).rejects.toMatchObject(refusal('NotFoundException', 'Invalid stage identifier specified'));
  });
});

describe('an export that is imported again', () => {
  it.each([
    ['oas30', 'application/json'],
    ['oas30', 'application/yaml'],
    ['swagger', 'application/json'],
    ['swagger', 'application/yaml'],
  ])('gives the same API: everything, as %s in %s', async (exportType, accepts) => {
    const { restApiId, answer } = await importApi(service, EVERYTHING, { failOnWarnings: true });
    expect(answer).not.toHaveProperty('warnings');
    await deploy(service, restApiId, 'local');
    const { body = new Uint8Array() } = await exported(restApiId, exportType, { extensions: 'apigateway', accepts });
    const { restApiId: again } = await importApi(service, Buffer.from(body).toString('utf8'), { failOnWarnings: true });
    expect(await contentsOf(service, again)).toEqual(await contentsOf(service, restApiId));
  });
});
