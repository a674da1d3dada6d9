import type { ContextKeys, Principal } from './request.ts';

/** A caller whose signature is good, in the terms of STS and of policies. */
export interface Caller {
  /** `arn:aws:iam::ACCOUNT:root`, `...:user/PATH/NAME`, or a session's `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
  readonly arn: string;
  readonly accountId: string;
  /** `AIDA...` of a user, `AROA...:SESSION` of a role's session, the account's number of the root user. */
  readonly userId: string;
  /** Of a user; the root user and sessions of roles have none. */
  readonly userName?: string;
  /** Of a session: the role that it assumed, `arn:aws:iam::ACCOUNT:role/PATH/NAME`. */
  readonly roleArn?: string;
  /** Of the user or role, those of the session in place of namesakes. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Of temporary credentials. */
  readonly session?: Session;
}

export interface Session {
  /** Milliseconds since the epoch, both. */
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  /** Of a user who signed in at the console by his password. */
  readonly isOfConsole?: true;
  readonly sourceIdentity?: string;
  /** Keys of tags that sessions of roles which this one assumes have, too. */
  readonly transitiveTagKeys?: readonly string[];
  /** Of a session that an identity provider's token opened: its host and path, and what the token says. */
  readonly federation?: { readonly provider: string; readonly subject: string; readonly audience: string };
}

export function isRoot({ arn, accountId }: Caller): boolean {
  return arn === `arn:aws:iam::${accountId}:root`;
}

export function principalOf({ arn, accountId, roleArn }: Caller): Principal {
  return { kind: 'authenticated', arn, accountId, ...(roleArn !== undefined && { roleArn }) };
}

/**
 * The condition keys about the caller himself (IAM user guide, "AWS global condition context keys", properties of the
 * principal), by name in lower case.
 */
export function callerKeys(caller: Caller): Readonly<Record<string, string>> {
  const { arn, accountId, userId, userName, roleArn, tags = {}, session } = caller;
  const ofTags = Object.entries(tags).map(([key, value]) => [`aws:principaltag/${key.toLowerCase()}`, value] as const);
  const federation = session?.federation;
  return {
    'aws:principalaccount': accountId,
    'aws:principalarn': roleArn ?? arn,
    'aws:principaltype': typeOf(caller),
    'aws:principalisawsservice': 'false',
    'aws:userid': userId,
    ...(userName !== undefined && { 'aws:username': userName }),
    ...(session && { 'aws:tokenissuetime': new Date(session.issuedAtMs).toISOString().replace(/\.\d+/, '') }),
    ...(session?.sourceIdentity !== undefined && { 'aws:sourceidentity': session.sourceIdentity }),
    // Only temporary credentials say whether a device was asked; none can be registered here.
    ...(session && { 'aws:multifactorauthpresent': 'false' }),
    ...(federation && {
      'aws:federatedprovider': federation.provider,
      [`${federation.provider}:sub`.toLowerCase()]: federation.subject,
      [`${federation.provider}:aud`.toLowerCase()]: federation.audience,
    }),
    ...Object.fromEntries(ofTags),
  };
}

/** IAM user guide, `aws:PrincipalType`. */
function typeOf({ roleArn, userName }: Caller): string {
  if (roleArn !== undefined) return 'AssumedRole';
  return userName === undefined ? 'Account' : 'User';
}

/** Several sources of condition keys, the first that has a value. */
export function keysFrom(
  ...sources: readonly Readonly<Record<string, string | readonly string[] | undefined>>[]
): ContextKeys {
  return (key) => {
    for (const source of sources) {
      const value = Object.hasOwn(source, key) ? source[key] : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  };
}
