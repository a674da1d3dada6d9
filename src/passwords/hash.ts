import { type BinaryLike, scrypt, timingSafeEqual } from 'node:crypto';
import { HASH, type ScryptTerms } from './terms.ts';

/** Hashes a password by scrypt, on a thread of the pool. The parameters stand in the text, so that they can be raised. */
export async function hashPassword(password: string, salt: Buffer, terms: ScryptTerms): Promise<string> {
  return hashText(salt, await derive(password, salt, terms), terms);
}

/** How a hash is written. */
export function hashText(salt: Buffer, hash: Buffer, { cost, blockSize, parallelization }: ScryptTerms): string {
  return ['scrypt', cost, blockSize, parallelization, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Whether the password is the one that was hashed. */
export async function isPassword(password: string, hashed: string): Promise<boolean> {
  const [, cost, blockSize, parallelization, salt = '', hash = ''] = hashed.split('$');
  const terms = { cost: Number(cost), blockSize: Number(blockSize), parallelization: Number(parallelization) };
  const [expected, actual] = [Buffer.from(hash, 'base64'), await derive(password, Buffer.from(salt, 'base64'), terms)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(
  password: string,
  salt: BinaryLike,
  { cost, blockSize, parallelization }: ScryptTerms,
): Promise<Buffer> {
  // Node's own bound; scrypt needs 128 * N * r bytes and a little.
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH.keyBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
