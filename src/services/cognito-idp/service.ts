import { lazyHandlers, once } from '../../aws/index.ts';
import type { CognitoContext } from './context.ts';
import { endpointPlace } from './endpoints/place.ts';
import type { EndpointAnswer, EndpointRequest } from './endpoints/request.ts';
import type { startCognitoService } from './loaded-service.ts';
import { OPERATIONS } from './operations.ts';

/** What user pools answer over plain HTTP. */
export interface PoolEndpoints {
  /** Whether a request is for them. */
  isFor(request: Pick<EndpointRequest, 'host' | 'path'>): boolean;
  readonly answer: EndpointAnswer;
}

export interface CognitoService {
  readonly handlers: ReturnType<typeof startCognitoService>['handlers'];
  readonly endpoints: PoolEndpoints;
}

/**
 * The user pool service over a store, loaded by the first call or request: most installations have no pool. Handlers throw
 * `ServiceError` with AWS's names and texts; each makes its changes in one transaction.
 */
export function createCognitoService(context: CognitoContext): CognitoService {
  const load = once(async () => (await import('./loaded-service.ts')).startCognitoService(context));
  return {
    handlers: lazyHandlers(OPERATIONS, async () => (await load()).handlers),
    endpoints: {
      isFor: (request) => endpointPlace(request) !== undefined,
      answer: async (request, nowMs) => (await load()).answer(request, nowMs),
    },
  };
}
