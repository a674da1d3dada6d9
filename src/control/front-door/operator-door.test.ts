import { afterEach, expect, it } from 'vitest';
import { ServiceError } from '../../aws/index.ts';
import { type H1Listener, listenH1 } from '../../http/index.ts';
import { ACCOUNT_ID, KEY } from '../testing/control-plane-server.ts';
import { type RawRequest, type Signing, signedRequest } from '../testing/signed-fetch.ts';
import { createOperatorDoor, type OperatorRequest } from './index.ts';

const open: H1Listener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close(0);
});

async function start(answer: (request: OperatorRequest) => Promise<unknown>, arn = `arn:aws:iam::${ACCOUNT_ID}:root`) {
  const principal = { arn, accountId: arn.split(':')[4] ?? '', userId: 'x', accessKeyId: KEY.accessKeyId };
  const errors: unknown[] = [];
  const door = createOperatorDoor({
    credentials: {
      find: async (id) => (id === KEY.accessKeyId ? { ...KEY, principal, policies: { identity: [] } } : undefined),
    },
    accountId: ACCOUNT_ID,
    now: Date.now,
    uuid: () => 'id',
    bodyLimitBytes: 100,
    answer,
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

it('hands the root user’s request over, and answers in JSON', async () => {
  const { call } = await start(async ({ method, path, query, body, sourceIp }) => ({
    told: [method, path, query.get('a'), body.toString(), sourceIp],
  }));
  expect(await call({ method: 'POST', query: { a: '1' }, body: 'text' })).toEqual({
    status: 200,
    body: { told: ['POST', '/_sallyport/x', ['1'], 'text', '127.0.0.1'] },
  });
});

it('refuses whoever has not signed, has signed wrongly, or is not the root user of the operator’s account', async () => {
  const never = async () => {
    throw new Error('was asked');
  };
  const { endpoint, call, errors } = await start(never);
  const unsigned = await fetch(`${endpoint}/_sallyport/x`);
  expect([unsigned.status, await unsigned.json()]).toEqual([403, { message: 'Missing Authentication Token' }]);
  expect((await call({}, { secretAccessKey: 'wrong' })).status).toBe(403);
  expect((await call({}, { accessKeyId: 'AKIDOTHER' })).status).toBe(403);
  const user = await start(never, `arn:aws:iam::${ACCOUNT_ID}:user/anna`);
  expect(await user.call()).toMatchObject({ status: 403, body: { message: expect.stringContaining('not the root') } });
  const other = await start(never, 'arn:aws:iam::222222222222:root');
  expect(await other.call()).toMatchObject({ status: 403 });
  expect([...errors, ...user.errors]).toEqual([]);
});

it('tells what is wrong: no such endpoint, a body too large, what the endpoint says, a defect', async () => {
  expect((await (await start(async () => undefined)).call()).status).toBe(404);
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
});
