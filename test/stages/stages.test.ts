import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientEnvironment, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, deployProxy, known, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// The whole way: stages made by the JavaScript SDK and the AWS CLI, requests by HTTP, over two workers.
let backend: Awaited<ReturnType<typeof startUpstream>>;
let server: Sallyport;
let client: Sdk;
let answers = 0;
beforeAll(async () => {
  backend = await startUpstream((_, response) => response.end(`answer ${++answers}`));
  server = await startSallyport(['--ephemeral', '--workers', '2']);
  client = sdk(server.controlUrl);
});
afterAll(async () => {
  await server.stop();
  await backend.stop();
});
beforeEach(async () => {
  await fetch(`${server.controlUrl}/_sallyport/reset`, { method: 'POST' });
  answers = 0;
});

/** Each on a connection of its own, so that both workers get some. */
async function bodies(restApiId: string, path: string, count: number): Promise<string[]> {
  const url = `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev${path}`;
  const one = async () => (await fetch(url, { headers: { Connection: 'close' } })).text();
  return Promise.all(Array.from({ length: count }, one));
}

const patch = (
  restApiId: string,
  ...operations: { op: 'replace' | 'copy' | 'remove'; path: string; value?: string; from?: string }[]
) => client.apis.updateStage({ restApiId, stageName: 'dev', patchOperations: operations });

/** An API whose `/hello` says a text; gives what it takes to let it say another. */
async function deployHello(text: string): Promise<{ restApiId: string; say(text: string): Promise<unknown> }> {
  const { restApiId, resourceId } = await createApi(client, 'hello');
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await client.apis.putMethodResponse({ ...method, statusCode: '200' });
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await client.apis.putIntegration({ ...method, type: 'MOCK', requestTemplates });
  const say = (what: string) =>
    client.apis.putIntegrationResponse({
      ...method,
      statusCode: '200',
      responseTemplates: { 'application/json': `${what} $stageVariables.v $context.isCanaryRequest` },
    });
  await say(text);
  await client.apis.createDeployment({ restApiId, stageName: 'dev', variables: { v: 'base' } });
  return { restApiId, say };
}

describe('a canary (facts D119 to D121)', () => {
  test('gets its share of the requests, and becomes the stage when it is promoted', async () => {
    const { restApiId, say } = await deployHello('old');
    await say('new');
    const canarySettings = { percentTraffic: 50, stageVariableOverrides: { v: 'canary' } };
    await client.apis.createDeployment({ restApiId, stageName: 'dev', canarySettings });
    const all = await bodies(restApiId, '/hello', 200);
    const canary = all.filter((text) => text === 'new canary true').length;
    expect(all.filter((text) => text === 'old base false')).toHaveLength(200 - canary);
    // 200 draws of one half: beyond these bounds once in more than ten million runs.
    expect(canary).toBeGreaterThan(60);
    expect(canary).toBeLessThan(140);

    await patch(
      restApiId,
      { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
      { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
      { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
    );
    expect(new Set(await bodies(restApiId, '/hello', 20))).toEqual(new Set(['new canary false']));
    await patch(restApiId, { op: 'remove', path: '/canarySettings' });
    expect(new Set(await bodies(restApiId, '/hello', 20))).toEqual(new Set(['new canary ']));
  });
});

describe('the response cache (facts D123, D124)', () => {
  test('answers in every worker until it is flushed in all of them', async () => {
    const restApiId = await deployProxy(client, 'x', backend.url, 'dev');
    await patch(
      restApiId,
      { op: 'replace', path: '/cacheClusterEnabled', value: 'true' },
      { op: 'replace', path: '/cacheClusterSize', value: '0.5' },
      { op: 'replace', path: '/x/ANY/caching/enabled', value: 'true' },
    );
    // As often as it takes until both workers have got some.
    const asked = async () => {
      const before = answers;
      await bodies(restApiId, '/x', 40);
      return answers - before;
    };
    await expect.poll(asked).toBe(0);
    const before = answers;
    await client.apis.flushStageCache({ restApiId, stageName: 'dev' });
    const fresh = await bodies(restApiId, '/x', 40);
    expect(answers).toBeGreaterThan(before);
    const numbers = fresh.map((text) => Number(text.slice('answer '.length)));
    expect(Math.min(...numbers)).toBeGreaterThan(before);
    // What workers count comes with their next report.
    await expect
      .poll(async () => (await fetch(`${server.controlUrl}/metrics`)).text(), { timeout: 5_000 })
      .toMatch(/sallyport_apigateway_cache_hit_total\{[^}]*stage="dev"\} [1-9]/);
  });
});

describe('the throttle of a stage (fact D113)', () => {
  test('holds over both workers together, from the next request on', async () => {
    const restApiId = await deployProxy(client, 'x', backend.url, 'dev');
    await patch(
      restApiId,
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '10' },
      { op: 'replace', path: '/*/*/throttling/rateLimit', value: '0.01' },
    );
    const all = await bodies(restApiId, '/x', 50);
    expect(all.filter((text) => text === '{"message":"Too Many Requests"}')).toHaveLength(40);
    await patch(restApiId, { op: 'remove', path: '/*/*' });
    expect((await bodies(restApiId, '/x', 20)).filter((text) => text.startsWith('answer'))).toHaveLength(20);
  });
});

describe('TestInvokeMethod', () => {
  test('by the SDK and the AWS CLI: the API as it is, before it is deployed', async () => {
    const { restApiId, say } = await deployHello('deployed');
    await say('edited');
    const { items = [] } = await client.apis.getResources({ restApiId });
    const resourceId = known(items.find(({ path }) => path === '/hello')?.id);
    const tested = await client.apis.testInvokeMethod({
      restApiId,
      resourceId,
      httpMethod: 'GET',
      stageVariables: { v: 'given' },
    });
    expect(tested).toMatchObject({
      status: 200,
      body: 'edited given ',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(tested.log).toMatch(/^Execution log for request [0-9a-f-]{36}\n/);

    const address = ['--rest-api-id', restApiId, '--resource-id', resourceId, '--http-method', 'GET'];
    const { stdout } = await promisify(execFile)(
      'aws',
      ['--endpoint-url', server.controlUrl, 'apigateway', 'test-invoke-method', ...address, '--output', 'json'],
      { env: clientEnvironment(server) },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      status: 200,
      body: 'edited  ',
      log: expect.stringMatching(/ : Successfully completed execution\n.* : Method completed with status: 200\n$/),
    });
    expect(await bodies(restApiId, '/hello', 1)).toEqual(['deployed base ']);
  });
});
