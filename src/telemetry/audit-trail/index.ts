/** The file of the audit trail: one record of JSON a line, only ever appended to, a new file when one is full. */
export { type AuditTrail, openAuditTrail } from './audit-trail.ts';
