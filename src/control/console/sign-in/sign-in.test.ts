import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type H1Listener, listenH1 } from '../../../http/index.ts';
import type { AuditRecord } from '../../audit/index.ts';
import type { ConsoleOutcome, ConsoleUser } from './outcome.ts';
import { createSignIn, type SignInOptions } from './sign-in.ts';

const ACCOUNT = '123456789012';
const ARN = `arn:aws:iam::${ACCOUNT}:user/anna`;
const NOW_MS = Date.UTC(2026, 10, 28);
const ATTEMPT = { account: ACCOUNT, user: 'anna', password: 'Correct-Horse-1' };
const CREDENTIALS = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };

type Judge = SignInOptions<ConsoleUser>['judge'];
let listener: H1Listener;
let nowMs: number;
let outcome: ConsoleOutcome<ConsoleUser>;
let judged: Parameters<Judge>[0][];
let audited: AuditRecord[];
let errors: unknown[];

function anna(...actions: readonly string[]): ConsoleUser {
  const document = JSON.stringify({ Statement: { Effect: 'Allow', Action: actions, Resource: '*' } });
  const identity = actions.length === 0 ? [] : [{ name: 'own', document }];
  return {
    caller: { arn: ARN, accountId: ACCOUNT, userId: 'AIDAEXAMPLE', userName: 'anna' },
    policies: { identity },
  };
}

async function start(judge: Judge): Promise<void> {
  let made = 0;
  const signIn = createSignIn<ConsoleUser>({
    accountIds: ['999999999999', ACCOUNT],
    hosts: ['console.example.com'],
    judge,
    credentialsOf: (_user, at) => ({ ...CREDENTIALS, expiresAtMs: at + 43_200_000 }),
    now: () => nowMs,
    uuid: () => `id-${++made}`,
    audit: (record) => void audited.push(record),
    onError: (error) => void errors.push(error),
  });
  listener = await listenH1({ host: '127.0.0.1', port: 0, onExchange: signIn });
}

beforeEach(async () => {
  nowMs = NOW_MS;
  outcome = { outcome: 'signed in', user: anna() };
  judged = [];
  audited = [];
  errors = [];
  await start(async (attempt) => {
    judged.push(attempt);
    return outcome;
  });
});
afterEach(() => listener.close(0));

/** By `node:http`, which sends the headers that a page cannot choose. */
function send(
  body: unknown = ATTEMPT,
  headers: Readonly<Record<string, string>> = {},
  method = 'POST',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Record<string, unknown> }> {
  const bytes = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes), ...headers };
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: listener.port, path: '/_sallyport/console/sign-in' };
    const sent = request({ ...to, method, headers: all }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(text) });
    });
    sent.on('error', reject).end(bytes);
  });
}

describe('a name and its password', () => {
  it('are worth temporary credentials, which nothing on the way keeps', async () => {
    const { status, headers, body } = await send();
    expect([status, body]).toEqual([
      200,
      {
        credentials: { ...CREDENTIALS, expiration: '2026-11-28T12:00:00.000Z' },
        user: { accountId: ACCOUNT, userName: 'anna', arn: ARN },
      },
    ]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['set-cookie']).toBeUndefined();
    expect(judged).toMatchObject([{ account: ACCOUNT, userName: 'anna', password: ATTEMPT.password, nowMs: NOW_MS }]);
  });

  it.each<[ConsoleOutcome<ConsoleUser>, number, string, string]>([
    [{ outcome: 'refused' }, 403, 'AuthenticationFailedException', 'Your authentication information is incorrect.'],
    [{ outcome: 'expired', user: anna() }, 403, 'PasswordExpiredException', 'Your password has expired.'],
    [
      { outcome: 'password reset required', user: anna() },
      403,
      'PasswordResetRequiredException',
      'You must change your password to continue.',
    ],
    [{ outcome: 'locked', waitMs: 1_500 }, 429, 'TooManyRequestsException', 'Try again in 2 seconds.'],
  ])('%o', async (given, status, type, text) => {
    outcome = given;
    const refused = await send();
    expect(refused).toMatchObject({ status, body: { message: expect.stringContaining(text) } });
    expect(refused.headers).toMatchObject({ 'x-amzn-errortype': type, 'cache-control': 'no-store' });
    expect(refused.headers['retry-after']).toBe(status === 429 ? '2' : undefined);
  });

  it('a wrong password and a name that nobody has are answered alike', async () => {
    outcome = { outcome: 'refused', user: anna() };
    const wrong = await send();
    outcome = { outcome: 'refused' };
    const nobody = await send();
    expect(nobody.body).toEqual(wrong.body);
    expect(Object.keys(nobody.headers)).toEqual(Object.keys(wrong.headers));
  });

  // As IAM judges `ChangePassword`; recorded text of AWS, "because no identity-based policy allows".
  it('another password is for those who may change their own', async () => {
    await listener.close(0);
    let user = anna();
    await start(async ({ permitChange }) => {
      await permitChange(user);
      return { outcome: 'signed in', user };
    });
    const change = { ...ATTEMPT, newPassword: 'Another-Horse-2' };
    expect(await send(change)).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/^User: .*user\/anna is not authorized to perform: iam:ChangePassword/) },
    });
    expect(audited.splice(0)).toMatchObject([
      { eventName: 'PasswordUpdated', responseElements: { PasswordUpdated: 'Failure' }, userIdentity: { arn: ARN } },
    ]);
    user = anna('iam:ChangePassword');
    expect((await send(change)).status).toBe(200);
    expect(audited.map(({ eventName }) => eventName)).toEqual(['PasswordUpdated', 'ConsoleLogin']);
  });
});

