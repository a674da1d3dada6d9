import type { RandomBytes } from '../../aws/index.ts';
import type { CallerPolicies, PolicyText } from '../../model/index.ts';
import type { Caller } from '../../policy/index.ts';
import type { Sealer } from '../../sealing/index.ts';

/** A role as IAM knows it. */
export interface AssumableRole {
  readonly arn: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly roleId: string;
  /** JSON text. */
  readonly trustPolicy: string;
  readonly maxSessionSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
  /** The same object as long as nothing of it has changed. */
  readonly policies: CallerPolicies;
}

/** A user as IAM knows him. */
export interface KnownUser {
  readonly caller: Caller;
  readonly policies: CallerPolicies;
  /** Of who has a password. */
  readonly loginProfileId?: string;
}

/** What STS asks IAM. */
export interface Identities {
  findRole(roleArn: string): Promise<AssumableRole | undefined>;
  findUser(accountId: string, userName: string): Promise<KnownUser | undefined>;
  /** The text of a managed policy, of AWS or of the account. */
  findPolicy(accountId: string, arn: string): Promise<PolicyText | undefined>;
  /** @param url without its scheme */
  findOidcProvider(accountId: string, url: string): Promise<{ readonly clientIds: readonly string[] } | undefined>;
  /** Undefined for a key that nobody has, or that is inactive. */
  findKey(accessKeyId: string): Promise<{ readonly caller: Caller } | undefined>;
}

/** What the service's rooms work with. */
export interface StsContext {
  readonly identities: Identities;
  /** Seals session tokens; whoever has its key can make them. */
  readonly sealer: Sealer;
  readonly randomBytes: RandomBytes;
  /** The first account: whose a key is that nobody has. */
  readonly accountId: string;
  /** Fetches what an identity provider publishes at a URL, as parsed JSON, bounded in size and time. */
  fetchJson(url: string): Promise<unknown>;
}
