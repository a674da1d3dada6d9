/**
 * Where certificates come from: files, ACME, or the development authority. One process runs this and hands what it gets
 * to whoever listens. The parts that issue and order certificates are loaded when they are wished for.
 */

export { type ChallengeBoard, type Challenges, createChallengeBoard } from './acme/challenges.ts';
export { acmeNameProblem, directoryUrlProblem } from './acme/names.ts';
export { type CertificateOptions, type CertificateWishes, startCertificates } from './certificates.ts';
export { DEV_NAMES } from './dev/names.ts';
export { createPlainPort, type PlainPortOptions } from './plain-port.ts';
