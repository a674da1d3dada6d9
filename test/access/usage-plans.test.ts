import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientEnvironment, type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { type Sdk, sdk } from '../support/sdk.ts';
import { call, createPlan, deployKeyedApi, type PlannedApi, startPetsBackend, statuses, today } from './plan.ts';

// The whole way: keys and plans made by the JavaScript SDK and the AWS CLI, requests by HTTP, on real workers.
let backend: Awaited<ReturnType<typeof startPetsBackend>>;
beforeAll(async () => {
  backend = await startPetsBackend();
});
afterAll(() => backend.stop());

const admitted = (all: readonly number[]) => all.filter((status) => status === 200).length;

async function usedToday({ apis }: Sdk, { planId, keyId }: PlannedApi): Promise<number[] | undefined> {
  const { items } = await apis.getUsage({ usagePlanId: planId, startDate: today(), endDate: today() });
  return items?.[keyId]?.[0];
}

describe.each([1, 2])('API keys and usage plans, %i workers', (workers) => {
  let server: Sallyport;
  let client: Sdk;
  let restApiId: string;
  beforeAll(async () => {
    server = await startSallyport(['--ephemeral', '--workers', String(workers)]);
    client = sdk(server.controlUrl);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await fetch(`${server.controlUrl}/_sallyport/reset`, { method: 'POST' });
    restApiId = await deployKeyedApi(client, backend.url);
  });

  test('a method that wants a key answers 403 without one, 200 with one of a plan (fact D112)', async () => {
    expect(await call(server, restApiId, '/open')).toEqual({ status: 200, body: 'a cat' });
    const forbidden = { status: 403, body: '{"message":"Forbidden"}' };
    expect(await call(server, restApiId, '/pets')).toEqual(forbidden);
    const { value } = await createPlan(client, restApiId, {});
    expect(await call(server, restApiId, '/pets', value)).toEqual({ status: 200, body: 'a cat' });
    expect(await call(server, restApiId, '/pets', `${value}x`)).toEqual(forbidden);
    expect(await call(server, restApiId, '/pets', value.toLowerCase())).toEqual(forbidden);
  });

  test('a change takes effect with the answer to the call that made it, without a deployment', async () => {
    const plan = await createPlan(client, restApiId, {});
    const { planId: usagePlanId, keyId, value } = plan;
    const status = async () => (await call(server, restApiId, '/pets', value)).status;
    expect(await status()).toBe(200);
    const enable = (to: string) =>
      client.apis.updateApiKey({ apiKey: keyId, patchOperations: [{ op: 'replace', path: '/enabled', value: to }] });
    await enable('false');
    expect(await status()).toBe(403);
    await enable('true');
    expect(await status()).toBe(200);
    await client.apis.deleteUsagePlanKey({ usagePlanId, keyId });
    expect(await status()).toBe(403);
    await client.apis.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' });
    expect(await status()).toBe(200);
    const stage = { path: '/apiStages', value: `${restApiId}:dev` };
    await client.apis.updateUsagePlan({ usagePlanId, patchOperations: [{ op: 'remove', ...stage }] });
    expect(await status()).toBe(403);
    await client.apis.updateUsagePlan({ usagePlanId, patchOperations: [{ op: 'add', ...stage }] });
    expect(await status()).toBe(200);
    await client.apis.deleteApiKey({ apiKey: keyId });
    expect(await status()).toBe(403);
  });

  test('a throttle admits its burst, all workers together, and answers 429 then (facts D113, D115)', async () => {
    const plan = await createPlan(client, restApiId, { throttle: { rateLimit: 0.01, burstLimit: 10 } });
    expect(admitted(await statuses(server, plan, 40))).toBe(10);
    expect(await call(server, restApiId, '/pets', plan.value)).toEqual({
      status: 429,
      body: '{"message":"Too Many Requests"}',
    });
    expect(await call(server, restApiId, '/open')).toMatchObject({ status: 200 });
  });

  test('a method’s throttle holds in place of the plan’s (features A10.4)', async () => {
    const plan = await createPlan(client, restApiId, { throttle: { rateLimit: 100, burstLimit: 100 } });
    await client.apis.updateUsagePlan({
      usagePlanId: plan.planId,
      patchOperations: [
        { op: 'replace', path: `/apiStages/${restApiId}:dev/throttle//pets/GET/rateLimit`, value: '0.01' },
        { op: 'replace', path: `/apiStages/${restApiId}:dev/throttle//pets/GET/burstLimit`, value: '2' },
      ],
    });
    expect(admitted(await statuses(server, plan, 10))).toBe(2);
  });

  test('a quota admits its limit to the request, answers 429 then, and GetUsage agrees (facts D115, D117)', async () => {
    const plan = await createPlan(client, restApiId, { quota: { limit: 25, period: 'DAY' } });
    expect(await usedToday(client, plan)).toBeUndefined();
    expect(admitted(await statuses(server, plan, 10))).toBe(10);
    expect(await usedToday(client, plan)).toEqual([10, 15]);
    expect(admitted(await statuses(server, plan, 40))).toBe(15);
    expect(await call(server, restApiId, '/pets', plan.value)).toEqual({
      status: 429,
      body: '{"message":"Limit Exceeded"}',
    });
    expect(await usedToday(client, plan)).toEqual([25, 0]);
  });

  test('a large quota, leased in blocks, is reported to the request and used up to the last', async () => {
    const plan = await createPlan(client, restApiId, { quota: { limit: 1_000, period: 'MONTH' } });
    for (let round = 0; round < 7; round++) expect(admitted(await statuses(server, plan, 100))).toBe(100);
    expect(await usedToday(client, plan)).toEqual([700, 300]);
    let more = 0;
    for (let round = 0; round < 5; round++) more += admitted(await statuses(server, plan, 100));
    // What one worker holds and does not serve comes back within a second.
    for (let round = 0; more < 300 && round < 40; round++) {
      more += admitted(await statuses(server, plan, 4));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(more).toBe(300);
  });

  test('UpdateUsage opens an exhausted quota at once (API reference, UpdateUsage)', async () => {
    const plan = await createPlan(client, restApiId, { quota: { limit: 3, period: 'DAY' } });
    expect(admitted(await statuses(server, plan, 10))).toBe(3);
    const updated = await client.apis.updateUsage({
      usagePlanId: plan.planId,
      keyId: plan.keyId,
      patchOperations: [{ op: 'replace', path: '/remaining', value: '5' }],
    });
    expect(updated.items?.[plan.keyId]).toEqual([[3, 5]]);
    expect(admitted(await statuses(server, plan, 10))).toBe(5);
  });

  test('the control port serves the same API by the same keys and counters', async () => {
    const plan = await createPlan(client, restApiId, { throttle: { rateLimit: 0.01, burstLimit: 6 } });
    const atControl = () =>
      fetch(`${server.controlUrl}/_aws/execute-api/${restApiId}/dev/pets`, { headers: { 'x-api-key': plan.value } });
    expect((await atControl()).status).toBe(200);
    expect(admitted(await statuses(server, plan, 4))).toBe(4);
    expect((await atControl()).status).toBe(200);
    expect((await atControl()).status).toBe(429);
    expect(admitted(await statuses(server, plan, 1))).toBe(0);
  });
});

describe('counters on disk', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: Sallyport;
  const start = () => startSallyport(['--data-dir', folder.path]);
  beforeEach(async () => {
    folder = await temporaryFolder();
    server = await start();
  });
  afterEach(async () => {
    await server.stop();
    await folder.remove();
  });

  test.each([10, 1_000])('a quota of %i is where it was after a restart', async (limit) => {
    let client = sdk(server.controlUrl);
    const plan = await createPlan(client, await deployKeyedApi(client, backend.url), {
      quota: { limit, period: 'MONTH' },
    });
    expect(admitted(await statuses(server, plan, 4))).toBe(4);
    await server.stop();
    server = await start();
    client = sdk(server.controlUrl);
    expect(await usedToday(client, plan)).toEqual([4, limit - 4]);
    expect(admitted(await statuses(server, plan, 4))).toBe(4);
  });

  test('kill -9 gives no request of a quota back, and costs at most 1 % of it', async () => {
    let client = sdk(server.controlUrl);
    const plan = await createPlan(client, await deployKeyedApi(client, backend.url), {
      quota: { limit: 1_000, period: 'MONTH' },
    });
    expect(admitted(await statuses(server, plan, 50))).toBe(50);
    await server.kill();
    server = await start();
    client = sdk(server.controlUrl);
    const [used = 0] = (await usedToday(client, plan)) ?? [];
    expect(used).toBeGreaterThanOrEqual(50);
    expect(used).toBeLessThanOrEqual(50 + 20);
  });
});

