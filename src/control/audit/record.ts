import type { Call, ServiceError } from '../../aws/index.ts';
import type { Operation, ServiceSchema } from '../schema/index.ts';
import { bounded, describeMembers } from './describe-members.ts';
import { userIdentity } from './user-identity.ts';

/** A call that was answered. */
export interface AuditedCall {
  readonly schema: ServiceSchema;
  readonly operation: Operation;
  readonly call: Call;
  /** Absent where the request could not be decoded. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  /** Absent where the call failed. */
  readonly output: Readonly<Record<string, unknown>> | undefined;
  readonly error: ServiceError | undefined;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
  /** A UUID of its own. */
  readonly eventId: string;
}

/** A record of the trail; members in CloudTrail's order. */
export type AuditRecord = Readonly<Record<string, unknown>>;

/** Operations that only read, by how AWS names them. */
const READS = /^(Get|List|Describe|Head|Search|Filter|Simulate|Test|Decode|Validate|Estimate|Preview)/;

export function auditRecord(audited: AuditedCall): AuditRecord {
  const { schema, operation, call, input, output, error, sourceIp, userAgent, eventId } = audited;
  const { scope, requestId, nowMs } = call;
  const readOnly = READS.test(operation.name);
  return {
    eventVersion: '1.11',
    userIdentity: userIdentity(call.principal),
    eventTime: new Date(nowMs).toISOString().replace(/\.\d+/, ''),
    eventSource: `${schema.signingName}.amazonaws.com`,
    eventName: operation.name,
    awsRegion: scope.region,
    sourceIPAddress: sourceIp,
    userAgent: userAgent === undefined ? null : bounded(userAgent),
    ...(error && { errorCode: error.code, errorMessage: bounded(error.message) }),
    requestParameters: describeMembers(operation.input, input),
    // As CloudTrail, which tells what a change made and not what somebody read.
    responseElements: readOnly || error ? null : describeMembers(operation.output, output),
    requestID: requestId,
    eventID: eventId,
    readOnly,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: scope.accountId,
    eventCategory: 'Management',
  };
}
