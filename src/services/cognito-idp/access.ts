import type { AccessRules } from '../../aws/index.ts';
import { poolArn } from './documents/index.ts';

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for Amazon Cognito
 * User Pools"): the action of the operation's name, on the pool that it names.
 */
export const cognitoAccess: AccessRules = ({ name }, { UserPoolId, ResourceArn }, { scope }) => {
  const named = typeof UserPoolId === 'string' ? poolArn(scope, UserPoolId) : ResourceArn;
  return [{ action: `cognito-idp:${name}`, resource: typeof named === 'string' ? named : '*' }];
};
