import type { MethodRequest } from '../method/index.ts';
import { firstHeader } from '../text/index.ts';

/**
 * `X-Forwarded-For`, `-Port` and `-Proto` as integrations see them: the peer appended to what the client sent, port and
 * protocol as the client used them here (fact D34).
 */
export function forwardedHeaders(request: MethodRequest): readonly string[] {
  const { address, encrypted } = request.exchange.peer;
  const { port } = request.address;
  const before = firstHeader(request.headers, 'x-forwarded-for');
  return [
    'X-Forwarded-For',
    before === undefined ? address : `${before}, ${address}`,
    'X-Forwarded-Port',
    port ?? (encrypted ? '443' : '80'),
    'X-Forwarded-Proto',
    encrypted ? 'https' : 'http',
  ];
}
