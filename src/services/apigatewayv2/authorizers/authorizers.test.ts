import { describe, expect, it } from 'vitest';
import { call, FUNCTION_ARN, NOW_MS, refusal, startApi } from '../testing/service.ts';
import type { In } from '../types.ts';

// API reference of version 2, `GetAuthorizer`, `UpdateAuthorizer`, `DeleteAuthorizer`, `ResetAuthorizersCache`; texts as users of AWS
// report them.
const JWT = {
  Name: 'jwt',
  AuthorizerType: 'JWT' as const,
  IdentitySource: ['$request.header.Authorization'],
  JwtConfiguration: { Issuer: 'https://issuer.test', Audience: ['one'] },
};
const URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION_ARN}/invocations`;
const missing = refusal('NotFound', 'Invalid Authorizer identifier specified');

async function start() {
  const api = await startApi();
  const { v2, ApiId } = api;
  const { AuthorizerId = '' } = await v2.createAuthorizer({ ApiId, ...JWT }, call());
  const which = { ApiId, AuthorizerId };
  /** Lets `GET /` ask the authorizer, or nobody. */
  const guard = (isGuarded: boolean) =>
    v2.updateRoute(
      {
        ApiId,
        RouteId: api.RouteId,
        ...(isGuarded ? { AuthorizationType: 'JWT', AuthorizerId } : { AuthorizationType: 'NONE', AuthorizerId: '' }),
      },
      call(),
    );
  return { ...api, which, guard };
}

describe('an authorizer', () => {
  it('is found as it was made', async () => {
    const { v2, which } = await start();
    expect(await v2.getAuthorizer(which, call())).toEqual({ ...JWT, AuthorizerId: which.AuthorizerId });
  });

  it('keeps what an update leaves out', async () => {
    const { v2, which, ApiId } = await start();
    const JwtConfiguration = { Issuer: 'https://other.test', Audience: ['one', 'two'] };
    const changed = await v2.updateAuthorizer({ ...which, JwtConfiguration }, call());
    expect(changed).toEqual({ ...JWT, JwtConfiguration, AuthorizerId: which.AuthorizerId });
    await v2.updateAuthorizer({ ...which, Name: 'renamed' }, call());
    expect(await v2.getAuthorizer(which, call())).toEqual({ ...changed, Name: 'renamed' });
    const { AuthorizerId = '' } = await v2.createAuthorizer(
      {
        ApiId,
        Name: 'function',
        AuthorizerType: 'REQUEST',
        IdentitySource: ['$request.header.X'],
        AuthorizerUri: URI,
        AuthorizerPayloadFormatVersion: '2.0',
      },
      call(),
    );
    const change = { ApiId, AuthorizerId, AuthorizerResultTtlInSeconds: 300, EnableSimpleResponses: true };
    expect(await v2.updateAuthorizer(change, call())).toMatchObject({
      Name: 'function',
      AuthorizerUri: URI,
      AuthorizerResultTtlInSeconds: 300,
      EnableSimpleResponses: true,
    });
  });

  it.each<Partial<In<'updateAuthorizer'>>>([
    { JwtConfiguration: { Issuer: 'https://issuer.test', Audience: [] } },
    { IdentitySource: ['$request.header.A', '$request.header.B'] },
    { AuthorizerType: 'TOKEN' as 'JWT' },
    { Name: 'x'.repeat(129) },
  ])('does not change to %.60j', async (change) => {
    const { v2, which } = await start();
    await expect(v2.updateAuthorizer({ ...which, ...change }, call())).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    expect(await v2.getAuthorizer(which, call())).toMatchObject(JWT);
  });

  it('has a name of its own', async () => {
    const { v2, ApiId } = await start();
    await expect(v2.createAuthorizer({ ApiId, ...JWT }, call())).rejects.toMatchObject(
      refusal('BadRequest', 'Authorizer name must be unique. Authorizer jwt already exists in this RestApi.'),
    );
  });

  it('goes when no route asks it', async () => {
    const { v2, which, guard, ApiId } = await start();
    await guard(true);
    await expect(v2.deleteAuthorizer(which, call())).rejects.toMatchObject(
      refusal('Conflict', "Cannot delete authorizer 'jwt', is referenced in route: GET /"),
    );
    expect(await v2.getAuthorizer(which, call())).toMatchObject(JWT);
    await guard(false);
    await v2.deleteAuthorizer(which, call());
    expect((await v2.getAuthorizers({ ApiId }, call())).Items).toEqual([]);
    await expect(v2.getAuthorizer(which, call())).rejects.toMatchObject(missing);
    await expect(v2.updateAuthorizer({ ...which, Name: 'a' }, call())).rejects.toMatchObject(missing);
    await expect(v2.deleteAuthorizer(which, call())).rejects.toMatchObject(missing);
  });

  it('of one API is none of another', async () => {
    const { v2, which } = await start();
    const { ApiId = '' } = await v2.createApi({ Name: 'other', ProtocolType: 'HTTP' }, call());
    await expect(v2.getAuthorizer({ ...which, ApiId }, call())).rejects.toMatchObject(missing);
    await expect(v2.deleteAuthorizer({ ...which, ApiId }, call())).rejects.toMatchObject(missing);
    await expect(v2.getAuthorizer({ ...which, ApiId: 'nowhere' }, call())).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });
});

it('what authorizers decided is forgotten by one stage, which serves what it served', async () => {
  const { v2, ApiId, published, served } = await start();
  for (const StageName of ['one', 'two']) await v2.createStage({ ApiId, StageName, AutoDeploy: true }, call());
  const before = await served(ApiId, 'one');
  published.length = 0;
  await v2.resetAuthorizersCache({ ApiId, StageName: 'one' }, call({ nowMs: NOW_MS + 60_000 }));
  const after = await served(ApiId, 'one');
  expect(published).toEqual([after?.ref]);
  expect(after?.ref.stageName).toBe('one');
  // What was decided is kept for a revision of a stage.
  expect(after?.ref.revision).toBeGreaterThan(before?.ref.revision ?? Number.POSITIVE_INFINITY);
  expect(after?.definition).toEqual(before?.definition);
  expect(after?.stage.DeploymentId).toBe(before?.stage.DeploymentId);
  await expect(v2.resetAuthorizersCache({ ApiId, StageName: 'three' }, call())).rejects.toMatchObject(
    refusal('NotFound', 'Invalid stage identifier specified'),
  );
});
