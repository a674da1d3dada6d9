/** Ours, all of them. */
export const SIGN_IN_LIMITS = {
  bodyBytes: 8_192,
  /** Of a name, a password or an account. */
  characters: 256,
  /** Attempts from one address, or from one network of IPv6 (64 bits); those at one name are counted by IAM. */
  attempts: { perSecond: 1, burst: 20 },
} as const;
