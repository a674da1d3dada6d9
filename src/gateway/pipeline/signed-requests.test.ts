import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../control/testing/signed-fetch.ts';
import { deriveSigningKey } from '../../sigv4/index.ts';
import type { Signer } from '../iam/index.ts';
import { closing } from '../testing/cleanup.ts';
import { type CallOptions, noFunctions, startBackend, startGatewayWith } from '../testing/harness.ts';
import { PATH, SECRET, type Signing, signing } from '../testing/signed.ts';
import { integration, snapshot } from '../testing/snapshots.ts';

// Requests are signed by the SDK's own signer. Guide page apigateway-authorization-flow (tables A and B); facts D102, D103,
// D107.
const keep = closing();
const signed = signing(Sha256);
const ACCOUNT = '123456789012';
const ARN = `arn:aws:execute-api:us-east-1:${ACCOUNT}:api1234567/dev`;

interface Setup {
  readonly identity?: readonly object[];
  readonly account?: string;
  readonly policy?: readonly object[];
  readonly sessionToken?: string;
}
const allow = (Resource = '*') => ({ Effect: 'Allow', Action: 'execute-api:Invoke', Resource });
const deny = () => ({ ...allow(), Effect: 'Deny' });

async function start({ identity = [allow()], account = ACCOUNT, policy, sessionToken }: Setup = {}) {
  const asked: string[] = [];
  const backend = await keep(startBackend(() => ({ body: 'ok' })));
  const methodIntegration = integration({ type: 'HTTP_PROXY', uri: `${backend.url}/`, httpMethod: 'ANY' });
  const stage = snapshot({
    methods: { '/a': { ANY: { authorizationType: 'AWS_IAM', methodIntegration } } },
    ...(policy && { restApi: { policy: JSON.stringify({ Version: '2012-10-17', Statement: policy }) } }),
  });
  const statements = identity.length === 0 ? [allow('arn:aws:s3:::nothing')] : identity;
  const credentials = {
    issueCredentials: async () => undefined,
    async findSigner(accessKeyId: string, scope: { date: string; region: string; service: string }) {
      asked.push(accessKeyId);
      if (accessKeyId !== 'AKIDANNA') return undefined;
      const signer: Signer = {
        signingKey: deriveSigningKey(SECRET, scope),
        ...(sessionToken !== undefined && { sessionToken }),
        principal: {
          arn: `arn:aws:iam::${account}:user/anna`,
          accountId: account,
          userId: 'AIDAANNA',
          userName: 'anna',
        },
        policies: {
          identity: [{ name: 'one', document: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }],
        },
      };
      return signer;
    },
  };
  const harness = await keep(startGatewayWith([stage], noFunctions, undefined, undefined, { credentials }));
  return { ...harness, asked, backend };
}

