/**
 * What policies would say: `SimulateCustomPolicy`, `SimulatePrincipalPolicy` and the condition keys that they ask for, by the
 * engine that decides about real calls (IAM user guide, "Testing IAM policies with the IAM policy simulator").
 */
export { simulateHandlers } from './handlers.ts';
