import type { CompiledPolicy } from '../../policy/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { authenticate } from '../iam/index.ts';
import type { Abandoned, CompileScope } from '../method/index.ts';
import { deniedByPolicies } from './access-denied.ts';
import { callerAccess } from './caller-access.ts';
import type { Guard } from './guard.ts';
import { readAhead } from './read-ahead.ts';

/** Methods with AWS_IAM: the caller's policies and the resource policy decide, by Table A within the account, else by B. */
export function guardBySignature(
  policy: CompiledPolicy | undefined,
  scope: Pick<CompileScope, 'facts' | 'signers' | 'now'>,
): Guard {
  const { accountId } = scope.facts;
  return async (request): Promise<GatewayFailure | Abandoned | undefined> => {
    const { context } = request;
    const startedAtMs = context.nowMs();
    const caller = await authenticate(request, scope.signers, scope.now(), readAhead);
    if (caller.kind === 'abandoned') return caller;
    context.attempted('authenticate', startedAtMs, caller.kind === 'failure' ? caller : undefined);
    if (caller.kind === 'failure') return caller;
    const { accessKeyId, signer } = caller;
    const { arn, accountId: callersAccountId, userId } = signer.principal;
    context.signedBy({
      accessKey: accessKeyId,
      accountId: callersAccountId,
      caller: userId,
      user: userId,
      userArn: arn,
    });
    context.trace?.record({ kind: 'signed', accessKeyId, userArn: arn });
    const { sessionToken } = signer;
    request.callerKey = { accessKeyId, ...(sessionToken !== undefined && { sessionToken }) };
    const may = (action: string) => callerAccess(request, signer, action, policy, accountId);
    request.may = may;
    const askedAtMs = context.nowMs();
    const result = may('execute-api:Invoke');
    const denied = result === 'Allow' ? undefined : deniedByPolicies(arn, request, result === 'ExplicitDeny');
    context.attempted('authorize', askedAtMs, denied);
    return denied;
  };
}
