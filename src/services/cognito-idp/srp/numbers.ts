import { createDiffieHellman, createHash, createHmac, type DiffieHellman, getDiffieHellman } from 'node:crypto';

/** The 3072-bit group of RFC 3526 section 4 with generator 2: what Cognito's clients use. */
const PRIME = getDiffieHellman('modp15').getPrime();
const GENERATOR = 2n;
export const N = toNumber(PRIME);

/** `base` to the power of `exponent` modulo N, computed by OpenSSL: about a millisecond. */
export function power(base: bigint, exponent: bigint): bigint {
  // OpenSSL takes none of these, which tell the exponent's secret to anybody.
  if (base <= 1n || base >= N - 1n) throw new RangeError('The base of a power is too plain.');
  const group: DiffieHellman = createDiffieHellman(PRIME, Number(GENERATOR));
  group.setPrivateKey(toBytes(exponent));
  return toNumber(group.computeSecret(toBytes(base)));
}

export function generatorPower(exponent: bigint): bigint {
  return power(GENERATOR, exponent);
}

/**
 * A number as Cognito's clients hash and send it: whole bytes in hexadecimal, with a zero byte before what would look
 * negative.
 */
export function toHex(number: bigint): string {
  const digits = number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return /^[89a-f]/.test(even) ? `00${even}` : even;
}

/** @returns undefined for what is no hexadecimal number, or one that is far too long */
export function fromHex(text: string): bigint | undefined {
  return /^[0-9a-fA-F]{1,1024}$/.test(text) ? BigInt(`0x${text}`) : undefined;
}

export function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The hash of numbers one after another. */
export function hashOf(...numbers: readonly bigint[]): bigint {
  return toNumber(sha256(...numbers.map((number) => Buffer.from(toHex(number), 'hex'))));
}

/** RFC 5054 section 2.5.3: `k`. */
export const K = hashOf(N, GENERATOR);

/** HKDF (RFC 5869) for 16 bytes with SHA-256, which needs one block. */
export function sessionKey(secret: bigint, u: bigint): Buffer {
  const extracted = createHmac('sha256', Buffer.from(toHex(u), 'hex'))
    .update(Buffer.from(toHex(secret), 'hex'))
    .digest();
  return createHmac('sha256', extracted).update('Caldera Derived Key\x01').digest().subarray(0, 16);
}

export function toNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function toBytes(number: bigint): Buffer {
  const digits = number.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}
