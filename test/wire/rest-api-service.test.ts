import { randomInt } from 'node:crypto';
import { APIGateway } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveService } from '../../src/control/index.ts';
import { type ControlPlaneServer, KEY, serveControlPlane } from '../../src/control/testing/control-plane-server.ts';
import { createApiGatewayService, createUsageLedger, randomIds } from '../../src/services/apigateway/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';

// The service behind the front door, with the SDK's own client as the peer: what a handler gives must survive the wire.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

let store: Store;
let server: ControlPlaneServer;
let client: APIGateway;
beforeAll(async () => {
  store = await openSqliteStore({ path: ':memory:' });
  const publisher = {
    stageChanged: async () => undefined,
    stageRemoved: async () => undefined,
    stageCacheFlushed: async () => undefined,
    usagePlansChanged: async () => undefined,
    domainChanged: async () => undefined,
    domainRemoved: async () => undefined,
  };
  const loadTruststore = () => Promise.reject(new Error('There is none.'));
  const usage = createUsageLedger({ store, now: Date.now, reclaim: async () => undefined });
  const ids = randomIds((bound) => randomInt(bound));
  const testAuthorizer = () => Promise.reject(new Error('There is none.'));
  const service = createApiGatewayService({
    store,
    publisher,
    usage,
    testAuthorizer,
    ids,
    loadTruststore,
    testMethod: () => Promise.reject(new Error('Nothing is tested here.')),
    invokeAddress: () => ({ scheme: 'http', host: 'localhost' }),
    limitProfile: 'relaxed',
  });
  server = await serveControlPlane([serveService<APIGateway>('apigateway', service)]);
  client = new APIGateway({ endpoint: server.endpoint, region: 'us-east-1', credentials: KEY, maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await store.close();
});

describe('the REST API service over the wire', () => {
  test('an API from nothing to a deployed stage and back', async () => {
    const startedAtMs = Date.now();
    const created = await client.createRestApi({ name: 'users', tags: { team: 'a' } });
    const endedAtMs = Date.now();
    expect(created).toMatchObject({ name: 'users', apiKeySource: 'HEADER', tags: { team: 'a' } });
    expect(created.$metadata.httpStatusCode).toBe(201);
    // Whole seconds, as AWS tells a time.
    const createdAtMs = Number(created.createdDate);
    expect(createdAtMs % 1000).toBe(0);
    expect(createdAtMs).toBeGreaterThan(startedAtMs - 1000);
    expect(createdAtMs).toBeLessThanOrEqual(endedAtMs);
    const { id: restApiId, rootResourceId: parentId } = created;
    const { id: resourceId } = await client.createResource({ restApiId, parentId, pathPart: '{id}' });
    const method = { restApiId, resourceId, httpMethod: 'GET' };

    await client.putMethod({
      ...method,
      authorizationType: 'NONE',
      requestParameters: { 'method.request.path.id': true },
    });
    const response = { ...method, statusCode: '200' };
    await client.putMethodResponse({ ...response, responseParameters: { 'method.response.header.X-A': false } });
    await client.putIntegration({
      ...method,
      type: 'HTTP',
      integrationHttpMethod: 'GET',
      uri: 'http://127.0.0.1:8000/users/{id}',
      requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    });
    await client.putIntegrationResponse({ ...response, responseParameters: { 'method.response.header.X-A': "'1'" } });

    const { items } = await client.getResources({ restApiId, embed: ['methods'] });
    expect(items?.find(({ path }) => path === '/{id}')?.resourceMethods?.GET).toMatchObject({
      requestParameters: { 'method.request.path.id': true },
      methodResponses: { '200': { responseParameters: { 'method.response.header.X-A': false } } },
      methodIntegration: {
        timeoutInMillis: 29_000,
        integrationResponses: { '200': { responseParameters: { 'method.response.header.X-A': "'1'" } } },
      },
    });

    const { id: deploymentId } = await client.createDeployment({ restApiId, stageName: 'prod', variables: { a: '1' } });
    const patchOperations = [{ op: 'replace' as const, path: '/*/*/throttling/rateLimit', value: '2.5' }];
    const stage = await client.updateStage({ restApiId, stageName: 'prod', patchOperations });
    expect(stage).toMatchObject({
      deploymentId,
      variables: { a: '1' },
      methodSettings: { '*/*': { throttlingRateLimit: 2.5 } },
    });
    expect((await client.getStages({ restApiId })).item).toHaveLength(1);
    const summary = await client.getDeployment({ restApiId, deploymentId, embed: ['apisummary'] });
    expect(summary.apiSummary).toEqual({ '/{id}': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });

    const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${restApiId}/stages/prod`;
    // Fact D166: tagging answers 204, deletes 202, those inside of a resource 204.
    expect((await client.tagResource({ resourceArn, tags: { b: '2' } })).$metadata.httpStatusCode).toBe(204);
    expect((await client.getTags({ resourceArn })).tags).toEqual({ b: '2' });
    expect((await client.deleteIntegration(method)).$metadata.httpStatusCode).toBe(204);
    expect((await client.deleteRestApi({ restApiId })).$metadata.httpStatusCode).toBe(202);
    expect((await client.getRestApis({})).items).toEqual([]);
    expect(server.errors).toEqual([]);
  });

  test('a refusal has AWS’s name, status and words', async () => {
    await expect(client.getRestApi({ restApiId: 'nope' })).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Invalid API identifier specified 000000000000:nope',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(client.createRestApi({ name: 'x', description: '' })).rejects.toMatchObject({
      name: 'BadRequestException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});
