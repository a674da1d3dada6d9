import { expect, it } from 'vitest';
import { addConfirmed, call, PASSWORD, refusal, startPool } from '../testing/service.ts';

// API reference, `DeleteUserPoolClient`: nobody signs in by it any more.
async function start() {
  const pool = await startPool();
  await addConfirmed(pool, 'anna');
  const { UserPoolClient } = await pool.api.createUserPoolClient(
    { UserPoolId: pool.poolId, ClientName: 'other', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
    call(),
  );
  return { ...pool, otherId: UserPoolClient?.ClientId ?? '' };
}

it('a client that is deleted lets nobody in, and leaves the others alone', async () => {
  const { api, store, poolId: UserPoolId, clientId: ClientId, otherId } = await start();
  const signIn = (id: string) =>
    api.initiateAuth(
      { ClientId: id, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'anna', PASSWORD } },
      call(),
    );
  const { RefreshToken = '' } = (await signIn(ClientId)).AuthenticationResult ?? {};
  expect(await api.deleteUserPoolClient({ UserPoolId, ClientId }, call())).toEqual({});
  const gone = refusal('ResourceNotFound', `User pool client ${ClientId} does not exist.`);
  await expect(signIn(ClientId)).rejects.toMatchObject(gone);
  await expect(api.getTokensFromRefreshToken({ ClientId, RefreshToken }, call())).rejects.toMatchObject(gone);
  await expect(api.describeUserPoolClient({ UserPoolId, ClientId }, call())).rejects.toMatchObject(gone);
  await expect(api.deleteUserPoolClient({ UserPoolId, ClientId }, call())).rejects.toMatchObject(gone);
  const { UserPoolClients } = await api.listUserPoolClients({ UserPoolId, MaxResults: 60 }, call());
  expect(UserPoolClients).toEqual([{ UserPoolId, ClientId: otherId, ClientName: 'other' }]);
  expect(await store.scan({ name: 'UserPoolClientPlace' })).toMatchObject([{ id: otherId }]);
  await expect(signIn(otherId)).resolves.toHaveProperty('AuthenticationResult');
});

it('a client is deleted by its own pool alone', async () => {
  const { api, poolId: UserPoolId, clientId: ClientId } = await start();
  const { UserPool } = await api.createUserPool({ PoolName: 'other' }, call());
  await expect(api.deleteUserPoolClient({ UserPoolId: UserPool?.Id ?? '', ClientId }, call())).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
  await expect(api.deleteUserPoolClient({ UserPoolId: 'us-east-1_nobody', ClientId }, call())).rejects.toMatchObject(
    refusal('ResourceNotFound', 'User pool us-east-1_nobody does not exist.'),
  );
  await expect(api.describeUserPoolClient({ UserPoolId, ClientId }, call())).resolves.toBeDefined();
});
