/**
 * The phases of a request, one file each, in the order in which they run (fact D1): method override, request limits,
 * routing (in `compile/`), VPC endpoint policy, resource policy, authorization, API key, throttle, request validation, response cache, request
 * body, integration (in `integrations/`), integration response, compression, response. A phase that a method does not use is not in its plan; each can end
 * the request with a gateway response.
 */
export { compileApiKey, compileShownKey } from './api-key.ts';
export { type AccessRooms, compileAccess } from './authorization.ts';
export { compressed } from './compression.ts';
export type { Guard } from './guard.ts';
export { compileEndpointGuard } from './guard-by-endpoint.ts';
export { withHttpApiId } from './http-api-request-id.ts';
export { effectiveMethod } from './method-override.ts';
export { compileRequestLimits } from './request-limits.ts';
export { compileRequestValidation } from './request-validation.ts';
export { compileResourcePolicy } from './resource-policy.ts';
export { type AddIds, sendOutcome } from './response.ts';
export { compileResponseCache } from './response-cache.ts';
export { compileThrottles } from './throttle.ts';
