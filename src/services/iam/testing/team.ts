import { ACCOUNT_ID, callOf, openIam } from './iam.ts';

export const TEAM = { GroupName: 'Team' };
const call = callOf();

/** An account that has a group, and in time a user in it. */
export async function openTeam() {
  const { iam } = await openIam();
  await iam.createGroup({ ...TEAM, Path: '/dev/' }, call);
  return {
    iam,
    async addAnna() {
      await iam.createUser({ UserName: 'anna' }, call);
      await iam.addUserToGroup({ ...TEAM, UserName: 'anna' }, call);
    },
    /** What anna may do with a bucket. */
    async decision() {
      const asked = { PolicySourceArn: `arn:aws:iam::${ACCOUNT_ID}:user/anna`, ActionNames: ['s3:GetObject'] };
      return (await iam.simulatePrincipalPolicy(asked, call)).EvaluationResults?.[0]?.EvalDecision;
    },
  };
}
