import { expect, it } from 'vitest';
import { addConfirmed, call, claimsOf, PASSWORD, refusal, startPool } from '../testing/service.ts';

// API reference, `AdminRemoveUserFromGroup`; developer guide, "Adding groups to a user pool": tokens name groups.
async function start() {
  const pool = await startPool();
  const { api, poolId: UserPoolId } = pool;
  for (const name of ['anna', 'bert']) await addConfirmed(pool, name);
  for (const GroupName of ['readers', 'writers']) {
    await api.createGroup({ UserPoolId, GroupName }, call());
    for (const Username of ['anna', 'bert']) await api.adminAddUserToGroup({ UserPoolId, Username, GroupName }, call());
  }
  return pool;
}

it('a user who is removed from a group is in the others, and his next tokens say so', async () => {
  const { api, poolId: UserPoolId, clientId: ClientId } = await start();
  const groupsInToken = async () => {
    const AuthParameters = { USERNAME: 'anna', PASSWORD };
    const input = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const;
    return claimsOf((await api.initiateAuth(input, call())).AuthenticationResult?.AccessToken)['cognito:groups'];
  };
  const groups = async (Username: string) =>
    (await api.adminListGroupsForUser({ UserPoolId, Username }, call())).Groups?.map(({ GroupName }) => GroupName);
  const members = async (GroupName: string) =>
    (await api.listUsersInGroup({ UserPoolId, GroupName }, call())).Users?.map(({ Username }) => Username);
  const remove = (GroupName: string) =>
    api.adminRemoveUserFromGroup({ UserPoolId, Username: 'anna', GroupName }, call());
  expect(await groupsInToken()).toEqual(['readers', 'writers']);
  await remove('readers');
  expect(await groupsInToken()).toEqual(['writers']);
  expect(await groups('anna')).toEqual(['writers']);
  expect(await members('readers')).toEqual(['bert']);
  expect(await members('writers')).toEqual(['anna', 'bert']);
  expect(await groups('bert')).toEqual(['readers', 'writers']);
  await remove('writers');
  expect(await groupsInToken()).toBeUndefined();
});

it('nobody is removed from what is not there, nor who is not', async () => {
  const { api, poolId: UserPoolId } = await start();
  const remove = (Username: string, GroupName: string) =>
    api.adminRemoveUserFromGroup({ UserPoolId, Username, GroupName }, call());
  await expect(remove('anna', 'nobodies')).rejects.toMatchObject(refusal('ResourceNotFound', 'Group not found.'));
  await expect(remove('carla', 'readers')).rejects.toMatchObject(refusal('UserNotFound', 'User does not exist.'));
  const elsewhere = { UserPoolId: 'us-east-1_nobody', Username: 'anna', GroupName: 'readers' };
  await expect(api.adminRemoveUserFromGroup(elsewhere, call())).rejects.toMatchObject(
    refusal('ResourceNotFound', 'User pool us-east-1_nobody does not exist.'),
  );
});