describe('the AWS CLI', () => {
  let server: Sallyport;
  beforeAll(async () => {
    server = await startSallyport(['--ephemeral']);
  });
  afterAll(() => server.stop());

  const execute = promisify(execFile);
  async function aws(...words: readonly string[]): Promise<Record<string, unknown>> {
    const args = ['--endpoint-url', server.controlUrl, '--output', 'json', 'apigateway', ...words];
    const { stdout } = await execute('aws', args, { env: clientEnvironment(server) });
    return stdout.trim() === '' ? {} : JSON.parse(stdout);
  }

  // The commands are those of the guide's pages api-gateway-create-usage-plans-with-rest-api and api-key-file-format, and of
  // the examples that the AWS CLI prints for its commands.
  test('makes a plan, imports a key into it, changes its limits and reads its usage', async () => {
    const restApiId = await deployKeyedApi(sdk(server.controlUrl), backend.url);
    const plan = await aws(
      ...['create-usage-plan', '--name', 'New Usage Plan', '--description', 'A new usage plan'],
      ...['--throttle', 'burstLimit=10,rateLimit=5', '--quota', 'limit=500,offset=0,period=MONTH'],
      ...['--api-stages', `apiId=${restApiId},stage=dev`],
    );
    expect(plan).toMatchObject({ throttle: { burstLimit: 10, rateLimit: 5 }, quota: { limit: 500, period: 'MONTH' } });
    const id = String(plan.id);
    const value = 'apikey1234abcdefghij0123456789';
    const file = `Name,key,description,Enabled,usageplanIds\nMyFirstApiKey,${value},An imported key,TRUE,${id}\n`;
    const imported = await aws(
      'import-api-keys',
      '--format',
      'csv',
      '--cli-binary-format',
      'raw-in-base64-out',
      '--body',
      file,
    ).catch(
      // Version 1 of the command knows no binary formats: it takes the text as it is.
      () => aws('import-api-keys', '--format', 'csv', '--body', file),
    );
    expect(imported).toMatchObject({ ids: [expect.any(String)], warnings: [] });
    expect(await call(server, restApiId, '/pets', value)).toMatchObject({ status: 200 });
    const update = (path: string, text: string) =>
      aws('update-usage-plan', '--usage-plan-id', id, '--patch-operations', `op=replace,path=${path},value=${text}`);
    expect(await update('/quota/limit', '600')).toMatchObject({ quota: { limit: 600 } });
    expect(await update('/throttle/burstLimit', '20')).toMatchObject({ throttle: { burstLimit: 20, rateLimit: 5 } });
    expect(await update(`/apiStages/${restApiId}:dev/throttle/~1pets/GET/rateLimit`, '0.1')).toMatchObject({
      apiStages: [{ throttle: { '/pets/GET': { rateLimit: 0.1 } } }],
    });
    const [keyId] = imported.ids as string[];
    const usage = await aws('get-usage', '--usage-plan-id', id, '--start-date', today(), '--end-date', today());
    expect(usage).toMatchObject({ usagePlanId: id, items: { [String(keyId)]: [[1, 599]] } });
    expect(await aws('get-api-keys', '--name-query', 'MyFirst', '--include-values')).toMatchObject({
      items: [{ name: 'MyFirstApiKey', value }],
    });
    expect(await aws('get-account')).toMatchObject({ throttleSettings: { rateLimit: 10_000, burstLimit: 5_000 } });
  });
});
