/** In the order in which they were given. */
export type Tags = Readonly<Record<string, string>>;

/** What users, groups and roles have in common: policies can be attached to them. */
export interface EntityDocument {
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  readonly id: string;
  readonly createdAtMs: number;
  /** Documents as JSON texts, by the policies' names. */
  readonly inlinePolicies: Readonly<Record<string, string>>;
  /** ARNs of managed policies, in the order in which they were attached. */
  readonly attachedPolicies: readonly string[];
}

/** A user or a role: who may have a boundary and tags. */
interface PrincipalDocument extends EntityDocument {
  /** ARN of a managed policy. */
  readonly boundary?: string;
  readonly tags: Tags;
}

export interface UserDocument extends PrincipalDocument {
  /** Ids of the documents of groups. */
  readonly groups: readonly string[];
  /** In the order in which they were made. */
  readonly accessKeyIds: readonly string[];
  /** When he last signed in to the console. */
  readonly passwordLastUsedAtMs?: number;
}

export type GroupDocument = EntityDocument;

export interface RoleDocument extends PrincipalDocument {
  readonly description?: string;
  /** JSON text. */
  readonly trustPolicy: string;
  readonly maxSessionSeconds: number;
}

export interface PolicyVersion {
  readonly versionId: string;
  /** JSON text. */
  readonly document: string;
  readonly createdAtMs: number;
}

/** A managed policy of the account's own. */
export interface PolicyDocument {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly description?: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly defaultVersionId: string;
  /** Number of the version that comes next; no number comes twice. */
  readonly nextVersion: number;
  /** Oldest first. */
  readonly versions: readonly PolicyVersion[];
  readonly tags: Tags;
}

export interface AccessKeyDocument {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly userName: string;
  readonly status: 'Active' | 'Inactive';
  readonly createdAtMs: number;
}

export interface OidcProviderDocument {
  /** Without its scheme, as in the provider's ARN. */
  readonly url: string;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[];
  readonly createdAtMs: number;
  readonly tags: Tags;
}

/** A password, by which a user signs in to the console. */
export interface LoginProfileDocument {
  /** Another one for each profile, so that sessions of one that was deleted are none of its successor. */
  readonly id: string;
  readonly userName: string;
  /** `scrypt$COST$BLOCK$PARALLEL$SALT$HASH`. */
  readonly hash: string;
  /** Of the passwords before, the youngest first. */
  readonly previousHashes: readonly string[];
  readonly passwordResetRequired: boolean;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
}

/** What an account asks of its users' passwords. */
export interface PasswordPolicyDocument {
  readonly minimumLength: number;
  readonly requireSymbols: boolean;
  readonly requireNumbers: boolean;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly usersMayChange: boolean;
  /** Days. */
  readonly maxAge?: number;
  /** How many of his last passwords a user may not take again. */
  readonly reusePrevention?: number;
  /** Absent where nobody said. */
  readonly hardExpiry?: boolean;
}
