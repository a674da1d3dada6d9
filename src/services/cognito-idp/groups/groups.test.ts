import { expect, it } from 'vitest';
import { addConfirmed, call, refusal, startPool } from '../testing/service.ts';

// API reference, `CreateGroup` and its neighbours.
it('a group has members until it, or they, are gone', async () => {
  const pool = await startPool();
  const { api, poolId: UserPoolId } = pool;
  for (const name of ['anna', 'bert']) await addConfirmed(pool, name);
  await api.createGroup({ UserPoolId, GroupName: 'a/b', Description: 'first' }, call());
  await expect(api.createGroup({ UserPoolId, GroupName: 'a/b' }, call())).rejects.toMatchObject(
    refusal('GroupExists', 'A group with the name already exists.'),
  );
  const member = (Username: string) => ({ UserPoolId, Username, GroupName: 'a/b' });
  for (const name of ['anna', 'bert']) await api.adminAddUserToGroup(member(name), call());
  const names = async () =>
    (await api.listUsersInGroup({ UserPoolId, GroupName: 'a/b' }, call())).Users?.map(({ Username }) => Username);
  expect(await names()).toEqual(['anna', 'bert']);
  await api.adminDeleteUser({ UserPoolId, Username: 'bert' }, call());
  expect(await names()).toEqual(['anna']);
  const groupsOf = async () => (await api.adminListGroupsForUser({ UserPoolId, Username: 'anna' }, call())).Groups;
  expect(await groupsOf()).toMatchObject([{ GroupName: 'a/b', Description: 'first' }]);
  await api.updateGroup({ UserPoolId, GroupName: 'a/b', Precedence: 0 }, call());
  expect((await api.getGroup({ UserPoolId, GroupName: 'a/b' }, call())).Group).toMatchObject({
    Description: 'first',
    Precedence: 0,
  });
  await api.deleteGroup({ UserPoolId, GroupName: 'a/b' }, call());
  expect(await groupsOf()).toEqual([]);
  await expect(api.adminAddUserToGroup(member('anna'), call())).rejects.toMatchObject(
    refusal('ResourceNotFound', 'Group not found.'),
  );
});
