/**
 * What keys have used of their plans' quotas: the ledger that leases requests to the processes that serve them and keeps
 * what they used in the store, and the reports over it (facts D116, D117).
 */
export { usageHandlers } from './handlers.ts';
export { createUsageLedger, type UsageLedger } from './ledger.ts';
