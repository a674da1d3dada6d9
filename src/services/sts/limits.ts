/** STS quotas (STS API reference, `AssumeRole`, `GetSessionToken`, `AssumeRoleWithWebIdentity`; IAM user guide, "IAM and AWS STS quotas"). */
export const STS_LIMITS = {
  /** Seconds. */
  roleSession: { least: 900, standard: 3_600 },
  /** Of a role that a role's session assumes. */
  chainedSessionSeconds: 3_600,
  userSession: { least: 900, standard: 43_200, most: 129_600 },
  /** The root user's sessions. */
  rootSessionSeconds: 3_600,
  /** Of who signed in at the console (IAM user guide, "Sign in to AWS as an IAM user"). */
  consoleSessionSeconds: 43_200,
  /** Of services that act as their caller. Ours: the least that a role's session can have. */
  forwardedSeconds: 900,
  policyCharacters: 2_048,
  policyArns: 10,
  tags: 50,
  /** A session's policy and tags together, which AWS packs; ours travel in its token. */
  packedBytes: 4_096,
  /** Sessions whose policies are kept in memory. Ours. */
  knownSessions: 1_000,
  /** How far an identity provider's clock may be ahead. Ours. */
  clockToleranceSeconds: 60,
  /** An identity provider's documents, and how long it may take. As for user pools (fact table A17, "HTTP API"). */
  providerBytes: 150_000,
  providerMs: 1_500,
  /** How long keys of a provider are taken without asking again, and how soon it is asked again for an unknown key. Ours. */
  keysFreshMs: 3_600_000,
  keysAgainMs: 10_000,
} as const;
