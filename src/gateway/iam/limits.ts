/** Limits of signed requests in a worker. Ours. */
export const IAM_LIMITS = {
  /** After this long a signer is asked for again. */
  signerKnownMs: 10_000,
  knownSigners: 1_000,
  /** A caller's temporary credentials are renewed so long before they expire. */
  renewBeforeMs: 60_000,
} as const;
