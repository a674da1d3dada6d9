import { describe, expect, it } from 'vitest';
import { call, claimsOf, NOW_MS, refusal, startPool } from '../testing/service.ts';
import type { In } from '../types.ts';

// API reference, `DescribeResourceServer`, `UpdateResourceServer`, `DeleteResourceServer`; texts of refusals as users of AWS report them.
const READ = { ScopeName: 'read', ScopeDescription: 'Read pets' };
const WRITE = { ScopeName: 'write', ScopeDescription: 'Write pets' };
const gone = refusal('ResourceNotFound', 'Resource server does not exist.');

async function start() {
  const pool = await startPool();
  const which = { UserPoolId: pool.poolId, Identifier: 'https://pets.example.com' };
  await pool.api.createResourceServer({ ...which, Name: 'Pets', Scopes: [READ, WRITE] }, call());
  const describe = async () => (await pool.api.describeResourceServer(which, call())).ResourceServer;
  return { ...pool, which, describe };
}

describe('a resource server', () => {
  it('is described as it was made, and changes as a whole', async () => {
    const { api, which, describe } = await start();
    expect(await describe()).toEqual({ ...which, Name: 'Pets', Scopes: [READ, WRITE] });
    const { ResourceServer } = await api.updateResourceServer({ ...which, Name: 'Cats', Scopes: [WRITE] }, call());
    expect(ResourceServer).toEqual({ ...which, Name: 'Cats', Scopes: [WRITE] });
    expect(await describe()).toEqual(ResourceServer);
    await api.updateResourceServer({ ...which, Name: 'Dogs' }, call());
    expect((await describe())?.Scopes ?? []).toEqual([]);
  });

  it.each<[Partial<In<'updateResourceServer'>>, string]>([
    [{ Name: 'a/b' }, "at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern"],
    [{ Scopes: [READ, { ...WRITE, ScopeName: 'a/b' }] }, "Value 'a/b' at 'scopes.2.member.scopeName'"],
    [{ Scopes: [{ ...READ, ScopeDescription: 'x'.repeat(257) }] }, 'length less than or equal to 256'],
    [{ Scopes: Array.from({ length: 101 }, (_, n) => ({ ...READ, ScopeName: `s${n}` })) }, '100'],
  ])('does not change to %.60j', async (change, message) => {
    const { api, which, describe } = await start();
    await expect(api.updateResourceServer({ ...which, Name: 'Pets', ...change }, call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
    expect(await describe()).toMatchObject({ Name: 'Pets', Scopes: [READ, WRITE] });
  });

  it('is gone when it is deleted, and its identifier free', async () => {
    const { api, which, describe } = await start();
    expect(await api.deleteResourceServer(which, call())).toEqual({});
    await expect(describe()).rejects.toMatchObject(gone);
    await expect(api.deleteResourceServer(which, call())).rejects.toMatchObject(gone);
    await expect(api.updateResourceServer({ ...which, Name: 'Pets' }, call())).rejects.toMatchObject(gone);
    const { ResourceServers } = await api.listResourceServers({ UserPoolId: which.UserPoolId, MaxResults: 50 }, call());
    expect(ResourceServers).toEqual([]);
    await expect(api.createResourceServer({ ...which, Name: 'Again' }, call())).resolves.toBeDefined();
  });

  it('of one pool is none of another', async () => {
    const { api, which, describe } = await start();
    const { UserPool } = await api.createUserPool({ PoolName: 'other' }, call());
    const other = { ...which, UserPoolId: UserPool?.Id ?? '' };
    await expect(api.describeResourceServer(other, call())).rejects.toMatchObject(gone);
    await expect(api.deleteResourceServer(other, call())).rejects.toMatchObject(gone);
    expect(await describe()).toBeDefined();
    const nowhere = { ...which, UserPoolId: 'us-east-1_nobody' };
    await expect(api.describeResourceServer(nowhere, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

// API reference, `DeleteResourceServer`: nobody gets tokens with its scopes any more. RFC 6749, 5.2: `invalid_scope`.
it('no client gets scopes of a resource server that is gone, or that it lost', async () => {
  const { api, which, endpoints, poolId: UserPoolId } = await start();
  const scopes = ['read', 'write'].map((name) => `${which.Identifier}/${name}`);
  await api.createUserPoolDomain({ UserPoolId, Domain: 'shop' }, call());
  const { UserPoolClient: machine } = await api.createUserPoolClient(
    {
      UserPoolId,
      ClientName: 'machine',
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: scopes,
    },
    call(),
  );
  const ask = async (scope?: string) => {
    const form = {
      grant_type: 'client_credentials',
      client_id: machine?.ClientId ?? '',
      client_secret: machine?.ClientSecret ?? '',
      ...(scope !== undefined && { scope }),
    };
    const request = {
      method: 'POST',
      host: 'shop.auth.us-east-1.localhost',
      path: '/oauth2/token',
      headers: new Map([['content-type', 'application/x-www-form-urlencoded']]),
      body: Buffer.from(new URLSearchParams(form).toString()),
    };
    const { status, body } = await endpoints.answer(request, NOW_MS);
    const answer = JSON.parse(body);
    return status === 200 ? claimsOf(answer.access_token).scope : answer.error;
  };
  expect(await ask()).toBe(scopes.join(' '));
  await api.updateResourceServer({ ...which, Name: 'Pets', Scopes: [WRITE] }, call());
  expect(await ask()).toBe(scopes[1]);
  expect(await ask(scopes[0])).toBe('invalid_scope');
  await api.deleteResourceServer(which, call());
  expect(await ask(scopes[1])).toBe('invalid_scope');
  expect(await ask()).toBe('invalid_scope');
});
