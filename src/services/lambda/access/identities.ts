import type { CallerKey, CallerPolicies } from '../../../model/index.ts';
import type { Caller } from '../../../policy/index.ts';

/** A role as far as it matters to whoever is called by it. */
export interface RoleRights {
  readonly arn: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly roleId: string;
  /** JSON text. */
  readonly trustPolicy: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The same object as long as nothing of it has changed. */
  readonly policies: CallerPolicies;
}

/** What IAM is asked about whoever an integration calls as. */
export interface IdentitySource {
  /** Undefined for a key that nobody has. */
  findCaller(key: CallerKey): Promise<{ readonly principal: Caller; readonly policies: CallerPolicies } | undefined>;
  /** Undefined for a role that IAM does not know. */
  findRole(roleArn: string): Promise<RoleRights | undefined>;
}
