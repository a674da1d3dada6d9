import type { Principal } from '../../aws/index.ts';
import { isRoot } from '../../policy/index.ts';

/** Who called, as CloudTrail tells it (CloudTrail user guide, "CloudTrail userIdentity element"). */
export function userIdentity(principal: Principal): Readonly<Record<string, unknown>> {
  const { arn, accountId, userId, accessKeyId, userName, roleArn, session } = principal;
  if (accessKeyId === '') return { type: 'Unknown', principalId: 'Anonymous' };
  const common = { principalId: userId, arn, accountId, accessKeyId };
  const attributes = session && {
    creationDate: new Date(session.issuedAtMs).toISOString().replace(/\.\d+/, ''),
    mfaAuthenticated: 'false',
  };
  if (roleArn !== undefined) {
    const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
    const sessionIssuer = {
      type: 'Role',
      principalId: userId.split(':')[0],
      arn: roleArn,
      accountId,
      userName: roleName,
    };
    return { type: 'AssumedRole', ...common, sessionContext: { sessionIssuer, attributes } };
  }
  return {
    type: isRoot(principal) ? 'Root' : 'IAMUser',
    ...common,
    ...(userName !== undefined && { userName }),
    ...(attributes && { sessionContext: { attributes } }),
  };
}