describe('what another page sends is refused before anything is judged', () => {
  const here = (name = '127.0.0.1') => `${name}:${listener.port}`;
  it.each([
    ['its origin', () => ({ origin: 'https://evil.example' })],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['a sandboxed frame', () => ({ origin: 'null' })],
    ['a page of the same site', () => ({ origin: `http://${here()}`, 'sec-fetch-site': 'same-site' })],
    ['a name that leads here', () => ({ host: here('evil.example'), origin: `http://${here('evil.example')}` })],
    ['a name that ends like ours', () => ({ host: here('evil-localhost') })],
  ])('%s', async (_, headers) => {
    const { status, headers: told } = await send(ATTEMPT, headers());
    expect(status).toBe(403);
    expect(told['access-control-allow-origin']).toBeUndefined();
    expect([judged, audited]).toEqual([[], []]);
  });

  it.each(['localhost', 'x.localhost', '127.0.0.1', '192.0.2.7', '[2001:db8::1]', 'Console.Example.com'])(
    'the console itself at %s may',
    async (name) => {
      const host = here(name);
      const headers = { host, origin: `https://${host.toLowerCase()}`, 'sec-fetch-site': 'same-origin' };
      expect((await send(ATTEMPT, headers)).status).toBe(200);
    },
  );

  it('a form, and a question before a call, hear no', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain;application/json'])
      expect((await send(ATTEMPT, { 'content-type': type })).status).toBe(415);
    for (const method of ['GET', 'OPTIONS', 'PUT']) {
      const { status, headers } = await send(ATTEMPT, {}, method);
      expect([status, headers.allow, headers['access-control-allow-origin']]).toEqual([405, 'POST', undefined]);
    }
    expect(judged).toEqual([]);
  });
});

it.each([
  ['no JSON', '{"password":"Correct-Horse-1'],
  ['no object', '"text"'],
  ['null', 'null'],
  ['no password', { ...ATTEMPT, password: undefined }],
  ['an object for a name', { ...ATTEMPT, user: { $ne: '' } }],
  ['a long name', { ...ATTEMPT, user: 'a'.repeat(257) }],
  ['an empty new password', { ...ATTEMPT, newPassword: '' }],
])('refuses %s, and repeats nothing of it', async (_, body) => {
  const { status, body: told } = await send(body);
  expect(status).toBe(400);
  expect(JSON.stringify(told)).not.toContain('Horse');
  expect(judged).toEqual([]);
});

it('refuses a large body', async () => {
  expect((await send({ ...ATTEMPT, more: 'x'.repeat(8_192) })).status).toBe(413);
});

it('bounds attempts from one address', async () => {
  for (let attempt = 0; attempt < 20; attempt++) expect((await send()).status).toBe(200);
  expect(await send()).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  nowMs += 1_000;
  expect((await send()).status).toBe(200);
  expect(judged).toHaveLength(21);
});

it('tells a client nothing of a defect', async () => {
  await listener.close(0);
  await start(async () => {
    throw new Error('of ours');
  });
  const { status, body } = await send();
  expect([status, JSON.stringify(body).includes('ours')]).toEqual([500, false]);
  expect(String(errors[0])).toContain('of ours');
});

// CloudTrail user guide, "AWS Management Console sign-in events".
describe('the audit trail', () => {
  const userIdentity = { type: 'IAMUser', principalId: 'AIDAEXAMPLE', arn: ARN, accountId: ACCOUNT, userName: 'anna' };

  it('knows who signed in', async () => {
    await send(ATTEMPT, { 'user-agent': 'Browser/1' });
    expect(audited).toMatchObject([
      {
        userIdentity,
        eventTime: '2026-11-28T00:00:00Z',
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        eventType: 'AwsConsoleSignIn',
        sourceIPAddress: '127.0.0.1',
        userAgent: 'Browser/1',
        responseElements: { ConsoleLogin: 'Success' },
      },
    ]);
    expect(JSON.stringify(audited)).not.toMatch(/Correct-Horse|secret|token/);
  });

  it('knows who could not, but no name that nobody has: it may be a password', async () => {
    outcome = { outcome: 'refused', user: anna() };
    await send();
    outcome = { outcome: 'refused' };
    await send({ ...ATTEMPT, user: 'Correct-Horse-1' });
    outcome = { outcome: 'locked', waitMs: 1 };
    await send();
    const failed = { errorMessage: 'Failed authentication', responseElements: { ConsoleLogin: 'Failure' } };
    expect(audited).toMatchObject([
      { ...failed, userIdentity },
      { ...failed, userIdentity: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS', accountId: ACCOUNT } },
    ]);
    expect(JSON.stringify(audited)).not.toContain('Horse');
  });
});
