import type { Call } from '../../../aws/index.ts';
import { keysFrom, timeKeys } from '../../../policy/index.ts';
import { assumedRole, compileTrust } from '../assume-role/index.ts';
import { checkPolicies, checkSessionName, packedPercent, roleSeconds } from '../check-session.ts';
import type { StsContext } from '../context.ts';
import { accessDenied } from '../errors.ts';
import { issueSession, type SessionTerms } from '../sessions/index.ts';
import type { In } from '../types.ts';
import type { ProviderKeys } from './provider-keys.ts';
import { verifyWebIdentity } from './verify-token.ts';

const ACTION = 'sts:AssumeRoleWithWebIdentity';

/** @throws {ServiceError} */
export async function assumeRoleWithWebIdentity(
  context: StsContext,
  keys: ProviderKeys,
  input: In<'assumeRoleWithWebIdentity'>,
  { nowMs }: Call,
) {
  const { RoleArn, RoleSessionName } = input;
  checkSessionName(RoleSessionName, 'roleSessionName');
  const accountId = accountOf(RoleArn);
  const identity = await verifyWebIdentity(context, keys, accountId, input.WebIdentityToken, nowMs);
  const { provider, subject, audience, claims } = identity;
  const providerArn = `arn:aws:iam::${accountId}:oidc-provider/${provider}`;
  const role = await context.identities.findRole(RoleArn);
  const { effect } = compileTrust(role).evaluate({
    principal: { kind: 'federated', provider: providerArn },
    action: ACTION,
    resource: RoleArn,
    keys: keysFrom({
      ...timeKeys(nowMs),
      [`${provider}:sub`.toLowerCase()]: subject,
      [`${provider}:aud`.toLowerCase()]: audience,
      [`${provider}:amr`.toLowerCase()]: Array.isArray(claims.amr) ? claims.amr.map(String) : undefined,
      'sts:rolesessionname': RoleSessionName,
      'aws:federatedprovider': providerArn,
    }),
  });
  if (role === undefined || effect !== 'Allow') throw accessDenied(`Not authorized to perform ${ACTION}`);
  const seconds = roleSeconds(input.DurationSeconds, role.maxSessionSeconds, false);
  const terms: SessionTerms = {
    owner: { kind: 'role', arn: role.arn, roleId: role.roleId, sessionName: RoleSessionName },
    issuedAtMs: nowMs,
    expiresAtMs: nowMs + seconds * 1_000,
    ...(await checkPolicies(context, role.accountId, input)),
    federation: { provider, subject, audience },
  };
  const packed = packedPercent(terms);
  return {
    Credentials: issueSession(context, terms),
    SubjectFromWebIdentityToken: subject,
    AssumedRoleUser: assumedRole(role, RoleSessionName),
    ...(packed !== undefined && { PackedPolicySize: packed }),
    Provider: providerArn,
    Audience: audience,
  };
}

/** The account of a role's ARN: the provider that a token names is looked for there. */
function accountOf(roleArn: string): string {
  return roleArn.split(':')[4] ?? '';
}
