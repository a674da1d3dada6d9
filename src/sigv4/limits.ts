/** The figures of signature verification, each with its source. */
export const SIGNATURE_LIMITS = {
  /** How far a header-signed request's clock may be off, either way (features A9.1). */
  clockSkewMs: 5 * 60_000,
  /** The longest life of a presigned URL (S3 API reference, query parameter `X-Amz-Expires`: seven days). */
  presignedSeconds: 7 * 24 * 60 * 60,
  /** Signing keys kept. One a caller, day, region and service: a choice of ours, about 200 KB. */
  signingKeys: 1_000,
} as const;
