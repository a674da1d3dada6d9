import type { CallerKey, TemporaryCredentials } from '../../../model/index.ts';
import { type Caller, isRoot } from '../../../policy/index.ts';
import type { StsContext } from '../context.ts';
import { STS_LIMITS } from '../limits.ts';
import { issueSession } from './issue.ts';
import { openToken, type SessionTerms } from './token.ts';

/**
 * Temporary credentials for a service that acts as its caller: a session of the root user or of the user, or the very session
 * that the caller has, with its limits; never longer than that.
 * @returns undefined when the caller's session is over
 */
export function forwardSession(context: StsContext, key: CallerKey, caller: Caller, nowMs: number) {
  const terms = termsOf(context, key, caller, nowMs);
  const expiresAtMs = Math.min(terms?.expiresAtMs ?? nowMs, nowMs + STS_LIMITS.forwardedSeconds * 1_000);
  if (terms === undefined || expiresAtMs <= nowMs) return undefined;
  const { AccessKeyId, SecretAccessKey, SessionToken } = issueSession(context, { ...terms, expiresAtMs });
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiresAtMs,
  } satisfies TemporaryCredentials;
}

function termsOf(
  { sealer }: StsContext,
  { accessKeyId, sessionToken }: CallerKey,
  caller: Caller,
  nowMs: number,
): SessionTerms | undefined {
  if (sessionToken !== undefined) {
    const content = openToken(sealer, accessKeyId, sessionToken);
    if (content === undefined) return undefined;
    const { secretAccessKey: _, ...terms } = content;
    return terms;
  }
  const lasting = { issuedAtMs: nowMs, expiresAtMs: Number.POSITIVE_INFINITY };
  const { accountId } = caller;
  if (isRoot(caller)) return { owner: { kind: 'root', accountId }, ...lasting };
  return { owner: { kind: 'user', accountId, userName: caller.userName ?? '', userId: caller.userId }, ...lasting };
}
