/**
 * The audit trail: one record a call of the AWS APIs in the form of CloudTrail (CloudTrail user guide, "CloudTrail record
 * contents"; telemetry E.5), without anything that the service's schema or its name calls a secret.
 */
export { type AuditedCall, type AuditRecord, auditRecord } from './record.ts';
