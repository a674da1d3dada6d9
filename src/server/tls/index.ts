/**
 * Where certificates come from: files, ACME, or the development authority. One process runs this and hands what it gets
 * to whoever listens. The parts that issue and order certificates are loaded when they are wished for.
 */

export type { ChallengeBoard, Challenges } from './acme/challenges.ts';
export { type CertificateOptions, type CertificateWishes, startCertificates } from './certificates.ts';
export { DEV_NAMES } from './dev/names.ts';
