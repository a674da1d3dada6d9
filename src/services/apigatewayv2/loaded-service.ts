import { apiMappingHandlers } from './api-mappings/index.ts';
import { apiHandlers } from './apis/index.ts';
import { authorizerHandlers } from './authorizers/index.ts';
import type { ServiceContext } from './context.ts';
import { deploymentHandlers } from './deployments/index.ts';
import { domainNameHandlers } from './domain-names/index.ts';
import { integrationHandlers } from './integrations/index.ts';
import { routeHandlers } from './routes/index.ts';
import { routingRuleHandlers } from './routing-rules/index.ts';
import { stageHandlers } from './stages/index.ts';
import { tagHandlers } from './tags/index.ts';
import type { ApiGatewayV2Handlers } from './types.ts';

/** The service itself. `createApiGatewayV2Service` loads it when it is first called. */
export function startApiGatewayV2Service(context: ServiceContext) {
  return {
    ...apiHandlers(context),
    ...routeHandlers(context),
    ...integrationHandlers(context),
    ...authorizerHandlers(context),
    ...stageHandlers(context),
    ...deploymentHandlers(context),
    ...domainNameHandlers(context),
    ...apiMappingHandlers(context),
    ...routingRuleHandlers(context),
    ...tagHandlers(context),
  } satisfies ApiGatewayV2Handlers;
}
