/**
 * Passwords as they may be kept: hashed by scrypt, which takes memory, so few are computed at a time; and how long whoever guesses
 * must wait. A flood of sign-ins costs two threads, whatever its size.
 */
export { FailureTable } from './failure-table.ts';
export { createPasswordHasher, type PasswordHasher } from './hasher.ts';
export { type Failures, lockedUntilMs, oneMore } from './lockout.ts';
export { HASH, PASSWORD_TERMS, type ScryptTerms } from './terms.ts';
