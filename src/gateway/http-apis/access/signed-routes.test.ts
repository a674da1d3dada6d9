import { expect, it } from 'vitest';
import { Sha256 } from '../../../control/testing/signed-fetch.ts';
import { deriveSigningKey } from '../../../sigv4/index.ts';
import type { Signer } from '../../iam/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { eventOf, returning } from '../../testing/functions.ts';
import { startHttpGateway } from '../../testing/http-gateway.ts';
import { SECRET, signing } from '../../testing/signed.ts';

// Guide page http-api-access-control-iam; requests are signed by the SDK's own signer.
const keep = closing();
const signed = signing(Sha256);
const path = '/_aws/execute-api/http123456/$default/a';
const FORBIDDEN = { status: 403, body: '{"message":"Forbidden"}' };

async function start(Resource = '*') {
  const run = returning({ statusCode: 200, body: 'ok' });
  const Statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource };
  const credentials = {
    issueCredentials: async () => undefined,
    async findSigner(accessKeyId: string, scope: { date: string; region: string; service: string }) {
      if (accessKeyId !== 'AKIDANNA') return undefined;
      const signer: Signer = {
        signingKey: deriveSigningKey(SECRET, scope),
        principal: {
          arn: 'arn:aws:iam::123456789012:user/anna',
          accountId: '123456789012',
          userId: 'AIDAANNA',
          userName: 'anna',
        },
        policies: { identity: [{ name: 'one', document: JSON.stringify({ Version: '2012-10-17', Statement }) }] },
      };
      return signer;
    },
  };
  const route = { AuthorizationType: 'AWS_IAM' as const };
  const gateway = await keep(startHttpGateway({ routes: { 'ANY /a': {} }, route }, run, { credentials }));
  return { ...gateway, run };
}

it('a signature opens a route that its owner may call, and functions see whose it is', async () => {
  const { callTarget, run } = await start();
  const { target, options } = await signed({ path, method: 'POST', body: '{"a":1}' });
  expect(await callTarget(target, options)).toMatchObject({ status: 200, body: 'ok' });
  expect(eventOf(run.calls[0])).toMatchObject({
    requestContext: {
      authorizer: {
        iam: {
          accessKey: 'AKIDANNA',
          accountId: '123456789012',
          callerId: 'AIDAANNA',
          cognitoIdentity: null,
          userArn: 'arn:aws:iam::123456789012:user/anna',
          userId: 'AIDAANNA',
        },
      },
    },
  });
});

it('nobody else gets in, and is told nothing', async () => {
  const { callTarget } = await start('arn:aws:execute-api:us-east-1:123456789012:http123456/$default/GET/*');
  const get = await signed({ path });
  expect((await callTarget(get.target, get.options)).status).toBe(200);
  const post = await signed({ path, method: 'POST' });
  expect(await callTarget(post.target, post.options)).toMatchObject(FORBIDDEN);
  const stranger = await signed({ path, accessKeyId: 'AKIDNOBODY' });
  expect(await callTarget(stranger.target, stranger.options)).toMatchObject(FORBIDDEN);
  const answer = await callTarget(path);
  expect(answer).toMatchObject(FORBIDDEN);
  expect(answer.headers).not.toHaveProperty('x-amzn-errortype');
});

it('signatures for several regions are not taken (fact D108)', async () => {
  const { callTarget, run } = await start();
  const { target, options } = await signed({ path });
  const headers = (options.headers ?? []).map((value) => value.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'));
  const answer = await callTarget(target, { ...options, headers: [...headers, 'X-Amz-Region-Set', '*'] });
  expect(answer).toMatchObject(FORBIDDEN);
  expect(run.calls).toEqual([]);
});
