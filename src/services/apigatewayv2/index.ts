/**
 * Version 2 of Amazon API Gateway's API (`apigatewayv2`, 2018-11-29): HTTP APIs, and routing rules, API mappings and domain
 * names, which it shares with version 1. A room an entity; what they share stands beside them. Knows nothing of HTTP.
 */
export { CALL_RATES_V2 } from './call-rates.ts';
export type { ApiRegistry, DomainNames, FindRestApi, ServiceContext, StagePublisher } from './context.ts';
export { httpApiKeys } from './resource-keys.ts';
export { createApiGatewayV2Service } from './service.ts';
export { listHttpStageRefs, loadHttpStageSnapshot } from './stage-snapshots.ts';
