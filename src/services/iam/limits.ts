/** IAM and STS quotas (IAM user guide, "IAM and AWS STS quotas"), as AWS first gives them. */
export const IAM_LIMITS = {
  /** Characters without white space, of all inline policies together. */
  inlinePolicyCharacters: { user: 2_048, group: 5_120, role: 10_240 },
  managedPolicyCharacters: 6_144,
  trustPolicyCharacters: 2_048,
  attachedPolicies: 10,
  groupsPerUser: 10,
  accessKeysPerUser: 2,
  policyVersions: 5,
  tags: 50,
  defaultPageSize: 100,
  maxPageSize: 1_000,
  /** Seconds (API reference, `CreateRole`, `MaxSessionDuration`). */
  sessionSeconds: { least: 3_600, most: 43_200 },
  /** API reference, `passwordType`. */
  passwordCharacters: 128,
  /** API reference, `UpdateAccountPasswordPolicy`: length, days, passwords. */
  passwordPolicy: {
    minimumPasswordLength: { least: 6, standard: 6, most: 128 },
    maxPasswordAge: { least: 1, most: 1_095 },
    passwordReusePrevention: { least: 1, most: 24 },
  },
  /** Names, also of nobody, whose wrong passwords are counted. Ours. */
  guessedNames: 10_000,
  /** Of an OIDC provider (API reference, `CreateOpenIDConnectProvider`). */
  clientIds: 100,
  thumbprints: 5,
  /** A policy's text as it may arrive (API reference, `policyDocumentType`). */
  documentCharacters: 131_072,
} as const;
