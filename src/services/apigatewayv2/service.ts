import { lazyHandlers, once } from '../../aws/index.ts';
import type { ServiceContext } from './context.ts';
import type { startApiGatewayV2Service } from './loaded-service.ts';
import { OPERATIONS } from './operations.ts';

/**
 * Version 2 of API Gateway's API over a store, loaded by the first call: many installations have no HTTP API. Handlers throw
 * `ServiceError` with AWS's codes.
 */
export function createApiGatewayV2Service(context: ServiceContext): ReturnType<typeof startApiGatewayV2Service> {
  const load = once(async () => (await import('./loaded-service.ts')).startApiGatewayV2Service(context));
  return lazyHandlers(OPERATIONS, load);
}
