/**
 * Amazon API Gateway's REST API service (`apigateway`, 2015-07-09): validates and stores APIs, freezes them as deployments,
 * tells the data plane what stages serve. A room an entity; what they share (errors, constraints, patch engine, documents,
 * limits) stands beside them. Knows nothing of HTTP.
 */

export { apiGatewayAccess } from './access/index.ts';
export { CALL_RATES } from './call-rates.ts';
export type {
  DeploymentPublisher,
  DomainPublisher,
  IdMakers,
  InvokeAddress,
  ServiceContext,
  UsageCounters,
  UsagePlanPublisher,
  UsagePlansChanged,
} from './context.ts';
export { type LoadTruststore, TruststoreUnreadable } from './context.ts';
export { domainNamesByCertificate, listCustomDomains } from './custom-domains.ts';
export { freezeApi } from './deployments/index.ts';
export { type QuotaUsage, quotaUsage } from './quotas/index.ts';
export { randomIds } from './random-ids.ts';
export { createApiGatewayService } from './service.ts';
export { createSharedRooms, type SharedRooms } from './shared-rooms.ts';
export { listStageRefs, loadStageSnapshot } from './stage-snapshots.ts';
export { createUsageLedger, type UsageLedger } from './usage/index.ts';
export { loadUsagePlanChange, loadUsagePlans } from './usage-plan-snapshots.ts';

/** What differs between deployments, loaded when somebody asks. */
export const loadDeploymentDiff = (): Promise<typeof import('./deployments/diff/index.ts')> =>
  import('./deployments/diff/index.ts');
