import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../control/testing/signed-fetch.ts';
import type { Method, MethodSetting } from '../../model/index.ts';
import { deriveSigningKey } from '../../sigv4/index.ts';
import type { Signer } from '../iam/index.ts';
import { closing } from '../testing/cleanup.ts';
import { noFunctions, startBackend, startGateway } from '../testing/harness.ts';
import { SECRET, signing } from '../testing/signed.ts';
import { integration, methodSetting } from '../testing/snapshots.ts';

// Fact D124; guide page api-gateway-caching, "Invalidate an API Gateway cache entry", whose policy this is.
const keep = closing();
const signed = signing(Sha256);
const ACCOUNT = '123456789012';
const INVALIDATE = 'execute-api:InvalidateCache';
const ENTRY = `arn:aws:execute-api:us-east-1:${ACCOUNT}:api1234567/dev/GET/a`;
const FRESH = ['Cache-Control', 'max-age=0'];

type Statement = Readonly<Record<string, unknown>>;
const allow = (Action: string, Resource = '*'): Statement => ({ Effect: 'Allow', Action, Resource });
const policyOf = (Statement: readonly Statement[]) => JSON.stringify({ Version: '2012-10-17', Statement });

interface Setup {
  /** What anna may do. */
  readonly identity?: readonly Statement[];
  readonly account?: string;
  readonly resourcePolicy?: readonly Statement[];
  readonly authorizationType?: Method['authorizationType'];
  readonly setting?: Partial<MethodSetting>;
}

/** `/a` is cached, and its backend numbers its answers. */
async function start(setup: Setup) {
  const { identity = [], account = ACCOUNT, resourcePolicy, authorizationType = 'AWS_IAM' } = setup;
  let answers = 0;
  const backend = await keep(startBackend(() => ({ body: `answer ${++answers}` })));
  const methodIntegration = integration({ type: 'HTTP_PROXY', uri: `${backend.url}/`, httpMethod: 'ANY' });
  const credentials = {
    issueCredentials: async () => undefined,
    async findSigner(_: string, scope: { date: string; region: string; service: string }): Promise<Signer> {
      return {
        signingKey: deriveSigningKey(SECRET, scope),
        principal: {
          arn: `arn:aws:iam::${account}:user/anna`,
          accountId: account,
          userId: 'AIDAANNA',
          userName: 'anna',
        },
        policies: { identity: [{ name: 'own', document: policyOf([allow('execute-api:Invoke'), ...identity]) }] },
      };
    },
  };
  const setting = methodSetting({ cachingEnabled: true, ...setup.setting });
  const change = {
    methods: { '/a': { GET: { authorizationType, methodIntegration } } },
    stage: { cacheClusterEnabled: true, methodSettings: { '*/*': setting } },
    ...(resourcePolicy && { restApi: { policy: policyOf(resourcePolicy) } }),
  };
  const { callTarget } = await keep(startGateway(change, noFunctions, undefined, undefined, { credentials }));
  return async (headers: readonly string[] = []) => {
    const { target, options } = await signed({ unsigned: headers });
    return callTarget(target, options);
  };
}

describe('a caller who signs', () => {
  it('renews a cached response if his policies allow it for the method', async () => {
    const call = await start({ identity: [allow(INVALIDATE, ENTRY)] });
    expect((await call()).body).toBe('answer 1');
    const renewed = await call(FRESH);
    expect(renewed.body).toBe('answer 2');
    expect(renewed.headers).not.toHaveProperty('warning');
    expect((await call()).body).toBe('answer 2');
  });

  it.each([
    ['not given the right', {}],
    ['given it for another method', { identity: [allow(INVALIDATE, `${ENTRY}/b`)] }],
    [
      'denied it by the resource policy',
      {
        identity: [allow(INVALIDATE)],
        resourcePolicy: [
          { ...allow('*'), Principal: '*' },
          { Effect: 'Deny', Action: INVALIDATE, Resource: '*', Principal: '*' },
        ],
      },
    ],
    [
      'of another account ("Cross-account cache invalidation is not supported")',
      {
        account: '999999999999',
        identity: [allow(INVALIDATE)],
        resourcePolicy: [{ ...allow('*'), Principal: '*' }],
      },
    ],
  ])('gets the cached one with a warning when %s', async (_, setup: Setup) => {
    const call = await start(setup);
    expect((await call()).body).toBe('answer 1');
    const answer = await call(FRESH);
    expect(answer).toMatchObject({ status: 200, body: 'answer 1' });
    expect(answer.headers.warning).toMatch(/^199 /);
  });

  it('is refused without the right where the stage says so', async () => {
    const setting = { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' } as const;
    const call = await start({ setting });
    expect((await call(FRESH)).status).toBe(403);
    const allowed = await start({ setting, identity: [allow(INVALIDATE)] });
    expect((await allowed(FRESH)).status).toBe(200);
  });
});

it('a caller who need not sign renews it if the resource policy allows it', async () => {
  const everybody = (Action: string) => ({ ...allow(Action), Principal: '*' });
  const may = await start({ authorizationType: 'NONE', resourcePolicy: [everybody('execute-api:*')] });
  expect((await may()).body).toBe('answer 1');
  expect((await may(FRESH)).body).toBe('answer 2');
  const mayNot = await start({ authorizationType: 'NONE', resourcePolicy: [everybody('execute-api:Invoke')] });
  expect((await mayNot()).body).toBe('answer 1');
  expect((await mayNot(FRESH)).body).toBe('answer 1');
});
