import { apiMappingHandlers } from './api-mappings/index.ts';
import type { ServiceContext } from './context.ts';
import { domainNameHandlers } from './domain-names/index.ts';
import { routingRuleHandlers } from './routing-rules/index.ts';
import type { ApiGatewayV2Handlers } from './types.ts';

/** Version 2 of API Gateway's API over a store. Handlers throw `ServiceError` with AWS's codes. */
export function createApiGatewayV2Service(context: ServiceContext) {
  return {
    ...domainNameHandlers(context),
    ...apiMappingHandlers(context),
    ...routingRuleHandlers(context),
  } satisfies ApiGatewayV2Handlers;
}
