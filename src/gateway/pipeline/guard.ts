import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { MethodRequest } from '../method/index.ts';

/** A phase before the integration: lets a request pass (undefined), or ends it. */
export type Guard = (request: MethodRequest) => GatewayFailure | undefined;
