import type { Handlers } from '../../aws/index.ts';
import type { Service, ServiceName } from '../control.ts';

/**
 * Declares a service: its schema's name and its handlers, typed by the SDK's aggregated client.
 * @param unsigned operations that need no signature; see `Service.unsigned`
 * @example serveService<APIGateway>('apigateway', { createRestApi: async (input, call) => ... })
 */
export function serveService<Client>(
  name: ServiceName,
  handlers: Handlers<Client>,
  unsigned?: ReadonlySet<string>,
): Service {
  return { name, handlers, ...(unsigned && { unsigned }) };
}
