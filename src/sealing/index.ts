/**
 * Sealing: authenticated encryption of what must not lie open on a disk or in a client's hands (AES-256-GCM, NIST SP
 * 800-38D). What was sealed for one purpose opens for no other. The keys come in as parameters: where they lie is the
 * affair of whoever starts the server.
 */
export { createSealer, isSealed, KEY_BYTES, keyId, SealError, type Sealer, type SealerOptions } from './sealer.ts';
