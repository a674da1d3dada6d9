import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Sha256 } from '../../src/control/testing/signed-fetch.ts';
import { allow, createUser, iamClient } from '../support/identities.ts';
import { credentials, type Key, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// Our own endpoints (docs/control-extensions.md), judged as AWS's APIs are, in AWS's words; on the built command.
let server: Sallyport;
let nobody: Key;
let apiId: string;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--accounts', '222222222222']);
  upstream = await startUpstream((_request, response) => response.end('hello'));
  apiId = await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev');
  nobody = await createUser(iamClient(server));
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
});

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function ask({ method = 'GET', path, query = {}, body }: Asked, who: Key | undefined = credentials) {
  const url = new URL(path, server.controlUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const unsigned = { method, protocol: 'http:', hostname: url.hostname, path: url.pathname, query: { ...query } };
  const request = { ...unsigned, headers: { host: url.host }, ...(text !== undefined && { body: text }) };
  const signer = new SignatureV4({ credentials: who, region: 'us-east-1', service: 'sallyport', sha256: Sha256 });
  const { headers } = who === undefined ? request : await signer.sign(request);
  const answer = await fetch(url, { method, headers, ...(text !== undefined && { body: text }) });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
}

const ORDER = () => ({ apiId, stage: 'dev', httpMethod: 'GET', pathWithQueryString: '/pets' });
const ENDPOINTS: readonly [action: string, asked: () => Asked, answer: object][] = [
  ['ListRequests', () => ({ path: '/_sallyport/requests', query: { api: apiId } }), { requests: expect.any(Array) }],
  ['ExplainRequest', () => ({ method: 'POST', path: '/_sallyport/explain', body: ORDER() }), { status: 200 }],
  ['GetFunctions', () => ({ path: '/_sallyport/functions' }), { containment: expect.any(Object) }],
  [
    'RenderTemplate',
    () => ({ method: 'POST', path: '/_sallyport/template', body: { template: '$input.body', body: 'x' } }),
    { output: 'x' },
  ],
  [
    'GetSystem',
    () => ({ path: '/_sallyport/system' }),
    { workers: [{ pid: expect.any(Number) }], data: { bytes: expect.any(Number) } },
  ],
];

describe.each(ENDPOINTS)('sallyport:%s', (action, asked, answer) => {
  test('is for whoever may, and for nobody without a signature', async () => {
    expect(await ask(asked())).toMatchObject({ status: 200, body: answer });
    const refused = await ask(asked(), nobody);
    expect(refused.status).toBe(403);
    expect(refused.body.message).toMatch(
      new RegExp(`is not authorized to perform: sallyport:${action} on resource: .* because no identity-based policy`),
    );
    const may = await createUser(iamClient(server), allow(`sallyport:${action}`));
    const admitted = await ask(asked(), may);
    expect(admitted).toMatchObject({ status: 200, body: answer });
    expect(admitted.headers.get('cache-control')).toBe('no-store');
    const url = new URL(asked().path, server.controlUrl);
    expect((await fetch(url, { method: asked().method ?? 'GET' })).status).toBe(403);
  });
});

test('what a deployment would change is told to whoever may read it', async () => {
  const root = sdk(server.controlUrl);
  const first = (await root.apis.getStage({ restApiId: apiId, stageName: 'dev' })).deploymentId ?? '';
  const { items = [] } = await root.apis.getResources({ restApiId: apiId });
  const resourceId = items.find(({ path }) => path === '/pets')?.id ?? '';
  await root.apis.updateMethod({
    restApiId: apiId,
    resourceId,
    httpMethod: 'ANY',
    patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'true' }],
  });
  const asked = { path: '/_sallyport/deployments/diff', query: { api: apiId, from: first } };
  const changed = {
    kind: 'method',
    where: 'ANY /pets',
    change: 'changed',
    risk: 'breaking',
    values: [{ path: ['apiKeyRequired'], before: false, after: true, risk: 'breaking' }],
  };
  const read = await createUser(
    iamClient(server),
    allow('apigateway:GET', 'arn:aws:apigateway:us-east-1::/restapis/*'),
  );
  for (const who of [credentials, read]) {
    expect((await ask(asked, who)).body).toMatchObject({
      from: { id: first, createdDate: expect.any(String) },
      to: { id: 'working' },
      risk: 'breaking',
      changes: [changed],
    });
  }
  const same = { ...asked, query: { ...asked.query, to: first } };
  expect((await ask(same)).body).toMatchObject({ risk: 'safe', changes: [] });
  expect((await ask(asked, nobody)).body.message).toContain('not authorized to perform: apigateway:GET on resource');
  expect(await ask({ ...asked, query: { api: apiId, from: 'none01' } })).toMatchObject({
    status: 404,
    body: { message: 'Invalid Deployment identifier specified' },
  });
  expect((await ask({ ...asked, query: { api: apiId } })).status).toBe(400);
  await root.apis.updateMethod({
    restApiId: apiId,
    resourceId,
    httpMethod: 'ANY',
    patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'false' }],
  });
});

