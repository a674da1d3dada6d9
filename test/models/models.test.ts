import { expect, inject, test } from 'vitest';
import { known, sdk } from '../support/sdk.ts';

// Issue 3: every operation of models, request validators, gateway responses and documentation with a real client, over the wire,
// and what they come to in the data plane. The statuses are the service model's (fact D166).
const server = inject('sallyport');
const { apis } = sdk(server.controlUrl);
const statusOf = (answer: { readonly $metadata: { readonly httpStatusCode?: number | undefined } }) =>
  answer.$metadata.httpStatusCode;

test('models, validators, gateway responses and documentation, from definition to request', async () => {
  const { id, rootResourceId } = await apis.createRestApi({ name: 'models' });
  const restApiId = known(id);

  const schema = '{"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["dog", "cat"]}}}';
  expect(statusOf(await apis.createModel({ restApiId, name: 'Pet', contentType: 'application/json', schema }))).toBe(
    201,
  );
  const url = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet`;
  await apis.createModel({
    restApiId,
    name: 'Pets',
    contentType: 'application/json',
    schema: `{"type": "array", "items": {"$ref": "${url}"}}`,
  });
  const pets = { restApiId, modelName: 'Pets' };
  expect((await apis.getModels({ restApiId })).items?.map(({ name }) => name)).toEqual([
    'Empty',
    'Error',
    'Pet',
    'Pets',
  ]);
  expect((await apis.getModel({ ...pets, flatten: true })).schema).toContain('"#/definitions/Pet"');
  expect((await apis.getModelTemplate(pets)).value).toContain('"kind" : "dog"');
  const describe = [{ op: 'replace' as const, path: '/description', value: 'All of them' }];
  expect(await apis.updateModel({ ...pets, patchOperations: describe })).toMatchObject({ description: 'All of them' });

  const validator = await apis.createRequestValidator({ restApiId, name: 'all', validateRequestBody: true });
  expect(statusOf(validator)).toBe(201);
  const requestValidatorId = known(validator.id);
  await apis.updateRequestValidator({
    restApiId,
    requestValidatorId,
    patchOperations: [{ op: 'replace', path: '/validateRequestParameters', value: 'true' }],
  });
  expect(await apis.getRequestValidator({ restApiId, requestValidatorId })).toMatchObject({
    validateRequestBody: true,
    validateRequestParameters: true,
  });
  expect((await apis.getRequestValidators({ restApiId })).items).toHaveLength(1);

  const responseType = 'BAD_REQUEST_BODY' as const;
  const responseTemplates = { 'application/json': '{"error": "$context.error.validationErrorString"}' };
  expect(statusOf(await apis.putGatewayResponse({ restApiId, responseType, responseTemplates }))).toBe(201);
  const patched = await apis.updateGatewayResponse({
    restApiId,
    responseType,
    patchOperations: [{ op: 'replace', path: '/statusCode', value: '422' }],
  });
  expect(statusOf(patched)).toBe(200);
  expect((await apis.getGatewayResponses({ restApiId })).items).toHaveLength(21);

  const location = { type: 'METHOD' as const, path: '/', method: 'POST' };
  const part = await apis.createDocumentationPart({ restApiId, location, properties: '{"description": "Adds pets"}' });
  expect(statusOf(part)).toBe(201);
  const documentationPartId = known(part.id);
  await apis.updateDocumentationPart({
    restApiId,
    documentationPartId,
    patchOperations: [{ op: 'replace', path: '/properties', value: '{"description": "Adds some pets"}' }],
  });
  expect((await apis.getDocumentationPart({ restApiId, documentationPartId })).properties).toContain('some pets');
  expect((await apis.getDocumentationParts({ restApiId, type: 'METHOD' })).items).toHaveLength(1);

  const method = { restApiId, resourceId: known(rootResourceId), httpMethod: 'POST' };
  await apis.putMethod({
    ...method,
    authorizationType: 'NONE',
    requestValidatorId,
    requestModels: { 'application/json': 'Pets' },
    requestParameters: { 'method.request.querystring.shop': true },
  });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await apis.createDeployment({ restApiId, stageName: 'dev' });
  const version = { restApiId, documentationVersion: '1.0' };
  expect(statusOf(await apis.createDocumentationVersion({ ...version, stageName: 'dev' }))).toBe(201);
  expect(await apis.updateDocumentationVersion({ ...version, patchOperations: describe })).toMatchObject({
    version: '1.0',
  });
  expect(await apis.getDocumentationVersion(version)).toMatchObject({ description: 'All of them' });
  expect((await apis.getDocumentationVersions({ restApiId })).items).toHaveLength(1);
  expect((await apis.getStage({ restApiId, stageName: 'dev' })).documentationVersion).toBe('1.0');

  const post = async (query: string, body: string) => {
    const target = `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev${query}`;
    const answer = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return [answer.status, await answer.text()];
  };
  expect(await post('?shop=1', '[{"kind": "dog"}]')).toEqual([200, '']);
  expect(await post('', '[]')).toEqual([400, '{"message": "Missing required request parameters: [shop]"}']);
  expect(await post('?shop=1', '[{}]')).toEqual([
    422,
    '{"error": "[object has missing required properties ([\\"kind\\"])]"}',
  ]);

  await expect(apis.deleteModel(pets)).rejects.toMatchObject({
    name: 'ConflictException',
    message: "Cannot delete model 'Pets', is referenced in method request: //POST",
  });
  await apis.deleteMethod(method);
  expect(statusOf(await apis.deleteModel(pets))).toBe(202);
  expect(statusOf(await apis.deleteRequestValidator({ restApiId, requestValidatorId }))).toBe(202);
  expect(statusOf(await apis.deleteGatewayResponse({ restApiId, responseType }))).toBe(202);
  expect(await apis.getGatewayResponse({ restApiId, responseType })).toMatchObject({ defaultResponse: true });
  expect(statusOf(await apis.deleteDocumentationPart({ restApiId, documentationPartId }))).toBe(202);
  await apis.deleteStage({ restApiId, stageName: 'dev' });
  expect(statusOf(await apis.deleteDocumentationVersion(version))).toBe(202);
  await apis.deleteRestApi({ restApiId });
});
