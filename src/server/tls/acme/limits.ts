/** Every time and bound of certificates by ACME, once, with its source. */

/** How long one request to a certificate authority may take. Ours. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** A nonce that is refused is replaced so often; Pebble refuses one in twenty on purpose (RFC 8555 section 6.5). */
export const MAX_NONCE_RETRIES = 8;

/** Between two looks at something that the server works on, when it does not say Retry-After. Ours. */
export const POLL_MS = 2_000;

/** How long a server may work on an authorization or an order. Ours. */
export const MAX_POLLING_MS = 300_000;

/** Renewed when this part of its life is left: what Let's Encrypt advises (30 days of 90). */
export const RENEW_AT_REST_OF_LIFE = 1 / 3;

/** Spread over this part of its life before that, so that not everybody asks at the same time. Ours. */
export const RENEWAL_JITTER_OF_LIFE = 1 / 30;

/** After a failure: Let's Encrypt bears five failed validations an hour, and this makes three in the first hour. */
export const RETRY_MS = { first: 300_000, most: 43_200_000 } as const;

/** From one certificate to the next for the same name: Let's Encrypt gives five a week. */
export const MIN_RENEWAL_MS = 43_200_000;

/** The longest sleep, so that a clock that jumps or a machine that slept is noticed. Ours. */
export const MAX_SLEEP_MS = 3_600_000;
