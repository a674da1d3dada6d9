/** The figures of the service (API reference of each operation; developer guide, "Quotas"), each with its source where it is another. */
export const LIMITS = {
  poolNameLength: 128,
  clientNameLength: 128,
  clientSecretLength: { min: 24, max: 64 },
  groupNameLength: 128,
  usernameLength: 128,
  attributeLength: 2048,
  passwordLength: 256,
  passwordMinimum: { min: 6, max: 99 },
  temporaryPasswordDays: { min: 0, max: 365 },
  unusedAccountDays: { min: 0, max: 365 },
  /** Custom attributes of a pool, and the length of their names. */
  customAttributes: 50,
  customAttributeNameLength: 20,
  customAttributesAtOnce: { min: 1, max: 25 },
  scopesOfResourceServer: 100,
  callbackUrls: 100,
  urlLength: 1024,
  oauthScopes: 50,
  explicitAuthFlows: 9,
  /** Minutes. */
  authSession: { min: 3, max: 15, default: 3 },
  /** Seconds. */
  accessTokenSeconds: { min: 300, max: 86_400, default: 3_600 },
  refreshTokenSeconds: { min: 3_600, max: 315_360_000, default: 2_592_000 },
  rotationGraceSeconds: { min: 0, max: 60 },
  /** Of a listing, by what is listed. */
  pageSize: 60,
  resourceServerPage: 50,
  tags: 50,
  domainLength: 63,
  filterLength: 256,
} as const;

/** Codes that prove an address (developer guide, "Quotas": a code to confirm holds a day, one to reset a password an hour). */
export const CODES = {
  confirmMs: 86_400_000,
  resetMs: 3_600_000,
  /** Wrong guesses at one code before it is worth nothing. Ours: of a million codes, so many may be tried. */
  guesses: 5,
  /** Codes for one user and purpose in an hour (guide, "Quotas": five to twenty by the number of users). */
  perHour: 5,
} as const;

/** Names without a user whose attempts are counted, so that a lockout does not tell who exists. Ours. */
export const UNKNOWN_NAMES = 10_000;

/** Signing keys. Ours: a key signs for ninety days, and is published until everything that it signed has expired. */
export const KEYS = { signsForMs: 7_776_000_000, publishedAfterMs: 90_000_000 } as const;