test('who may call a method is told to whoever may ask IAM and read the API', async () => {
  const iam = iamClient(server);
  const anna = await createUser(iam, allow('execute-api:Invoke'));
  const body = { caller: anna.name, api: apiId, stage: 'dev', path: '/pets', headers: { 'User-Agent': 'x' } };
  const asked = { method: 'POST', path: '/_sallyport/access', body };
  expect((await ask(asked)).body).toMatchObject({
    decision: 'allowed',
    authorizationType: 'NONE',
    resourcePath: '/pets',
    keys: { 'aws:UserAgent': 'x' },
  });
  expect((await ask(asked, nobody)).body.message).toContain('iam:SimulatePrincipalPolicy');
  const half = await createUser(iam, allow('iam:SimulatePrincipalPolicy'));
  expect((await ask(asked, half)).body.message).toContain('apigateway:GET');
  const may = await createUser(iam, allow(['iam:SimulatePrincipalPolicy', 'apigateway:GET']));
  expect((await ask(asked, may)).body.decision).toBe('allowed');
  for (const wrong of [
    {},
    { caller: 'root' },
    { ...body, ip: 'here' },
    { ...body, context: [] },
    { ...body, path: 'a' },
  ])
    expect((await ask({ ...asked, body: wrong })).status).toBe(400);
});

test('throttles are told as they stand, to whoever may read the plan or the API', async () => {
  const { apis } = sdk(server.controlUrl);
  await apis.updateStage({
    restApiId: apiId,
    stageName: 'dev',
    patchOperations: [
      { op: 'replace', path: '/*/*/throttling/rateLimit', value: '0.01' },
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '5' },
    ],
  });
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++) {
    const { status } = await fetch(`${server.gatewayUrl}/_aws/execute-api/${apiId}/dev/pets`);
    statuses.push(status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const asked = { path: '/_sallyport/limits', query: { api: apiId } };
  const bucket = { kind: 'method', apiId, stage: 'dev', httpMethod: 'ANY', resourcePath: '/pets' };
  const { body } = await ask(asked);
  expect(body.buckets).toMatchObject([{ ...bucket, rateLimit: 0.01, burstLimit: 5 }]);
  expect(body.buckets[0].tokens).toBeLessThan(1);
  expect((await ask(asked, nobody)).body.message).toContain('not authorized to perform: apigateway:GET on resource');
});

test('a user sees requests to the APIs that he may, and one of them by its id', async () => {
  await fetch(`${server.gatewayUrl}/_aws/execute-api/${apiId}/dev/seen`, { headers: { 'X-Pet': 'Rex' } });
  const anna = await createUser(
    iamClient(server),
    allow(['sallyport:ListRequests', 'sallyport:GetRequest'], `arn:aws:execute-api:*:*:${apiId}/*`),
  );
  const { body } = await ask({ path: '/_sallyport/requests', query: { api: apiId } }, anna);
  const id = body.requests[0].requestId;
  expect((await ask({ path: `/_sallyport/requests/${id}` }, anna)).body).toMatchObject({
    apiId,
    steps: expect.any(Array),
  });
  const tried = {
    method: 'POST',
    path: '/_sallyport/template',
    body: { template: '$input.params("X-Pet")', requestId: id },
  };
  expect((await ask(tried)).body).toMatchObject({ output: 'Rex', input: { params: { header: { 'X-Pet': 'Rex' } } } });
  expect((await ask(tried, anna)).status).toBe(403);
  expect((await ask({ path: '/_sallyport/requests' }, anna)).status).toBe(403);
  expect((await ask({ path: '/_sallyport/requests', query: { api: 'other1' } }, anna)).status).toBe(403);
});
