import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Call } from '../../../aws/index.ts';
import type { PublicKeySet } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { CognitoContext, UserMessage } from '../context.ts';
import { type CognitoService, createCognitoService, poolIds } from '../index.ts';
import type { In } from '../types.ts';

export const ACCOUNT_ID = '111111111111';
export const NOW_MS = Date.parse('2026-01-31T12:00:00Z');
/** A password that the default policy takes. */
export const PASSWORD = 'Correct-Horse-1';

/** The service over a real store in memory, what it sent to users and what it told the data plane. */
export interface TestPools {
  readonly api: CognitoService['handlers'];
  readonly endpoints: CognitoService['endpoints'];
  readonly context: CognitoContext;
  readonly store: Store;
  readonly sent: UserMessage[];
  readonly published: Map<string, PublicKeySet>;
  /** The code of the last message. */
  code(): string;
  call(options?: { readonly region?: string; readonly nowMs?: number }): Call;
}

// Making an RSA key takes a while, so each pool gets the same ones, in the same order.
const KEYS: Awaited<ReturnType<CognitoContext['makeKeyPair']>>[] = [];

function keyPair(at: number) {
  const known = KEYS[at];
  if (known) return known;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made = { publicKey: publicKey.export({ format: 'jwk' }), privateKey: privateKey.export({ format: 'jwk' }) };
  KEYS[at] = made;
  return made;
}

export async function startPools(): Promise<TestPools> {
  const store = await openSqliteStore({ path: ':memory:' });
  const sent: UserMessage[] = [];
  const published = new Map<string, PublicKeySet>();
  let made = 0;
  const context: CognitoContext = {
    store,
    ids: poolIds(randomInt, { uuid: randomUUID, bytes: randomBytes }),
    makeKeyPair: async () => keyPair(made++),
    passwordTerms: { cost: 16, blockSize: 8, parallelization: 1 },
    deliver: async (message) => void sent.push(message),
    publisher: {
      poolKeysChanged: async (poolArn, keys) => void published.set(poolArn, keys),
      poolRemoved: async (poolArn) => void published.delete(poolArn),
    },
    issuerOf: ({ region }, poolId) => `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
  };
  const { handlers, endpoints } = createCognitoService(context);
  return {
    api: handlers,
    endpoints,
    context,
    store,
    sent,
    published,
    code: () => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? fail(),
    call,
  };
}

/** A pool with a client that may use every flow. */
export async function startPool(
  pool: Partial<In<'createUserPool'>> = {},
  client: Partial<In<'createUserPoolClient'>> = {},
) {
  const pools = await startPools();
  const { UserPool } = await pools.api.createUserPool({ PoolName: 'pool', ...pool }, call());
  const poolId = UserPool?.Id ?? fail();
  const { UserPoolClient } = await pools.api.createUserPoolClient(
    {
      UserPoolId: poolId,
      ClientName: 'app',
      ExplicitAuthFlows: [
        ...['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
      ...client,
    },
    call(),
  );
  const clientId = UserPoolClient?.ClientId ?? fail();
  return { ...pools, poolId, clientId, secret: UserPoolClient?.ClientSecret };
}

/** Signs a user up who is confirmed and may sign in. */
export async function addConfirmed(
  { api, poolId }: Pick<Awaited<ReturnType<typeof startPool>>, 'api' | 'poolId'>,
  Username: string,
  UserAttributes: In<'adminCreateUser'>['UserAttributes'] = [],
): Promise<void> {
  await api.adminCreateUser({ UserPoolId: poolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }, call());
  await api.adminSetUserPassword({ UserPoolId: poolId, Username, Password: PASSWORD, Permanent: true }, call());
}

export function call({ region = 'us-east-1', nowMs = NOW_MS }: { region?: string; nowMs?: number } = {}): Call {
  const principal = { arn: 'anonymous', accountId: ACCOUNT_ID, userId: 'anonymous', accessKeyId: '' };
  return { scope: { accountId: ACCOUNT_ID, region }, principal, requestId: randomUUID(), nowMs };
}

/** What a test expects of a refusal. */
export function refusal(name: string, message: string) {
  return { code: `${name}Exception`, statusCode: 400, message };
}

/** What a token says. */
export function claimsOf(token: string | undefined): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

function fail(): never {
  throw new Error('This should have been there.');
}
