import { type CompiledPolicy, decideAccess, type Principal } from '../../policy/index.ts';
import { methodArn } from '../authorizers/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { authenticate, type Caller } from '../iam/index.ts';
import type { Abandoned, CompileScope, MethodRequest } from '../method/index.ts';
import { deniedByPolicies } from './access-denied.ts';
import { contextKeys } from './context-keys.ts';
import type { Guard } from './guard.ts';
import { readAhead } from './read-ahead.ts';

/** Methods with AWS_IAM: the caller's policies and the resource policy decide, by Table A within the account, else by B. */
export function guardBySignature(policy: CompiledPolicy | undefined, scope: CompileScope): Guard {
  const { accountId } = scope.facts;
  return async (request): Promise<GatewayFailure | Abandoned | undefined> => {
    const caller = await authenticate(request, scope.signers, scope.now(), readAhead);
    if (caller.kind !== 'caller') return caller;
    const { signer } = caller;
    const { arn, accountId: callersAccountId, userId } = signer.principal;
    request.context.signedBy({
      accessKey: caller.accessKeyId,
      accountId: callersAccountId,
      caller: userId,
      user: userId,
      userArn: arn,
    });
    const { result } = decideAccess(signedAccess(request, caller), {
      identity: signer.identity,
      boundary: signer.boundary,
      session: signer.session,
      resource: policy,
      resourceAccountId: accountId,
    });
    return result === 'Allow' ? undefined : deniedByPolicies(arn, request, result === 'ExplicitDeny');
  };
}

/** What is asked of policies about a caller who is known. */
export function signedAccess(request: MethodRequest, { signer }: Caller) {
  const { arn, accountId, userId, userName, roleArn } = signer.principal;
  const principal: Principal = { kind: 'authenticated', arn, accountId, ...(roleArn !== undefined && { roleArn }) };
  const keys = contextKeys(request, {
    'aws:principalaccount': accountId,
    'aws:principalarn': roleArn ?? arn,
    'aws:principaltype': typeOf(signer.principal),
    'aws:userid': userId,
    ...(userName !== undefined && { 'aws:username': userName }),
  });
  return { principal, action: 'execute-api:Invoke', resource: methodArn(request), keys };
}

/** IAM user guide, "AWS global condition context keys", `aws:PrincipalType`. */
function typeOf({ roleArn, userName }: Caller['signer']['principal']): string {
  if (roleArn !== undefined) return 'AssumedRole';
  return userName === undefined ? 'Account' : 'User';
}
