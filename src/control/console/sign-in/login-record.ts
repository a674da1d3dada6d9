import type { AuditRecord } from '../../audit/index.ts';
import type { ConsoleUser } from './outcome.ts';

/** An attempt to sign in that was judged. */
export interface JudgedAttempt {
  readonly event: 'ConsoleLogin' | 'PasswordUpdated';
  /** Undefined when nobody has the name. */
  readonly user: ConsoleUser | undefined;
  readonly isSuccess: boolean;
  readonly accountId: string;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
  readonly requestId: string;
  readonly eventId: string;
  readonly nowMs: number;
}

/** A record of the trail (CloudTrail user guide, "AWS Management Console sign-in events"). */
export function loginRecord(attempt: JudgedAttempt): AuditRecord {
  const { event, user, isSuccess, accountId, sourceIp, userAgent, requestId, eventId, nowMs } = attempt;
  return {
    eventVersion: '1.11',
    userIdentity: identityOf(user, accountId),
    eventTime: new Date(nowMs).toISOString().replace(/\.\d+/, ''),
    eventSource: 'signin.amazonaws.com',
    eventName: event,
    awsRegion: 'us-east-1',
    sourceIPAddress: sourceIp,
    userAgent: userAgent?.slice(0, 1_024) ?? null,
    ...(event === 'ConsoleLogin' && !isSuccess && { errorMessage: 'Failed authentication' }),
    requestParameters: null,
    responseElements: { [event]: isSuccess ? 'Success' : 'Failure' },
    additionalEventData: { MFAUsed: 'No', MobileVersion: 'No' },
    requestID: requestId,
    eventID: eventId,
    readOnly: false,
    eventType: 'AwsConsoleSignIn',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
  };
}

/** A name that nobody has may be a password in the wrong field, so it is not written down; nor does AWS. */
function identityOf(user: ConsoleUser | undefined, accountId: string): Readonly<Record<string, unknown>> {
  if (user === undefined) return { type: 'IAMUser', accountId, userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
  const { userId, arn, userName } = user.caller;
  return { type: 'IAMUser', principalId: userId, arn, accountId: user.caller.accountId, userName };
}
