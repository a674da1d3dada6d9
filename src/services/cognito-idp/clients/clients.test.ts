import { describe, expect, it } from 'vitest';
import { call, NOW_MS, startPool } from '../testing/service.ts';
import type { In } from '../types.ts';

// API reference, `CreateUserPoolClient`, `UpdateUserPoolClient`.
type Client = Partial<In<'createUserPoolClient'>>;

describe('a client', () => {
  it('that was given a name alone has AWS’s defaults', async () => {
    const { api, poolId: UserPoolId } = await startPool();
    const { UserPoolClient } = await api.createUserPoolClient({ UserPoolId, ClientName: 'web' }, call());
    expect(UserPoolClient).toEqual({
      UserPoolId,
      ClientName: 'web',
      ClientId: expect.stringMatching(/^[a-z0-9]{26}$/),
      LastModifiedDate: new Date(NOW_MS),
      CreationDate: new Date(NOW_MS),
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
  });

  it('keeps its secret through an update, and loses what the update leaves out', async () => {
    const { api, poolId: UserPoolId, clientId: ClientId, secret } = await startPool({}, { GenerateSecret: true });
    expect(secret).toMatch(/^[a-z0-9]{52}$/);
    await api.updateUserPoolClient({ UserPoolId, ClientId, PreventUserExistenceErrors: 'ENABLED' }, call());
    const { UserPoolClient } = await api.updateUserPoolClient({ UserPoolId, ClientId, ClientName: 'b' }, call());
    expect(UserPoolClient).toMatchObject({ ClientName: 'b', ClientSecret: secret });
    expect(UserPoolClient).not.toHaveProperty('PreventUserExistenceErrors');
  });

  it.each<[Client, string]>([
    [{ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'] }, 'InvalidParameterException'],
    [{ ExplicitAuthFlows: ['NONSENSE'] }, 'InvalidParameterException'],
    [{ AccessTokenValidity: 25 }, 'InvalidParameterException'],
    [{ AccessTokenValidity: 299, TokenValidityUnits: { AccessToken: 'seconds' } }, 'InvalidParameterException'],
    [
      { RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'minutes' }, IdTokenValidity: 2 },
      'InvalidParameterException',
    ],
    [{ AllowedOAuthFlows: ['client_credentials'], AllowedOAuthScopes: ['a/b'] }, 'InvalidParameterException'],
    [{ AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['a/b'] }, 'ScopeDoesNotExistException'],
    [{ CallbackURLs: ['http://example.com'] }, 'InvalidParameterException'],
    [{ CallbackURLs: ['javascript:alert(1)'] }, 'InvalidParameterException'],
    [{ CallbackURLs: ['https://example.com/#a'] }, 'InvalidParameterException'],
    [{ CallbackURLs: ['https://a.test'], DefaultRedirectURI: 'https://b.test' }, 'InvalidParameterException'],
    [{ ReadAttributes: ['custom:none'] }, 'InvalidParameterException'],
    [{ WriteAttributes: ['email_verified'] }, 'InvalidParameterException'],
    [{ GenerateSecret: true, ClientSecret: 'x'.repeat(24) }, 'InvalidParameterException'],
    [{ SupportedIdentityProviders: ['Google'] }, 'NotImplementedException'],
  ])('with %j is refused', async (given, code) => {
    const { api, poolId: UserPoolId } = await startPool();
    await expect(api.createUserPoolClient({ UserPoolId, ClientName: 'web', ...given }, call())).rejects.toMatchObject({
      code,
    });
  });

  it.each(['http://localhost:3000/a', 'http://127.0.0.1', 'myapp://example', 'https://example.com/a?b=c'])(
    'may send people back to %s',
    async (url) => {
      const { api, poolId: UserPoolId } = await startPool();
      const input = { UserPoolId, ClientName: 'web', CallbackURLs: [url] };
      await expect(api.createUserPoolClient(input, call())).resolves.toBeDefined();
    },
  );
});
