import type { Method } from '../../model/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { CompileScope, MethodRequest } from '../method/index.ts';
import { hasHeader } from '../text/index.ts';
import type { Guard } from './guard.ts';

/**
 * The phase "authorization". No authorizer is built, so a method that wants one admits nobody; callers get the answer that
 * AWS gives to somebody without credentials (facts D2, D91, D107).
 */
export function compileAuthorization(method: Method, scope: CompileScope): Guard | undefined {
  if (method.authorizationType === 'NONE') return undefined;
  scope.warn(`The authorization type ${method.authorizationType} is not built: every request is refused.`);
  return method.authorizationType === 'AWS_IAM' ? refuseCaller : () => UNAUTHORIZED;
}

const UNAUTHORIZED: GatewayFailure = { kind: 'failure', type: 'UNAUTHORIZED' };

function refuseCaller(request: MethodRequest): GatewayFailure {
  const signed =
    hasHeader(request.headers, 'authorization') || request.query.some(([name]) => name === 'X-Amz-Signature');
  return { kind: 'failure', type: signed ? 'ACCESS_DENIED' : 'MISSING_AUTHENTICATION_TOKEN' };
}
