import type { Exchange } from '../../http/index.ts';
import { firstHeader } from '../text/index.ts';

/** The verb that counts for routing and everything after: the client may override its own (fact D12). */
export function effectiveMethod(exchange: Exchange): string {
  return firstHeader(exchange.headers, 'x-http-method-override') ?? exchange.method;
}
