import type { Exchange } from '../../http/index.ts';
import type { RestApi } from '../../model/index.ts';
import type { RequestAddress } from '../gateway.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { RequestContext } from '../request-context/index.ts';
import type { VpcEndpointTable } from './vpc-endpoint-table.ts';

/** Says whether a request came to an API by a way that is open: undefined, or how it is refused. */
export type Entrance = (
  exchange: Exchange,
  context: RequestContext,
  address: RequestAddress,
) => GatewayFailure | undefined;

/** What AWS answers to whom a private API, or a closed default endpoint, does not exist (features A2.15, fact D17). */
const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'FORBIDDEN' };

/** Compiles the ways to an API; undefined where all are open. */
export function compileEntrance(
  { disableExecuteApiEndpoint, endpointConfiguration, policy }: RestApi,
  endpoints: () => VpcEndpointTable,
): Entrance | undefined {
  // Custom domain names lead in all the same (features A2.15).
  const closed: Entrance | undefined = disableExecuteApiEndpoint
    ? (_exchange, _context, { domain }) => (domain === undefined ? FORBIDDEN : undefined)
    : undefined;
  if (!endpointConfiguration.types.includes('PRIVATE')) return closed;
  // Until it has a policy, all calls fail (fact D157).
  if (policy === undefined) return () => FORBIDDEN;
  const table = endpoints();
  const associated = new Set(endpointConfiguration.vpcEndpointIds);
  return (exchange, context, address) => {
    const { vpcEndpoint: named } = address;
    // The name `API-VPCE` exists for endpoints that are associated with the API alone.
    if (named?.isAlias && !associated.has(named.id)) return FORBIDDEN;
    const endpoint = table.find(exchange.peer.address, named?.id);
    if (endpoint === undefined) return FORBIDDEN;
    context.cameThrough(endpoint);
    return closed?.(exchange, context, address);
  };
}
