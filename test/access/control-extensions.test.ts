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

test('a user sees requests to the APIs that he may, and one of them by its id', async () => {
  await fetch(`${server.gatewayUrl}/_aws/execute-api/${apiId}/dev/seen`);
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
  expect((await ask({ path: '/_sallyport/requests' }, anna)).status).toBe(403);
  expect((await ask({ path: '/_sallyport/requests', query: { api: 'other1' } }, anna)).status).toBe(403);
});
