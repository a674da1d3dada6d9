import type { CompiledPolicy } from '../../policy/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { authenticate } from '../iam/index.ts';
import type { Abandoned, CompileScope } from '../method/index.ts';
import { deniedByPolicies } from './access-denied.ts';
import { callerAccess } from './caller-access.ts';
import type { Guard } from './guard.ts';
import { readAhead } from './read-ahead.ts';

/** Methods with AWS_IAM: the caller's policies and the resource policy decide, by Table A within the account, else by B. */
export function guardBySignature(policy: CompiledPolicy | undefined, scope: CompileScope): Guard {
  const { accountId } = scope.facts;
  return async (request): Promise<GatewayFailure | Abandoned | undefined> => {
    const caller = await authenticate(request, scope.signers, scope.now(), readAhead);
    if (caller.kind !== 'caller') return caller;
    const { accessKeyId, signer } = caller;
    const { arn, accountId: callersAccountId, userId } = signer.principal;
    request.context.signedBy({
      accessKey: accessKeyId,
      accountId: callersAccountId,
      caller: userId,
      user: userId,
      userArn: arn,
    });
    request.context.trace?.record({ kind: 'signed', accessKeyId, userArn: arn });
    request.may = (action) => callerAccess(request, signer, action, policy, accountId);
    const result = request.may('execute-api:Invoke');
    return result === 'Allow' ? undefined : deniedByPolicies(arn, request, result === 'ExplicitDeny');
  };
}
