import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { freePort } from '../support/ports.ts';
import { credentials } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';

const { apis } = sdk(inject('sallyport').controlUrl);
const ALLOWED = 'access-control-allow-';

function sallyport(...args: readonly string[]) {
  return runProgram(process.execPath, [join(packageRoot, 'dist', 'sallyport.js'), ...args], {
    HOME: '/nonexistent',
    AWS_ENDPOINT_URL: inject('sallyport').controlUrl,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
}

// Nobody listens there.
const deadBackend = `http://127.0.0.1:${await freePort()}/`;
const mock = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { default: { statusCode: '200' } },
};
const key = { type: 'apiKey', name: 'x-api-key', in: 'header' };
const document = {
  openapi: '3.0.1',
  info: { title: `cors-${process.pid}`, version: '1' },
  paths: {
    '/pets': {
      get: { responses: { 200: { description: 'pets' } }, 'x-amazon-apigateway-integration': mock },
      post: {
        security: [{ key: [] }],
        responses: { 200: { description: 'a pet' } },
        'x-amazon-apigateway-integration': mock,
      },
      put: {
        responses: { 200: { description: 'a pet' } },
        'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'PUT', uri: deadBackend },
      },
    },
    '/backend': {
      options: {
        'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET', uri: deadBackend },
      },
    },
  },
  components: { securitySchemes: { key } },
};

let restApiId: string;
beforeAll(async () => {
  restApiId = known((await apis.importRestApi({ body: Buffer.from(JSON.stringify(document)) })).id);
});

/** The API as it is, in all that an import would need. */
const exported = async () => {
  const what = { restApiId, stageName: '$working', exportType: 'oas30', parameters: { extensions: 'apigateway' } };
  return Buffer.from(known((await apis.getExport(what)).body)).toString();
};

test('sallyport cors enable: preflights, answers and errors carry the headers, run once or twice', async () => {
  const args = ['cors', 'enable', restApiId, '/pets', '--origin', 'https://example.com', '--headers', 'X-Api-Key'];
  const { status, stdout, stderr } = await sallyport(...args);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('/pets of');
  expect(stdout).toContain('Not changed: PUT is a proxy; its backend must answer it.\n');
  const once = await exported();
  expect((await sallyport(...args)).status).toBe(0);
  expect(await exported()).toBe(once);

  await apis.createDeployment({ restApiId, stageName: 'dev' });
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { Origin: 'https://example.com', ...init.headers };
    const url = `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/dev${path}`;
    const answer = await fetch(url, { ...init, headers });
    const allowed = [...answer.headers].filter(([name]) => name.startsWith(ALLOWED));
    return [answer.status, Object.fromEntries(allowed.map(([name, value]) => [name.slice(ALLOWED.length), value]))];
  };
  // Guide, "Enabling CORS for a REST API resource": the three headers of a preflight, the origin on everything else.
  const origin = 'https://example.com';
  const preflight = { headers: { 'Access-Control-Request-Method': 'POST' }, method: 'OPTIONS' };
  expect(await call('/pets', preflight)).toEqual([
    200,
    { origin, headers: 'X-Api-Key', methods: 'GET,OPTIONS,POST,PUT' },
  ]);
  expect(await call('/pets')).toEqual([200, { origin }]);
  expect(await call('/pets', { method: 'POST' })).toEqual([403, { origin }]);
  expect(await call('/nosuch')).toEqual([403, { origin }]);
  expect(await call('/pets', { method: 'PUT' })).toEqual([504, { origin }]);
});

test('it proposes what the wizard proposes, and replaces what it wrote before', async () => {
  const { stdout } = await sallyport('cors', 'enable', restApiId, '/pets', '--json');
  expect(JSON.parse(stdout).headers).toEqual({
    'Access-Control-Allow-Headers': 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token',
    'Access-Control-Allow-Methods': 'GET,OPTIONS,POST,PUT',
    'Access-Control-Allow-Origin': '*',
  });
  expect(await exported()).not.toContain('https://example.com');
});

test.each([
  ['a resource that is not there', ['/nosuch'], /has no resource \/nosuch; /],
  ['preflights that a backend answers', ['/backend'], /^OPTIONS leads to http:\/\/127\.0\.0\.1:\d+\/, which answers/],
  ['an origin that is none', ['/pets', '--origin', 'example.com'], /^example\.com is no origin; /],
])('%s is refused and nothing changes', async (_what, args, message) => {
  const before = await exported();
  const { status, stderr } = await sallyport('cors', 'enable', restApiId, ...args);
  expect([status, stderr]).toEqual([1, expect.stringMatching(message)]);
  expect(await exported()).toBe(before);
});
