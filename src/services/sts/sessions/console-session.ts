import type { TemporaryCredentials } from '../../../model/index.ts';
import type { KnownUser, StsContext } from '../context.ts';
import { STS_LIMITS } from '../limits.ts';
import { issueSession } from './issue.ts';

/**
 * Temporary credentials of a user who has signed in by his password. They may do what he may, IAM's calls too, and end with the
 * password that opened them (IAM user guide, "Sign in to AWS as an IAM user").
 */
export function consoleSession(
  context: StsContext,
  { caller, loginProfileId }: Required<Pick<KnownUser, 'caller' | 'loginProfileId'>>,
  nowMs: number,
): TemporaryCredentials {
  const { accountId, userId, userName = '' } = caller;
  const expiresAtMs = nowMs + STS_LIMITS.consoleSessionSeconds * 1_000;
  const owner = { kind: 'user', accountId, userName, userId, loginProfileId } as const;
  const { AccessKeyId, SecretAccessKey, SessionToken } = issueSession(context, {
    owner,
    issuedAtMs: nowMs,
    expiresAtMs,
  });
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiresAtMs };
}
