import { known, type Sdk } from '../support/sdk.ts';

/** An API in front of a backend: open methods, one that wants a key, one that wants a signature, one that wants both. */
export async function deployPets({ apis }: Sdk, backendUrl: string) {
  const body = Buffer.from(JSON.stringify(documentOf(backendUrl)));
  const { id } = await apis.importRestApi({ body, failOnWarnings: true });
  const deployed = { restApiId: known(id), stageName: 'v1' };
  await apis.createDeployment(deployed);
  const key = await apis.createApiKey({ enabled: true });
  const plan = await apis.createUsagePlan({ name: 'all', apiStages: [{ apiId: known(id), stage: 'v1' }] });
  await apis.createUsagePlanKey({ usagePlanId: known(plan.id), keyId: known(key.id), keyType: 'API_KEY' });
  return { restApiId: known(id), apiKey: known(key.value) };
}

const text = { type: 'string' };
const pet = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } };

function documentOf(backendUrl: string) {
  const proxy = (httpMethod: string, uri: string, pathParameters: readonly string[] = []) => ({
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod,
      uri: backendUrl + uri,
      requestParameters: Object.fromEntries(
        pathParameters.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
      ),
    },
  });
  const vault = {
    parameters: [
      { name: 'boxId', in: 'path', required: true, schema: text },
      { name: 'proxy', in: 'path', required: true, schema: text },
      { name: 'filter.name$', in: 'query', schema: text },
      { name: 'tag', in: 'query', schema: text },
    ],
    ...proxy('POST', '/vault/{boxId}/{proxy}', ['boxId', 'proxy']),
  };
  return {
    openapi: '3.0.1',
    info: { title: 'pets', version: '1.0' },
    'x-amazon-apigateway-binary-media-types': ['application/octet-stream'],
    paths: {
      '/pets/{petId}': {
        get: {
          parameters: [
            { name: 'petId', in: 'path', required: true, schema: text },
            { name: 'tag', in: 'query', schema: text },
            { name: 'X-Trace', in: 'header', schema: text },
          ],
          ...proxy('GET', '/pets/{petId}', ['petId']),
        },
      },
      '/pets': {
        post: {
          operationId: 'create pet',
          requestBody: pet,
          responses: { 200: { description: 'x', ...pet } },
          ...proxy('POST', '/pets'),
        },
      },
      '/secret': { get: { security: [{ key: [] }], ...proxy('GET', '/secret') } },
      '/vault/{boxId}/{proxy+}': { post: { operationId: 'store', security: [{ iam: [] }], ...vault } },
      '/both': { get: { operationId: 'both', security: [{ iam: [], key: [] }], ...proxy('GET', '/both') } },
    },
    components: {
      schemas: {
        Pet: {
          type: 'object',
          required: ['name'],
          properties: {
            id: { type: 'integer' },
            name: text,
            weight: { type: 'number' },
            tags: { type: 'array', items: { $ref: '#/components/schemas/Tag' } },
          },
        },
        Tag: { type: 'object', properties: { label: { type: 'string', enum: ['good', 'bad'] } } },
      },
      securitySchemes: {
        key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
        iam: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
      },
    },
  };
}
