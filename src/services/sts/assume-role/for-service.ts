import type { TemporaryCredentials } from '../../../model/index.ts';
import { keysFrom, timeKeys } from '../../../policy/index.ts';
import type { StsContext } from '../context.ts';
import { issueSession } from '../sessions/index.ts';
import { compileTrust } from './trust.ts';

/** What a service of AWS wants a session for. */
export interface ServiceSessionRequest {
  readonly roleArn: string;
  /** `lambda.amazonaws.com` */
  readonly service: string;
  /** The ARN and the account of what it acts for: `aws:SourceArn` and `aws:SourceAccount`. */
  readonly sourceArn: string;
  readonly sourceAccount: string;
  readonly sessionName: string;
  readonly seconds: number;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/**
 * Gives a service a session of a role that trusts it (IAM user guide, "Create a role to delegate permissions to an AWS
 * service"); undefined for a role that is not there or does not.
 */
export async function assumeForService(
  context: StsContext,
  request: ServiceSessionRequest,
): Promise<TemporaryCredentials | undefined> {
  const { roleArn, service, sourceArn, sourceAccount, sessionName, seconds, nowMs } = request;
  const role = await context.identities.findRole(roleArn);
  // A service acts for an account by roles of the same one ("Cross-account pass role is not allowed.").
  if (role === undefined || role.accountId !== sourceAccount) return undefined;
  const keys = keysFrom({
    ...timeKeys(nowMs),
    'aws:principalisawsservice': 'true',
    'aws:sourcearn': sourceArn,
    'aws:sourceaccount': sourceAccount,
    'sts:rolesessionname': sessionName,
  });
  const { effect } = compileTrust(role).evaluate({
    principal: { kind: 'service', service },
    action: 'sts:AssumeRole',
    resource: role.arn,
    keys,
  });
  if (effect !== 'Allow') return undefined;
  const expiresAtMs = nowMs + seconds * 1_000;
  const { AccessKeyId, SecretAccessKey, SessionToken } = issueSession(context, {
    owner: { kind: 'role', arn: role.arn, roleId: role.roleId, sessionName },
    issuedAtMs: nowMs,
    expiresAtMs,
  });
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiresAtMs };
}
