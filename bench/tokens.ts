import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { compileAuthorizers, IssuerKeys, type UserPoolAuthorizer } from '../src/gateway/authorizers/index.ts';
import type { MethodRequest } from '../src/gateway/method/index.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const ROUNDS = 15;
const ROUND_MS = 200;
const POOL = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Bench';
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Bench';
/** Callers that come in turn: more than a processor's caches hold, fewer than an authorizer keeps. */
const CALLERS = 1_000;

/** @returns a promise where there is something to wait for */
type Authorize = () => Promise<unknown> | undefined;

/**
 * Verifying the token of a caller, as a method with a `COGNITO_USER_POOLS` authorizer does before anything else: one that was
 * seen before, and one that was not, beside jose alone with the same keys.
 */
export default async function tokens(): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] };
  const seen = Array.from({ length: CALLERS }, (_, caller) => token(privateKey, caller));
  const keysOfPool = keysOf(keySet);
  const authorizer = compile(keysOfPool);
  for (const each of seen) await admitted(authorizer, each);

  let at = 0;
  const cached = await measure(() => admit(authorizer, seen[at++ % CALLERS] ?? ''));
  // Nothing is kept by an authorizer that is new.
  const fresh = await measure(() => admitted(compile(keysOfPool), seen[at++ % CALLERS] ?? ''));
  const keys = createLocalJWKSet(keySet);
  const peer = await measure(() =>
    jwtVerify(seen[at++ % CALLERS] ?? '', keys, { issuer: ISSUER, algorithms: ['RS256'] }),
  );

  const rows: string[][] = [
    ['token that was seen before', spread(cached, 'us'), perSecond(cached)],
    ['token that was not', spread(fresh, 'us'), perSecond(fresh)],
    ['jose alone, token that was not', spread(peer, 'us'), perSecond(peer)],
  ];
  await publish('tokens', {
    title: 'Authorizers of user pools: one verification',
    head: ['what', 'CPU time', 'a second and core'],
    rows,
    notes: [
      `CPU time of the process: median (least to most) of ${ROUNDS} rounds of ${ROUND_MS} ms; ${CALLERS} callers in turn, with tokens of ${seen[0]?.length} characters.`,
      'RS256 with a key of 2048 bits. Threads that verify signatures count, too.',
      `The promise is 100,000 a second and core for tokens that were seen before: ${perSecond(cached)}.`,
    ],
  });
}

function token(key: KeyObject, caller: number): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: `fe41b642-b4cd-4101-b06b-${String(caller).padStart(12, '0')}`,
    email_verified: true,
    email: `caller${caller}@example.com`,
    iss: ISSUER,
    'cognito:username': `caller${caller}`,
    'cognito:groups': ['readers', 'writers'],
    origin_jti: '6a19d024-825c-4713-970f-b04896ab0273',
    aud: 'fjfney747nl6xovb8eorxc4yqw',
    event_id: '4bce3cd5-77d0-4e81-9b4c-44f893e3f6e0',
    token_use: 'id',
    auth_time: now,
    exp: now + 3600,
    iat: now,
    jti: '1b7e60c3-d5e8-4f8d-857c-6bbb0e37af3d',
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ kid: 'k', alg: 'RS256' })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function keysOf(keySet: object): IssuerKeys {
  const local = { poolArn: POOL, issuer: ISSUER, keySet: keySet as { keys: [] } };
  const pools = { issuersOf: () => [], fetchKeySet: () => Promise.reject(new Error('none')), findLocal: () => local };
  return new IssuerKeys(pools, Date.now);
}

function compile(issuerKeys: IssuerKeys): UserPoolAuthorizer {
  const scope = { issuerKeys, now: Date.now };
  const identitySource = 'method.request.header.Authorization';
  const settings = {
    id: 'a',
    name: 'pools',
    type: 'COGNITO_USER_POOLS',
    providerARNs: [POOL],
    identitySource,
  } as const;
  const authorizer = compileAuthorizers([settings], scope as never).pools('a');
  if (authorizer === undefined) throw new Error('The authorizer cannot be compiled.');
  return authorizer;
}

/** What an authorizer reads of a request. */
function requestOf(bearer: string): MethodRequest {
  const headers = ['Host', 'example.com', 'Accept', '*/*', 'Authorization', bearer];
  return { headers, context: {} } as unknown as MethodRequest;
}

function admit(authorizer: UserPoolAuthorizer, bearer: string): undefined {
  const answer = authorizer(requestOf(bearer), []);
  if (answer instanceof Promise || answer.kind !== 'authorization') {
    throw new Error('A token that was seen is verified again.');
  }
}

async function admitted(authorizer: UserPoolAuthorizer, bearer: string): Promise<void> {
  const { kind } = await authorizer(requestOf(bearer), []);
  if (kind !== 'authorization') throw new Error('A good token is refused.');
}

/** Microseconds of CPU time a verification, one value a round. */
async function measure(work: Authorize): Promise<number[]> {
  const values: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const cpu = process.cpuUsage();
    const endsAt = performance.now() + ROUND_MS;
    let count = 0;
    while (performance.now() < endsAt) {
      for (let batch = 0; batch < 20; batch++, count++) {
        const done = work();
        if (done !== undefined) await done;
      }
    }
    const { user, system } = process.cpuUsage(cpu);
    // The first round only warms up.
    if (round >= 0) values.push((user + system) / count);
  }
  return values;
}

function perSecond(values: readonly number[]): string {
  return Math.round(1_000_000 / median(values)).toLocaleString('en-US');
}
