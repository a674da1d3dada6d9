import { type Demand, ServiceError } from '../../../aws/index.ts';
import { BodyTooLargeError, type Exchange, type HeaderList } from '../../../http/index.ts';
import type { TemporaryCredentials } from '../../../model/index.ts';
import { BucketTable } from '../../../rate-limit/index.ts';
import { createAuthorizer } from '../../access/index.ts';
import type { AuditRecord } from '../../audit/index.ts';
import { bodyTooLarge } from '../../front-door/protocol-errors.ts';
import { type RequestHead, readHead, senderOf } from '../../front-door/request-head.ts';
import { internalError } from '../../front-door/service-errors.ts';
import { PROTOCOLS } from '../../protocols/index.ts';
import { invalidRequest, refusalOf, tooManyAttempts } from './errors.ts';
import { SIGN_IN_LIMITS } from './limits.ts';
import { type JudgedAttempt, loginRecord } from './login-record.ts';
import { networkOf } from './network-of.ts';
import type { ConsoleAttempt, ConsoleOutcome, ConsoleUser } from './outcome.ts';
import { readAttempt } from './read-attempt.ts';
import { checkOrigin } from './same-origin.ts';

export interface SignInOptions<User extends ConsoleUser> {
  /** Every account; the first is the operator's. */
  readonly accountIds: readonly string[];
  /** Names of this server besides those of loopback. */
  readonly hosts: readonly string[];
  /**
   * Judges a name and a password.
   * @throws {ServiceError} of a new password, and what `permitChange` throws
   */
  judge(
    attempt: ConsoleAttempt & { readonly nowMs: number; permitChange(user: ConsoleUser): Promise<void> },
  ): Promise<ConsoleOutcome<User>>;
  /** Opens a session. */
  credentialsOf(user: User, nowMs: number): TemporaryCredentials;
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  /** Takes the record of every attempt that was judged. Must not throw. */
  audit(record: AuditRecord): void;
  /** Told what went wrong inside. Must not throw. */
  onError(error: unknown): void;
}

const PROTOCOL = 'rest-json';
const OWN_PASSWORD = 'iam:ChangePassword';
/** An answer is for who asked alone. */
const PRIVATE: HeaderList = ['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'];

export function createSignIn<User extends ConsoleUser>(options: SignInOptions<User>): (exchange: Exchange) => void {
  const { accountIds, hosts, judge, credentialsOf, now, uuid, audit, onError } = options;
  const authorizer = createAuthorizer(accountIds);
  const attempts = new BucketTable();

  async function signIn(exchange: Exchange, requestId: string): Promise<unknown> {
    if (exchange.method !== 'POST') throw invalidRequest('Send POST to sign in.', 405);
    const head = readHead(exchange);
    const { headers } = head.wire;
    checkOrigin(headers, hosts);
    const nowMs = now();
    const bucket = attempts.bucket(networkOf(exchange.peer.address), SIGN_IN_LIMITS.attempts, nowMs);
    if (bucket.take(1, nowMs) === 0) throw tooManyAttempts(bucket.nextTokenAtMs(nowMs) - nowMs);
    const body = await exchange.readBody(SIGN_IN_LIMITS.bodyBytes);
    const attempt = readAttempt(headers.get('content-type')?.[0] ?? '', body);

    const { sourceIp, userAgent } = senderOf(exchange, head);
    const accountId = accountIds.includes(attempt.account) ? attempt.account : (accountIds[0] ?? '');
    const record = (event: JudgedAttempt['event'], user: ConsoleUser | undefined, isSuccess: boolean) =>
      audit(loginRecord({ event, user, isSuccess, accountId, sourceIp, userAgent, requestId, eventId: uuid(), nowMs }));
    let changing: ConsoleUser | undefined;
    const permitChange = (user: ConsoleUser) => {
      changing = user;
      return permitOwnChange(exchange, head, user, requestId, nowMs);
    };
    const judged = await judge({ ...attempt, nowMs, permitChange }).catch((error: unknown) => {
      // He knows the password that he has: that may be told by no answer that the trail does not know of.
      if (changing !== undefined) record('PasswordUpdated', changing, false);
      throw error;
    });
    if (judged.outcome !== 'signed in') {
      // Those that were not judged for being too many would fill the trail.
      if (judged.outcome !== 'locked') record('ConsoleLogin', judged.user, false);
      throw refusalOf(judged);
    }
    const { user } = judged;
    if (attempt.newPassword !== undefined) record('PasswordUpdated', user, true);
    record('ConsoleLogin', user, true);
    const { accessKeyId, secretAccessKey, sessionToken, expiresAtMs } = credentialsOf(user, nowMs);
    const { caller } = user;
    return {
      credentials: { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(expiresAtMs).toISOString() },
      user: { accountId: caller.accountId, userName: caller.userName, arn: caller.arn },
    };
  }

  /** Who must take another password may do so only if he may change his own, as on AWS. */
  function permitOwnChange(
    exchange: Exchange,
    head: RequestHead,
    { caller, policies }: ConsoleUser,
    requestId: string,
    nowMs: number,
  ): Promise<void> {
    const demands: readonly Demand[] = [{ action: OWN_PASSWORD, resource: caller.arn }];
    const scope = { accountId: caller.accountId, region: 'us-east-1' };
    const call = { scope, principal: { ...caller, accessKeyId: '' }, requestId, nowMs };
    const operation = { name: 'ChangePassword' };
    const facts = { operation, call, policies, protocol: PROTOCOL, ...senderOf(exchange, head) } as const;
    return authorizer.authorize(async () => demands, {}, facts);
  }

  function errorOf(error: unknown, requestId: string): ServiceError {
    if (error instanceof ServiceError) return error;
    if (error instanceof BodyTooLargeError) return bodyTooLarge(error.limitBytes);
    onError(error);
    return internalError(undefined, requestId);
  }

  return (exchange) => {
    const requestId = uuid();
    signIn(exchange, requestId).then(
      (value) =>
        exchange.respond(200, ['Content-Type', 'application/json', ...PRIVATE], Buffer.from(JSON.stringify(value))),
      (error: unknown) => {
        if (exchange.signal.aborted) return;
        const refusal = errorOf(error, requestId);
        const { statusCode, headers, body } = PROTOCOLS[PROTOCOL].encodeError(refusal, undefined, requestId);
        exchange.respond(statusCode, [...headers, ...hintsOf(refusal), ...PRIVATE], body);
      },
    );
  };
}

/** What HTTP has to say of a refusal (RFC 9110, sections 10.2.1 and 10.2.3). */
function hintsOf({ statusCode, members }: ServiceError): HeaderList {
  if (statusCode === 405) return ['Allow', 'POST'];
  return 'retryAfterSeconds' in members ? ['Retry-After', String(members.retryAfterSeconds)] : [];
}
