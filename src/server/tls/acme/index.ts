/**
 * Certificates by ACME (RFC 8555): ordered with http-01 challenges, kept in the data directory, renewed in time. Runs in
 * one process; whoever answers challenges and shows certificates is told through the functions it is given.
 */

export { type Keeper, type KeeperOptions, keepCertificates } from './keeper.ts';
export { MAX_SLEEP_MS, MIN_RENEWAL_MS } from './limits.ts';
export { createOrderer, type OrderTerms } from './orderer.ts';
export { AcmeError } from './problem.ts';
export { renewAtMs, retryDelayMs } from './renewal.ts';
export { openAcmeStorage } from './storage.ts';
