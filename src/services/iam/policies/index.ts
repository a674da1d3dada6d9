/** Managed policies and their versions (IAM user guide, "Managed policies and inline policies", "Versioning IAM policies"). */
export { policyHandlers } from './handlers.ts';
