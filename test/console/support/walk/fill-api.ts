import { known } from '../../../support/sdk.ts';
import type { Clients } from './clients.ts';

const SCHEMA = JSON.stringify({
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { name: { type: 'string' } },
});

/**
 * A REST API with a method, a stage and one of each of its parts.
 * @param word in whatever it says of itself
 */
export async function fillApi({ apis }: Clients, name: string, word: string): Promise<Record<string, string>> {
  const { id, rootResourceId } = await apis.createRestApi({ name, description: `${word} description` });
  const restApiId = known(id);
  const { id: resourceId = '' } = await apis.createResource({
    restApiId,
    parentId: known(rootResourceId),
    pathPart: `${word}-pets`,
  });
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({
    ...method,
    authorizationType: 'NONE',
    operationName: `${word}Operation`,
    requestParameters: { [`method.request.querystring.${word}`]: false, [`method.request.header.X-${word}`]: true },
  });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await apis.createModel({
    restApiId,
    name: 'Walked',
    description: `${word} model`,
    contentType: 'application/json',
    schema: SCHEMA,
  });
  const validator = await apis.createRequestValidator({
    restApiId,
    name: `${word} validator`,
    validateRequestBody: true,
  });
  const authorizer = await apis.createAuthorizer({
    restApiId,
    name: `${word}-authorizer`,
    type: 'TOKEN',
    authorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${word}-function/invocations`,
    identitySource: 'method.request.header.Authorization',
  });
  await apis.putGatewayResponse({
    restApiId,
    responseType: 'UNAUTHORIZED',
    responseTemplates: { 'application/json': `{"message": "${word}"}` },
  });
  await apis.putMethod({
    ...method,
    httpMethod: 'POST',
    authorizationType: 'CUSTOM',
    authorizerId: known(authorizer.id),
    requestValidatorId: known(validator.id),
    requestModels: { 'application/json': 'Walked' },
  });
  await apis.putIntegration({ ...method, httpMethod: 'POST', type: 'MOCK' });
  const part = await apis.createDocumentationPart({
    restApiId,
    location: { type: 'API' },
    properties: JSON.stringify({ description: `${word} documentation` }),
  });
  await apis.createDocumentationVersion({
    restApiId,
    documentationVersion: 'walked-1',
    description: `${word} version`,
  });
  const deployment = await apis.createDeployment({ restApiId, stageName: 'walked', description: `${word} first` });
  await apis.updateStage({
    restApiId,
    stageName: 'walked',
    patchOperations: [
      { op: 'replace', path: '/variables/backend', value: `${word}.example` },
      { op: 'replace', path: '/description', value: `${word} stage` },
      { op: 'replace', path: '/*/*/metrics/enabled', value: 'true' },
    ],
  });
  // What the next deployment would change.
  await apis.updateMethod({ ...method, patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'true' }] });
  return {
    apiId: restApiId,
    resourceId,
    method: 'GET',
    stageName: 'walked',
    modelName: 'Walked',
    authorizerId: known(authorizer.id),
    responseType: 'UNAUTHORIZED',
    partId: known(part.id),
    documentationVersion: 'walked-1',
    deploymentId: known(deployment.id),
  };
}
