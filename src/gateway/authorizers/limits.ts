/** Limits of authorizers, each with its source. */
export const AUTHORIZER_LIMITS = {
  /** `authorizerResultTtlInSeconds` where it is not set (fact D90). */
  defaultTtlSeconds: 300,
  /** How long a function may take: as an integration (guide page limits, "Integration timeout"). */
  functionTimeoutMs: 29_000,
  /** What a function may answer. Ours; AWS states 8 KB for WebSocket APIs alone (features A17). */
  outputBytes: 65_536,
  /** A `Resource` in an answered policy (fact D94). */
  resourceLength: 512,
  /** A user pool's token. Ours; header fields are bounded as a whole by the gateway's limits. */
  tokenLength: 8_192,
  /** How long a token that was verified is not verified again. Ours. */
  verifiedTokenMs: 300_000,
  /** Keys in a JWK Set. Ours: Cognito has two. */
  keysOfIssuer: 100,
  /** When the keys of a pool are fetched again, how often they are fetched at most, and how long old ones may be used. Ours. */
  keysFreshMs: 3_600_000,
  keysAgainMs: 10_000,
  keysUsableMs: 86_400_000,
  /** Decisions that one authorizer of a stage keeps in a worker, and the bytes of the answers that they were read from. Ours. */
  keptDecisions: 10_000,
  keptBytes: 16_777_216,
} as const;
