/** Gives so many random bytes, fit for secrets. */
export type RandomBytes = (size: number) => Uint8Array;

/** What the first letters of an id say about its owner (IAM user guide, "IAM identifiers", unique identifiers). */
export type IdPrefix = 'AGPA' | 'AIDA' | 'AKIA' | 'ANPA' | 'AROA' | 'ASIA';

/** An id as IAM gives them: the prefix and base32, 20 characters in all for access keys and 21 for everything else. */
export function uniqueId(prefix: IdPrefix, randomBytes: RandomBytes): string {
  return prefix + base32(randomBytes(prefix === 'AKIA' || prefix === 'ASIA' ? 10 : 11));
}

/** The secret half of an access key: 40 characters of base64. */
export function newSecretAccessKey(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(30)).toString('base64');
}

/** RFC 4648, section 6, of as many whole characters as the bytes give. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(group, 2))).join('');
}
