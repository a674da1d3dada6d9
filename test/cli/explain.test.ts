import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { credentials } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-explain-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the built command with what the AWS CLI would have in its environment. */
function sallyport(...args: readonly string[]) {
  return runProgram(process.execPath, [join(packageRoot, 'dist', 'sallyport.js'), ...args], {
    HOME: folder,
    AWS_ENDPOINT_URL: inject('sallyport').controlUrl,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
}

const template = '{"statusCode": 200, "name": $input.json("$.name")}';
const definition = (title: string) => ({
  openapi: '3.0.1',
  info: { title, version: '1' },
  paths: {
    '/pets': {
      post: {
        responses: { 200: { description: 'ok' } },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': template },
          responses: { default: { statusCode: '200' } },
        },
      },
    },
  },
});

test('a request that failed is explained afterwards, without any prior setup; another is sent to be explained', async () => {
  const title = `explained-${process.pid}`;
  const file = join(folder, 'pets.json');
  await writeFile(file, JSON.stringify(definition(title)));
  const { id } = JSON.parse((await sallyport('import', file, '--stage', 'dev', '--json')).stdout);
  const { controlUrl, gatewayUrl } = inject('sallyport');
  for (const base of [gatewayUrl, controlUrl]) {
    const answer = await fetch(`${base}/_aws/execute-api/${id}/dev/pets`);
    expect(answer.status).toBe(403);
    const requestId = answer.headers.get('x-amzn-requestid') ?? '';
    const { stdout: list } = await sallyport('requests', title, '--stage', 'dev');
    expect(list).toMatch(new RegExp(`403 +GET +/dev/pets .* MISSING_AUTHENTICATION_TOKEN +${requestId}\n`));
    const { status, stdout } = await sallyport('explain', requestId);
    expect(status).toBe(0);
    expect(stdout).toContain('GET /dev/pets: 403 MISSING_AUTHENTICATION_TOKEN');
    expect(stdout).toMatch(/routing +no method\n +others: \/pets \(POST\): has no GET\n/);
  }

  const send = ['explain', '--api', title, 'POST', '/pets?a=1', '-H', 'X-Team: blue', '-d', '{"name":"Rex"}'];
  const { stdout: hidden } = await sallyport(...send);
  expect(hidden).toContain('POST /dev/pets: 200');
  expect(hidden).toContain('X-Team: blue');
  expect(hidden).not.toContain('Rex');
  const shown = JSON.parse((await sallyport(...send, '--show-bodies', '--json')).stdout);
  const step = shown.steps.find(({ phase }: { phase: string }) => phase === 'request template');
  expect(step.facts.output.text).toBe('{"statusCode": 200, "name": "Rex"}');
}, 60_000);

test('requests that came with an API key are found by its id, which they never tell the value of', async () => {
  const title = `keyed-${process.pid}`;
  const file = join(folder, 'keyed.json');
  const { paths, ...rest } = definition(title);
  const keyed = { post: { ...paths['/pets'].post, security: [{ api_key: [] }] } };
  const components = { securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } };
  await writeFile(file, JSON.stringify({ ...rest, paths: { '/pets': keyed }, components }));
  const { id } = JSON.parse((await sallyport('import', file, '--stage', 'dev', '--json')).stdout);
  const { controlUrl, gatewayUrl } = inject('sallyport');
  const { apis } = sdk(controlUrl);
  const plan = await apis.createUsagePlan({ name: title, apiStages: [{ apiId: id, stage: 'dev' }] });
  const key = await apis.createApiKey({ name: title, enabled: true });
  const [keyId, value] = [known(key.id), known(key.value)];
  await apis.createUsagePlanKey({ usagePlanId: known(plan.id), keyId, keyType: 'API_KEY' });
  const call = (apiKey: string) =>
    fetch(`${gatewayUrl}/_aws/execute-api/${id}/dev/pets`, {
      method: 'POST',
      body: '{"name":"Rex"}',
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
    });
  expect((await call('no-such-key')).status).toBe(403);
  await expect.poll(() => call(value).then(({ status }) => status)).toBe(200);

  const { stdout } = await sallyport('requests', title, '--key', keyId, '--json');
  const found: readonly { readonly status: number; readonly apiKeyId: string }[] = JSON.parse(stdout);
  expect(found.map(({ status, apiKeyId }) => [status, apiKeyId])).toContainEqual([200, keyId]);
  expect(found.filter(({ apiKeyId }) => apiKeyId !== keyId)).toEqual([]);
  expect(stdout).not.toContain(value);
  expect((await sallyport('requests', '--key', 'k0')).stdout).toContain('No request is remembered.');
}, 60_000);

test('what cannot be explained says why', async () => {
  const refused = async (...args: readonly string[]) => {
    const { status, stderr } = await sallyport(...args);
    expect(status).toBe(1);
    return stderr;
  };
  expect(await refused('explain', 'unknown')).toContain('No process remembers a request unknown.');
  expect(await refused('explain')).toContain('Say which request by its id');
  expect(await refused('explain', '--api', 'nothing-of-that-name', 'GET', '/')).toContain('There is no API');
  expect(await refused('requests', '--limit', 'many')).toContain('limit must be a whole number');
}, 60_000);
