import { beforeEach, expect, it } from 'vitest';
import { ACCOUNT_ID, ADMIN, callOf, DOCUMENT } from '../testing/iam.ts';
import { openTeam, TEAM } from '../testing/team.ts';

// API reference of each operation; user guide, "Rename an IAM user group"; texts as recorded on AWS.
const call = callOf();
const noGroup = (name: string) => ({ code: 'NoSuchEntity', message: `The group with name ${name} cannot be found.` });

let team: Awaited<ReturnType<typeof openTeam>>;
let iam: typeof team.iam;
beforeEach(async () => {
  team = await openTeam();
  ({ iam } = team);
});

it('deletes a group that has neither users nor policies, and no other', async () => {
  const refused = (message: string) =>
    expect(iam.deleteGroup(TEAM, call)).rejects.toMatchObject({ code: 'DeleteConflict', statusCode: 409, message });
  await team.addAnna();
  await iam.attachGroupPolicy({ ...TEAM, PolicyArn: ADMIN }, call);
  await iam.putGroupPolicy({ ...TEAM, PolicyName: 'own', PolicyDocument: DOCUMENT }, call);
  await refused('Cannot delete entity, must remove users from group first.');
  await iam.removeUserFromGroup({ ...TEAM, UserName: 'anna' }, call);
  await refused('Cannot delete entity, must detach all policies first.');
  await iam.detachGroupPolicy({ ...TEAM, PolicyArn: ADMIN }, call);
  await refused('Cannot delete entity, must delete policies first.');
  await iam.deleteGroupPolicy({ ...TEAM, PolicyName: 'own' }, call);
  const { Group: before } = await iam.getGroup(TEAM, call);
  await iam.deleteGroup({ GroupName: 'TEAM' }, call);
  await expect(iam.getGroup(TEAM, call)).rejects.toMatchObject(noGroup('Team'));
  await expect(iam.deleteGroup(TEAM, call)).rejects.toMatchObject(noGroup('Team'));
  const { Group: after } = await iam.createGroup(TEAM, call);
  expect(after?.GroupId).not.toBe(before?.GroupId);
});

it('moves a group with its id, its policies and its users to another name and path', async () => {
  await team.addAnna();
  await iam.putGroupPolicy({ ...TEAM, PolicyName: 'own', PolicyDocument: DOCUMENT }, call);
  await iam.attachGroupPolicy({ ...TEAM, PolicyArn: ADMIN }, call);
  const { Group: before } = await iam.getGroup(TEAM, call);
  await iam.updateGroup({ ...TEAM, NewGroupName: 'Crew', NewPath: '/ops/' }, call);
  const moved = { ...before, GroupName: 'Crew', Path: '/ops/', Arn: `arn:aws:iam::${ACCOUNT_ID}:group/ops/Crew` };
  const crew = { GroupName: 'Crew' };
  expect(await iam.getGroup(crew, call)).toMatchObject({ Group: moved, Users: [{ UserName: 'anna' }] });
  expect((await iam.listGroupsForUser({ UserName: 'anna' }, call)).Groups).toEqual([moved]);
  expect((await iam.listGroupPolicies(crew, call)).PolicyNames).toEqual(['own']);
  expect((await iam.listAttachedGroupPolicies(crew, call)).AttachedPolicies).toHaveLength(1);
  await expect(iam.getGroup(TEAM, call)).rejects.toMatchObject(noGroup('Team'));
  expect(await team.decision()).toBe('allowed');
});

it('changes only what it is told of a group, and takes no name that is another’s', async () => {
  await iam.createGroup({ GroupName: 'ops' }, call);
  await iam.updateGroup({ ...TEAM, NewGroupName: 'TEAM' }, call);
  expect((await iam.getGroup(TEAM, call)).Group).toMatchObject({ GroupName: 'TEAM', Path: '/dev/' });
  await iam.updateGroup({ ...TEAM, NewPath: '/' }, call);
  const { Group: kept } = await iam.getGroup(TEAM, call);
  expect(kept).toMatchObject({ GroupName: 'TEAM', Path: '/' });
  await expect(iam.updateGroup({ ...TEAM, NewGroupName: 'OPS', NewPath: '/x/' }, call)).rejects.toMatchObject({
    code: 'EntityAlreadyExists',
    statusCode: 409,
  });
  await expect(iam.updateGroup({ ...TEAM, NewPath: 'x' }, call)).rejects.toMatchObject({ code: 'ValidationError' });
  await expect(iam.updateGroup({ GroupName: 'none', NewPath: '/' }, call)).rejects.toMatchObject(noGroup('none'));
  expect((await iam.getGroup(TEAM, call)).Group).toEqual(kept);
});
