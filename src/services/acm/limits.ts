/** The figures of the service (API reference; user guide, "Quotas"). */
export const LIMITS = {
  /** PEM, each. */
  certificateBytes: 32_768,
  privateKeyBytes: 5_120,
  chainBytes: 2_097_152,
  tags: 50,
  tagKeyLength: 128,
  tagValueLength: 256,
  pageSize: 1_000,
  /** Names of a certificate that is requested (user guide, "Quotas": ten, unless more were granted). */
  requestedNames: 10,
  domainNameLength: 253,
} as const;

/** User guide, "Domain validation": a request that is not validated within 72 hours has timed out. */
export const VALIDATION_MS = 259_200_000;
