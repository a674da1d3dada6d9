import type { AccessRules, Handlers } from '../../aws/index.ts';
import type { Service, ServiceName } from '../control.ts';

/**
 * Declares a service: its schema's name and its handlers, typed by the SDK's aggregated client.
 * @param unsigned operations that need no signature; see `Service.unsigned`
 * @param access what callers must be allowed to do; see `Service.access`
 * @example serveService<APIGateway>('apigateway', { createRestApi: async (input, call) => ... })
 */
export function serveService<Client>(
  name: ServiceName,
  handlers: Handlers<Client>,
  unsigned?: ReadonlySet<string>,
  access?: AccessRules,
): Service {
  return { name, handlers, ...(unsigned && { unsigned }), ...(access && { access }) };
}
