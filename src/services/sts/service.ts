import { type AccessRules, accessRules } from '../../aws/index.ts';
import type { CallerKey, CallerPolicies, TemporaryCredentials } from '../../model/index.ts';
import type { Caller } from '../../policy/index.ts';
import { assumeForService, assumeRole, assumeRoleDemands, type ServiceSessionRequest } from './assume-role/index.ts';
import type { KnownUser, StsContext } from './context.ts';
import { validationError } from './errors.ts';
import { getSessionToken } from './get-session-token.ts';
import { consoleSession, createSessions, forwardSession, type Sessions } from './sessions/index.ts';
import type { StsHandlers } from './types.ts';
import { assumeRoleWithWebIdentity, createProviderKeys } from './web-identity/index.ts';

export interface StsServiceOptions extends StsContext {
  /** What the root user may do, and sessions of his. */
  readonly rootPolicies: CallerPolicies;
}

export interface StsService {
  readonly handlers: StsHandlers;
  readonly access: AccessRules;
  /** Operations that need no signature. */
  readonly unsigned: ReadonlySet<string>;
  readonly sessions: Sessions;
  /** Temporary credentials that act as a caller for a short while; undefined when his session is over. */
  forward(key: CallerKey, caller: Caller, nowMs: number): TemporaryCredentials | undefined;
  /** Credentials of a user who has signed in at the console. */
  consoleSession(user: Required<Pick<KnownUser, 'caller' | 'loginProfileId'>>, nowMs: number): TemporaryCredentials;
  /** A session of a role for a service that it trusts, as Lambda has one for a function; undefined where there is none. */
  assumeForService(request: ServiceSessionRequest): Promise<TemporaryCredentials | undefined>;
}

/** The Security Token Service. It stores nothing: a session is what its token says. */
export function createStsService({ rootPolicies, ...context }: StsServiceOptions): StsService {
  const sessions = createSessions(context, rootPolicies);
  const providerKeys = createProviderKeys(context.fetchJson);
  return {
    sessions,
    forward: (key, caller, nowMs) => forwardSession(context, key, caller, nowMs),
    consoleSession: (user, nowMs) => consoleSession(context, user, nowMs),
    assumeForService: (request) => assumeForService(context, request),
    unsigned: new Set(['AssumeRoleWithWebIdentity']),
    access: accessRules<StsHandlers>('sts', {
      // API reference: these need no permission, and nobody can be denied them.
      getCallerIdentity: () => [],
      getSessionToken: () => [],
      assumeRole: (input) => assumeRoleDemands(context, input),
    }),
    handlers: {
      async getCallerIdentity(_input, { principal }) {
        return { UserId: principal.userId, Account: principal.accountId, Arn: principal.arn };
      },
      assumeRole: (input, call) => assumeRole(context, input, call),
      getSessionToken: (input, call) => getSessionToken(context, input, call),
      assumeRoleWithWebIdentity: (input, call) => assumeRoleWithWebIdentity(context, providerKeys, input, call),
      async getAccessKeyInfo({ AccessKeyId }) {
        if (!/^\w{16,128}$/.test(AccessKeyId)) throw validationError('Invalid access key id.');
        const owner = await context.identities.findKey(AccessKeyId);
        return { Account: owner?.caller.accountId ?? context.accountId };
      },
    },
  };
}