describe('a signature', () => {
  it('opens the method, and the body that it covers reaches the backend', async () => {
    const { callTarget, backend } = await start();
    const { target, options } = await signed({ method: 'POST', body: '{"a":1}', query: { q: 'x y' } });
    expect(await callTarget(target, options)).toMatchObject({ status: 200, body: 'ok' });
    expect(backend.seen[0]).toMatchObject({ method: 'POST', body: '{"a":1}' });
  });

  it('is missing: 403 (D107)', async () => {
    const { call } = await start();
    const answer = await call('/a');
    expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('MissingAuthenticationTokenException');
  });

  it('of nobody: 403 (D107), without reading the body', async () => {
    const { callTarget } = await start();
    const { target, options } = await signed({ accessKeyId: 'AKIDNOBODY' });
    const answer = await callTarget(target, options);
    expect(answer).toMatchObject({
      status: 403,
      body: '{"message":"The security token included in the request is invalid."}',
    });
    expect(answer.headers['x-amzn-errortype']).toBe('UnrecognizedClientException');
  });

  const header = (options: CallOptions, name: string, value: string) => [
    ...(options.headers ?? []).filter((_, at, all) => all[at - (at % 2)]?.toLowerCase() !== name),
    name,
    value,
  ];

  it.each<
    [string, Signing, (request: { target: string; options: CallOptions }) => { target: string; options: CallOptions }]
  >([
    ['by another secret', { secret: 'other' }, (r) => r],
    ['for another body', { method: 'POST', body: 'a' }, (r) => ({ ...r, options: { ...r.options, body: 'b' } })],
    ['for another verb', {}, (r) => ({ ...r, options: { ...r.options, method: 'DELETE' } })],
    ['for another path', { path: PATH.replace('/a', '/b') }, (r) => ({ ...r, target: PATH })],
    ['for another query', { query: { q: '1' } }, (r) => ({ ...r, target: `${PATH}?q=2` })],
    ['with a query that was not signed', {}, (r) => ({ ...r, target: `${PATH}?admin=1` })],
    ['for another host', {}, (r) => ({ ...r, options: { ...r.options, headers: header(r.options, 'host', 'other') } })],
    [
      'with a second value of a signed field',
      {},
      (r) => ({
        ...r,
        options: { ...r.options, headers: [...(r.options.headers ?? []), 'X-Amz-Date', '20260101T000000Z'] },
      }),
    ],
    [
      'that leaves the body out',
      { method: 'POST', body: 'a' },
      (r) => ({
        ...r,
        options: { ...r.options, headers: header(r.options, 'x-amz-content-sha256', 'UNSIGNED-PAYLOAD') },
      }),
    ],
    [
      'for another verb than a field that was not signed asks for',
      {},
      (r) => ({ ...r, options: { ...r.options, headers: header(r.options, 'X-HTTP-Method-Override', 'DELETE') } }),
    ],
    ['for another region', { region: 'eu-west-1' }, (r) => r],
    ['for another service', { service: 's3' }, (r) => r],
    ['of ten minutes ago', { at: new Date(Date.now() - 600_000) }, (r) => r],
    ['of a time to come', { at: new Date(Date.now() + 600_000) }, (r) => r],
    ['with a token that nobody gave out', { sessionToken: 'made up' }, (r) => r],
  ])('%s: 403', async (_, signing, spoil) => {
    const { callTarget, backend } = await start();
    const { target, options } = spoil(await signed(signing));
    const answer = await callTarget(target, options);
    expect(answer.status).toBe(403);
    expect(backend.seen).toHaveLength(0);
  });

  it('of temporary credentials needs their token', async () => {
    const { callTarget } = await start({ sessionToken: 'token1' });
    const withToken = await signed({ sessionToken: 'token1' });
    const without = await signed();
    expect((await callTarget(withToken.target, withToken.options)).status).toBe(200);
    expect((await callTarget(without.target, without.options)).status).toBe(403);
  });

  it('tells nothing of the secret', async () => {
    const { callTarget } = await start();
    const { target, options } = await signed({ secret: 'other' });
    const answer = await callTarget(target, options);
    expect(answer.body).toContain('The request signature we calculated does not match the signature you provided.');
    expect(answer.headers['x-amzn-errortype']).toBe('InvalidSignatureException');
  });

  it('is asked about once for many requests, also one of nobody', async () => {
    const { callTarget, asked } = await start();
    for (const accessKeyId of ['AKIDANNA', 'AKIDNOBODY', 'AKIDANNA', 'AKIDNOBODY']) {
      const { target, options } = await signed({ accessKeyId });
      await callTarget(target, options);
    }
    expect(asked).toEqual(['AKIDANNA', 'AKIDNOBODY']);
  });
});

const named = (Effect: 'Allow' | 'Deny') => ({
  Effect,
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: `${ARN}/*`,
});
const IDENTITY = { Allow: [allow()], None: [], Deny: [allow(), deny()] };
const RESOURCE = {
  Allow: [named('Allow')],
  None: [{ ...named('Allow'), Resource: `${ARN}/GET/b` }],
  Deny: [named('Deny')],
};

// What the caller's policies say, what the resource policy says, and what comes of it within the account and across.
it.each([
  ['Allow', 'Allow', 200, 200],
  ['Allow', 'None', 200, 403],
  ['Allow', 'Deny', 403, 403],
  ['None', 'Allow', 200, 403],
  ['None', 'None', 403, 403],
  ['None', 'Deny', 403, 403],
  ['Deny', 'Allow', 403, 403],
  ['Deny', 'None', 403, 403],
  ['Deny', 'Deny', 403, 403],
] as const)('%s and %s: %d by Table A, %d by Table B', async (identity, resource, within, across) => {
  for (const [account, status] of [
    [ACCOUNT, within],
    ['999999999999', across],
  ] as const) {
    const { callTarget } = await start({ identity: IDENTITY[identity], policy: RESOURCE[resource], account });
    const { target, options } = await signed();
    expect((await callTarget(target, options)).status).toBe(status);
  }
});

it.each([
  ['aws:PrincipalAccount', ACCOUNT],
  ['aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:user/anna`],
  ['aws:PrincipalType', 'User'],
  ['aws:userid', 'AIDAANNA'],
  ['aws:username', 'anna'],
])('a signature gives policies the key %s (fact D105)', async (key, value) => {
  for (const [expected, status] of [
    [value, 200],
    ['somebody else', 403],
  ] as const) {
    const { callTarget } = await start({
      identity: [{ ...allow(), Condition: { StringEquals: { [key]: expected } } }],
    });
    const { target, options } = await signed();
    expect((await callTarget(target, options)).status).toBe(status);
  }
});

it('who is not allowed is told what (D107)', async () => {
  const { callTarget } = await start({ identity: [allow(), deny()] });
  const { target, options } = await signed();
  const answer = await callTarget(target, options);
  const resource = 'arn:aws:execute-api:us-east-1:********9012:api1234567/dev/GET/a';
  const Message = `User: arn:aws:iam::${ACCOUNT}:user/anna is not authorized to perform: execute-api:Invoke on resource: ${resource} with an explicit deny`;
  expect(answer.body).toBe(JSON.stringify({ Message }));
});
