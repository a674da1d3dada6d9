import type { RestApi } from '../../model/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { CompileScope, MethodRequest } from '../method/index.ts';
import type { Guard } from './guard.ts';

/**
 * The phase "resource policy". Policies are not evaluated, so an API that has one admits nobody: what was written to
 * keep callers out must not let one in. A private API without a policy admits nobody either (fact D157).
 */
export function compileResourcePolicy(restApi: RestApi, scope: CompileScope): Guard | undefined {
  const isPrivate = restApi.endpointConfiguration.types.includes('PRIVATE');
  if (restApi.policy === undefined && !isPrivate) return undefined;
  scope.warn(
    isPrivate
      ? 'Private APIs are not built: every request to this API is refused.'
      : 'Resource policies are not built: every request to this API is refused.',
  );
  return denyAnonymous;
}

/** What AWS tells a caller without an identity that no statement allows (fact D107). */
function denyAnonymous(request: MethodRequest): GatewayFailure {
  const { region, accountId, apiId, stage } = request.context.stageFacts;
  const account = accountId.slice(-4).padStart(accountId.length, '*');
  const resource = `arn:aws:execute-api:${region}:${account}:${apiId}/${stage}/${request.context.httpMethod}${request.address.path}`;
  return {
    kind: 'failure',
    type: 'ACCESS_DENIED',
    message: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${resource}`,
  };
}
