/**
 * Passwords: what a pool's policy asks of them, and what is kept of them. A copied store must not give them away, so they are
 * hashed by scrypt, and the SRP verifier, which can be guessed at more cheaply, is sealed with the hash (decision record).
 */
export { createPasswords, type Passwords } from './credentials.ts';
export { checkPassword } from './policy.ts';
