import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { known } from '../../../support/sdk.ts';
import type { Clients } from './clients.ts';

const NOTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'classified', Effect: 'Deny', Action: '*', Resource: '*' }],
});

/** A user, a group, a policy and a user pool. */
export async function fillIdentities({ iam, options }: Clients): Promise<Record<string, string>> {
  await iam.createUser({ UserName: 'walked-user', Tags: [{ Key: 'team', Value: 'classified' }] });
  await iam.createGroup({ GroupName: 'walked-group' });
  await iam.putGroupPolicy({ GroupName: 'walked-group', PolicyName: 'classified-inline', PolicyDocument: NOTHING });
  await iam.addUserToGroup({ UserName: 'walked-user', GroupName: 'walked-group' });
  const { Policy } = await iam.createPolicy({
    PolicyName: 'walked-policy',
    PolicyDocument: NOTHING,
    Description: 'classified policy',
  });
  await iam.attachUserPolicy({ UserName: 'walked-user', PolicyArn: known(Policy?.Arn) });
  await iam.putUserPolicy({ UserName: 'walked-user', PolicyName: 'classified-inline', PolicyDocument: NOTHING });
  await iam.createAccessKey({ UserName: 'walked-user' });
  await iam.createOpenIDConnectProvider({
    Url: 'https://walked.example',
    ClientIDList: ['classified'],
    ThumbprintList: ['0'.repeat(40)],
  });
  const pools = new CognitoIdentityProvider(options);
  const { UserPool } = await pools.createUserPool({
    PoolName: 'classified-pool',
    UserPoolTags: { team: 'classified' },
  });
  const userPoolId = known(UserPool?.Id);
  const { UserPoolClient } = await pools.createUserPoolClient({ UserPoolId: userPoolId, ClientName: 'classified-app' });
  await pools.createGroup({ UserPoolId: userPoolId, GroupName: 'walked-group', Description: 'classified' });
  await pools.adminCreateUser({
    UserPoolId: userPoolId,
    Username: 'walked-user',
    UserAttributes: [{ Name: 'email', Value: 'classified@example.com' }],
    MessageAction: 'SUPPRESS',
  });
  await pools.adminAddUserToGroup({ UserPoolId: userPoolId, Username: 'walked-user', GroupName: 'walked-group' });
  return {
    userName: 'walked-user',
    username: 'walked-user',
    groupName: 'walked-group',
    policyArn: known(Policy?.Arn),
    policyName: 'walked-policy',
    userPoolId,
    poolId: userPoolId,
    clientId: known(UserPoolClient?.ClientId),
  };
}
