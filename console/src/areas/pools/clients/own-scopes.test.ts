import { expect, test } from 'vitest';
import { otherGrants, ownScopes, tokenCommand, withOwnScopes } from './own-scopes.ts';
import type { AppClient } from './use-clients.ts';

const client: AppClient = {
  UserPoolId: 'us-east-1_abc',
  ClientId: 'abc',
  ClientName: 'batch',
  ClientSecret: 'secret',
  ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  AllowedOAuthFlows: ['client_credentials'],
  AllowedOAuthScopes: ['orders/read', 'orders/write'],
};

test('are those of the client credentials grant alone', () => {
  expect(ownScopes(client)).toEqual(['orders/read', 'orders/write']);
  expect(ownScopes({ ...client, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] })).toEqual([]);
  expect(otherGrants({ AllowedOAuthFlows: ['code', 'implicit'] })).toEqual(['code', 'implicit']);
  expect(otherGrants(client)).toEqual([]);
});

test('are saved with all else that the client is, since an update resets what it is not given', () => {
  expect(withOwnScopes(client, ['orders/read'])).toEqual({
    UserPoolId: 'us-east-1_abc',
    ClientId: 'abc',
    ClientName: 'batch',
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['orders/read'],
  });
  expect(withOwnScopes(client, [])).toMatchObject({ AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: [] });
});

test('are asked for by a command without the secret in it', () => {
  expect(tokenCommand(client, 'http://127.0.0.1:4566/us-east-1_abc/oauth2/token')).toBe(
    "curl -u abc -d 'grant_type=client_credentials&scope=orders%2Fread+orders%2Fwrite' http://127.0.0.1:4566/us-east-1_abc/oauth2/token",
  );
});
