/**
 * AWS's quotas, those that an account can have raised included: how many of each thing there may be. One table; the store
 * that the service writes through counts, so no way to make a thing gets past its quota. Enforced under the limits `aws`.
 */
export { QUOTAS } from './table.ts';
export { type QuotaUsage, quotaUsage } from './usage.ts';
export { withQuotas } from './with-quotas.ts';
