/**
 * Certificates by ACME (RFC 8555): ordered with http-01 challenges, kept in the data directory, renewed in time. Runs in
 * one process; whoever answers challenges and shows certificates is told through the functions it is given.
 */
export { type Keeper, type KeeperOptions, keepCertificates } from './keeper.ts';
export { openAcmeStorage } from './storage.ts';
