/** How much work a hash is (RFC 7914 section 2). */
export interface ScryptTerms {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** The parameters of OWASP’s "Password Storage Cheat Sheet" for 16 MiB. */
export const PASSWORD_TERMS: ScryptTerms = { cost: 16_384, blockSize: 8, parallelization: 5 };
export const HASH = { keyBytes: 32, saltBytes: 16 } as const;
/** Hashes that are computed at a time, and that may wait. */
export const HASHING = { atOnce: 2, waiting: 200 } as const;
