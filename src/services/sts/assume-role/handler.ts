import type { Call } from '../../../aws/index.ts';
import { isRoot } from '../../../policy/index.ts';
import { checkPolicies, checkSessionName, packedPercent, roleSeconds } from '../check-session.ts';
import type { StsContext } from '../context.ts';
import { accessDenied, constraint } from '../errors.ts';
import { sessionTags } from '../session-tags.ts';
import { issueSession, type SessionTerms } from '../sessions/index.ts';
import type { In } from '../types.ts';
import { assumedRole } from './render.ts';

/** Gives out a session of a role; that the caller may have it has been found before. */
export async function assumeRole(context: StsContext, input: In<'assumeRole'>, { principal, nowMs }: Call) {
  const { RoleArn, RoleSessionName, ExternalId, SourceIdentity } = input;
  checkSessionName(RoleSessionName, 'roleSessionName');
  if (SourceIdentity !== undefined) checkSessionName(SourceIdentity, 'sourceIdentity');
  if (ExternalId !== undefined && !/^[\w+=,.@:/-]{2,1224}$/.test(ExternalId)) {
    throw constraint(ExternalId, 'externalId', 'Member must satisfy regular expression pattern: [\\w+=,.@:\\/-]*');
  }
  // Recorded: not even a role that trusts the account lets its root user in.
  if (isRoot(principal)) throw accessDenied('Roles may not be assumed by root accounts.');
  const role = await context.identities.findRole(RoleArn);
  if (role === undefined) {
    throw accessDenied(`User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`);
  }
  const seconds = roleSeconds(input.DurationSeconds, role.maxSessionSeconds, principal.roleArn !== undefined);
  const sourceIdentity = principal.session?.sourceIdentity ?? SourceIdentity;
  const terms: SessionTerms = {
    owner: { kind: 'role', arn: role.arn, roleId: role.roleId, sessionName: RoleSessionName },
    issuedAtMs: nowMs,
    expiresAtMs: nowMs + seconds * 1_000,
    ...(await checkPolicies(context, role.accountId, input)),
    ...sessionTags(input, principal),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  };
  const packed = packedPercent(terms);
  return {
    Credentials: issueSession(context, terms),
    AssumedRoleUser: assumedRole(role, RoleSessionName),
    ...(packed !== undefined && { PackedPolicySize: packed }),
    ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
  };
}
