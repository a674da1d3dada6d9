import {
  type AccessDecision,
  type AccessRequest,
  type CompiledPolicy,
  callerKeys,
  decideAccess,
  principalOf,
} from '../../policy/index.ts';
import { methodArn } from '../authorizers/index.ts';
import type { KnownSigner } from '../iam/index.ts';
import type { MethodRequest } from '../method/index.ts';
import { contextKeys } from './context-keys.ts';

/** What is asked of policies about a caller who has signed. */
export function signedAccess(
  request: MethodRequest,
  { principal: caller }: KnownSigner,
  action = 'execute-api:Invoke',
): AccessRequest {
  const keys = contextKeys(request, callerKeys(caller));
  return { principal: principalOf(caller), action, resource: methodArn(request), keys };
}

/** Decides by all policies that have a say whether who signed a request may do something with its method. */
export function callerAccess(
  request: MethodRequest,
  signer: KnownSigner,
  action: string,
  policy: CompiledPolicy | undefined,
  resourceAccountId: string,
): AccessDecision['result'] {
  const access = signedAccess(request, signer, action);
  const { identity, boundary, session } = signer;
  const { result, statement } = decideAccess(access, {
    identity,
    boundary,
    session,
    resource: policy,
    resourceAccountId,
  });
  const { resource } = access;
  request.context.trace?.record({
    kind: 'policy',
    asked: 'caller',
    principal: signer.principal.arn,
    action,
    resource,
    result,
    statement,
  });
  return result;
}
