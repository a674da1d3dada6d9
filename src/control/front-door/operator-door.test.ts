import { afterEach, expect, it } from 'vitest';
import { ServiceError } from '../../aws/index.ts';
import { type H1Listener, listenH1 } from '../../http/index.ts';
import { ACCOUNT_ID, KEY } from '../testing/control-plane-server.ts';
import { type RawRequest, type Signing, signedRequest } from '../testing/signed-fetch.ts';
import { createOperatorDoor, type OperatorEndpoint, type OperatorRequest } from './index.ts';

const open: H1Listener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close(0);
});

const OTHER_ACCOUNT = '222222222222';
const ROOT = `arn:aws:iam::${ACCOUNT_ID}:root`;

interface Caller {
  readonly arn?: string;
  /** What his policy allows. */
  readonly may?: string;
  readonly resource?: string;
}

async function start(
  answer: (request: OperatorRequest) => Promise<unknown>,
  { arn = ROOT, may = '*', resource = '*' }: Caller = {},
) {
  const principal = { arn, accountId: arn.split(':')[4] ?? '', userId: 'x', accessKeyId: KEY.accessKeyId };
  const document = JSON.stringify({ Statement: { Effect: 'Allow', Action: may, Resource: resource } });
  const policies = { identity: [{ name: 'own', document }] };
  const errors: unknown[] = [];
  const access = () => [{ action: 'sallyport:Look', resource: `arn:aws:sallyport::${ACCOUNT_ID}:thing` }];
  const endpoints: readonly OperatorEndpoint[] = [
    { method: 'GET', path: '/_sallyport/x', access, answer },
    { method: 'POST', path: '/_sallyport/x', access, answer },
    { method: 'GET', path: '/_sallyport/below/', access, answer },
  ];
  const door = createOperatorDoor({
    credentials: { find: async (id) => (id === KEY.accessKeyId ? { ...KEY, principal, policies } : undefined) },
    accountIds: [ACCOUNT_ID, OTHER_ACCOUNT],
    now: Date.now,
    uuid: () => 'id',
    bodyLimitBytes: 100,
    endpoints,
    onError: (error) => errors.push(error),
  });
  const listener = await listenH1({ host: '127.0.0.1', port: 0, onExchange: door });
  open.push(listener);
  const endpoint = `http://127.0.0.1:${listener.port}`;
  const call = async (request: Partial<RawRequest> = {}, signing: Partial<Signing> = {}) => {
    const raw = { method: 'GET', path: '/_sallyport/x', ...request };
    const answered = await fetch(await signedRequest(endpoint, raw, { service: 'apigateway', ...signing }));
    return { status: answered.status, body: await answered.json() };
  };
  return { endpoint, errors, call };
}

it('hands the request over, and answers in JSON', async () => {
  const { call } = await start(async ({ method, path, query, body, sourceIp }) => ({
    told: [method, path, query.get('a'), body.toString(), sourceIp],
  }));
  expect(await call({ method: 'POST', query: { a: '1' }, body: 'text' })).toEqual({
    status: 200,
    body: { told: ['POST', '/_sallyport/x', ['1'], 'text', '127.0.0.1'] },
  });
});

const never = async () => {
  throw new Error('was asked');
};

it('refuses whoever has not signed, or has signed wrongly', async () => {
  const { endpoint, call, errors } = await start(never);
  const unsigned = await fetch(`${endpoint}/_sallyport/x`);
  expect([unsigned.status, await unsigned.json()]).toEqual([403, { message: 'Missing Authentication Token' }]);
  expect((await call({}, { secretAccessKey: 'wrong' })).status).toBe(403);
  expect((await call({}, { accessKeyId: 'AKIDOTHER' })).status).toBe(403);
  expect(errors).toEqual([]);
});

// AWS's text for what policies do not allow, as the AWS APIs on this port give it.
it('lets in those whose policies allow it, and nobody of another account', async () => {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:user/anna`;
  const refused = await start(never, { arn, may: 'sallyport:Other' });
  expect(await refused.call()).toEqual({
    status: 403,
    body: {
      message: `User: ${arn} is not authorized to perform: sallyport:Look on resource: arn:aws:sallyport::${ACCOUNT_ID}:thing because no identity-based policy allows the sallyport:Look action`,
    },
  });
  const elsewhere = await start(never, { arn, resource: 'arn:aws:sallyport:::other' });
  expect((await elsewhere.call()).status).toBe(403);
  const admitted = await start(async ({ call }) => call.principal.arn, { arn, may: 'sallyport:Look' });
  expect(await admitted.call()).toEqual({ status: 200, body: arn });
  const stranger = await start(never, { arn: `arn:aws:iam::${OTHER_ACCOUNT}:root` });
  expect((await stranger.call()).status).toBe(403);
});

it('finds an endpoint by verb and path, and others below it', async () => {
  const { call } = await start(async ({ path }) => path);
  expect((await call({ path: '/_sallyport/below/a%2Fb' })).body).toBe('/_sallyport/below/a%2Fb');
  for (const path of ['/_sallyport/below/', '/_sallyport/below', '/_sallyport/x/y', '/_sallyport/none'])
    expect((await call({ path })).status).toBe(404);
  expect((await call({ method: 'DELETE' })).status).toBe(404);
});

it('tells what is wrong: a body too large, what the endpoint says, a defect', async () => {
  const { call } = await start(async () => {
    throw new ServiceError('BadRequestException', 400, 'limit must be a number.');
  });
  expect(await call()).toEqual({ status: 400, body: { message: 'limit must be a number.' } });
  expect((await call({ method: 'POST', body: 'x'.repeat(101) })).status).toBe(413);
  const broken = await start(async () => {
    throw new Error('of ours');
  });
  expect((await broken.call()).status).toBe(500);
  expect(String(broken.errors[0])).toContain('of ours');
  const noJson = await start(async () => ({ n: 1n }));
  expect((await noJson.call()).status).toBe(500);
  expect(String(noJson.errors[0])).toContain('BigInt');
});
