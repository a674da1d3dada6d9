import type { AccessRules, CallRates, Handlers } from '../../aws/index.ts';
import type { Service, ServiceName } from '../control.ts';

/**
 * Declares a service: its schema's name and its handlers, typed by the SDK's aggregated client.
 * @param unsigned operations that need no signature; see `Service.unsigned`
 * @param access what callers must be allowed to do; see `Service.access`
 * @param rates how often they may call; see `Service.rates`
 * @example serveService<APIGateway>('apigateway', { createRestApi: async (input, call) => ... })
 */
export function serveService<Client>(
  name: ServiceName,
  handlers: Handlers<Client>,
  unsigned?: ReadonlySet<string>,
  access?: AccessRules,
  rates?: CallRates,
): Service {
  return { name, handlers, ...(unsigned && { unsigned }), ...(access && { access }), ...(rates && { rates }) };
}
