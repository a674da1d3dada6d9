import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { Abandoned, MaybePromise, MethodRequest } from '../method/index.ts';

/** A phase before the integration: lets a request pass (undefined), or ends it; at once where it can. */
export type Guard = (request: MethodRequest) => MaybePromise<GatewayFailure | Abandoned | undefined>;
