import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Clients } from '../../test/console/support/walk/clients.ts';
import { known } from '../../test/support/sdk.ts';
import { many } from './many.ts';

/** Each user's first password is hashed by scrypt, which is slow on purpose. */
const POOL_USERS = 1_000;
/** Each makes its signing keys. */
const POOLS = 100;

/** Many users, groups, roles and policies, and a user pool of many users, groups and clients among many pools. */
export async function fillIdentities({ iam, options }: Clients, count: number): Promise<string> {
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
  const nothing = { Effect: 'Deny', Action: '*', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [nothing] });
  await many(count, async (number) => {
    await iam.createUser({ UserName: `user-${number}` });
    await iam.createGroup({ GroupName: `group-${number}` });
    await iam.createRole({ RoleName: `role-${number}`, AssumeRolePolicyDocument });
    await iam.createPolicy({ PolicyName: `policy-${number}`, PolicyDocument });
  });
  const pools = new CognitoIdentityProvider(options);
  const { UserPool } = await pools.createUserPool({ PoolName: 'pool of many users' });
  const UserPoolId = known(UserPool?.Id);
  await many(Math.min(POOLS, count), (number) => pools.createUserPool({ PoolName: `pool ${number}` }));
  await many(count, async (number) => {
    await pools.createGroup({ UserPoolId, GroupName: `group-${number}` });
    await pools.createUserPoolClient({ UserPoolId, ClientName: `client ${number}` });
  });
  await many(Math.min(POOL_USERS, count), (number) =>
    pools.adminCreateUser({
      UserPoolId,
      Username: `user-${number}`,
      UserAttributes: [{ Name: 'email', Value: `user-${number}@example.com` }],
      MessageAction: 'SUPPRESS',
    }),
  );
  return UserPoolId;
}
