/**
 * API keys and usage plans in the data plane: which key opens which stage (kept by account and region, told of changes), and
 * counting against the plan's throttle and quota by leases from the control process (facts D112 to D116).
 */
export { ApiKeyTable } from './api-key-table.ts';
export { bucketIdOf, readBucketId } from './bucket-ids.ts';
export type { Counted, Subscription } from './subscription.ts';
export { UsageLimits } from './usage-limits.ts';
export { type UsagePlanSource, UsagePlans } from './usage-plans.ts';
