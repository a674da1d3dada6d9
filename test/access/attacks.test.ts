import { request as httpRequest } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { Sha256 } from '../../src/control/testing/signed-fetch.ts';
import { allow, createUser, deny, iamClient } from '../support/identities.ts';
import type { Key } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';

// What attackers of a gateway try with paths, headers and signatures that were good once (issue 6), byte by byte over the wire.
// Tokens and their keys are attacked in src/gateway/pipeline/user-pools.test.ts and src/server/user-pools.test.ts.
const { controlUrl, gatewayUrl } = inject('sallyport');
const { apis } = sdk(controlUrl);
const iam = iamClient({ controlUrl });

interface Sent {
  readonly method?: string;
  /** As it is written. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers?: readonly string[];
}

function send({ method = 'GET', path, headers = [] }: Sent): Promise<number> {
  const { hostname, port, host } = new URL(gatewayUrl);
  return new Promise((resolve, reject) => {
    const all = headers.some((name) => name.toLowerCase() === 'host') ? headers : ['Host', host, ...headers];
    const request = httpRequest({ hostname, port, method, path, headers: [...all], agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject).end();
  });
}

/** The header fields of a signed request, as names and values in turn. */
async function sign(who: Key, { method = 'GET', path }: Sent, at = new Date()): Promise<string[]> {
  const { host, hostname } = new URL(gatewayUrl);
  const signer = new SignatureV4({ credentials: who, region: 'us-east-1', service: 'execute-api', sha256: Sha256 });
  const unsigned = { method, protocol: 'http:', hostname, path, headers: { host } };
  const { headers } = await signer.sign(unsigned, { signingDate: at });
  return Object.entries(headers).flat();
}

/** An API that answers 200 everywhere below its stages `dev` and `prod`; gives its id. */
async function deploy(authorizationType: string, policy?: object): Promise<string> {
  const api = await apis.createRestApi({ name: 'attacked', ...(policy && { policy: JSON.stringify(policy) }) });
  const restApiId = known(api.id);
  const parentId = known(api.rootResourceId);
  const { id } = await apis.createResource({ restApiId, parentId, pathPart: '{proxy+}' });
  const method = { restApiId, resourceId: known(id), httpMethod: 'ANY' };
  await apis.putMethod({ ...method, authorizationType });
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await apis.putIntegration({ ...method, type: 'MOCK', requestTemplates });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  for (const stageName of ['dev', 'prod']) await apis.createDeployment({ restApiId, stageName });
  return restApiId;
}

const at = (api: string, path: string, stage = 'dev') => `/_aws/execute-api/${api}/${stage}${path}`;

/** Every spelling of /admin, and what no spelling of a path may hold. */
const SAME = ['/admin', '/%61dmin', '/adm%69n', '//admin', '/admin/', '/%61%64%6d%69%6e'];
const REFUSED = ['/./admin', '/x/../admin', '/x/%2e%2e/admin', '/%2e/admin', '/x/..%2fadmin'];
/** Other resources, which no policy of ours denies. */
const OTHERS = ['/ADMIN', '/admin;v=1', '/admin%2fx', '/x/admin', '/x//admin', '/admin//'];

describe('no spelling of a path slips past', () => {
  test('a resource policy', async () => {
    const statement = (Effect: string, path: string) => ({
      Effect,
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: `execute-api:/${path}`,
    });
    const Statement = [statement('Allow', '*'), statement('Deny', 'dev/GET/admin')];
    const api = await deploy('NONE', { Version: '2012-10-17', Statement });
    const statuses = (paths: readonly string[]) => Promise.all(paths.map((path) => send({ path: at(api, path) })));
    expect(await statuses(SAME)).toEqual(SAME.map(() => 403));
    expect(await statuses(REFUSED)).toEqual(REFUSED.map(() => 400));
    expect(await statuses(OTHERS)).toEqual(OTHERS.map(() => 200));
    const byHost = { path: '/dev/%61dmin', headers: ['Host', `${api}.execute-api.localhost`] };
    expect(await send(byHost)).toBe(403);
  });

  test('the policies of who signs', async () => {
    const api = await deploy('AWS_IAM');
    const denied = `arn:aws:execute-api:*:*:${api}/dev/GET/admin`;
    const user = await createUser(iam, allow('execute-api:Invoke'), deny('execute-api:Invoke', denied));
    const statusOf = async (path: string) => {
      const written = at(api, path);
      return send({ path: written, headers: await sign(user, { path: written }) });
    };
    for (const path of SAME) expect([path, await statusOf(path)]).toEqual([path, 403]);
    for (const path of REFUSED) expect([path, await statusOf(path)]).toEqual([path, 400]);
    for (const path of ['/ADMIN', '/x/admin']) expect([path, await statusOf(path)]).toEqual([path, 200]);
  });
});

describe('a signature', () => {
  let api: string;
  let other: string;
  let user: Key;
  beforeAll(async () => {
    [api, other] = [await deploy('AWS_IAM'), await deploy('AWS_IAM')];
    user = await createUser(iam, allow('execute-api:Invoke'));
  });

  test('that is replayed opens nothing but what it was made for, and that for five minutes', async () => {
    const path = at(api, '/a');
    const headers = await sign(user, { path });
    expect(await send({ path, headers })).toBe(200);
    for (const elsewhere of [
      at(api, '/b'),
      at(api, '/a', 'prod'),
      at(other, '/a'),
      `${path}?admin=1`,
      at(api, '/%61'),
    ]) {
      expect([elsewhere, await send({ path: elsewhere, headers })]).toEqual([elsewhere, 403]);
    }
    expect(await send({ path, headers, method: 'DELETE' })).toBe(403);
    const minutes = (count: number) => new Date(Date.now() - count * 60_000);
    expect(await send({ path, headers: await sign(user, { path }, minutes(4)) })).toBe(200);
    expect(await send({ path, headers: await sign(user, { path }, minutes(6)) })).toBe(403);
    expect(await send({ path, headers: await sign(user, { path }, minutes(-6)) })).toBe(403);
  });

  test('counts in any case of its fields, and not when a field is there twice', async () => {
    const path = at(api, '/a');
    const headers = await sign(user, { path });
    const changed = headers.map((text, index) => (index % 2 === 0 ? text.toUpperCase() : text));
    expect(await send({ path, headers: changed })).toBe(200);
    for (const name of ['authorization', 'x-amz-date', 'host']) {
      const value = headers[headers.indexOf(name) + 1] ?? '';
      for (const second of [value, 'made up']) {
        expect([400, 403]).toContain(await send({ path, headers: [...headers, name.toUpperCase(), second] }));
      }
    }
    const foreign = ['X-Amz-Security-Token', 'made up'];
    expect(await send({ path, headers: [...headers, ...foreign] })).toBe(403);
    const inQuery = `${path}?X-Amz-Signature=${'0'.repeat(64)}`;
    expect(await send({ path: inQuery, headers })).toBe(403);
  });
});
