/** Java's `String.hashCode`: s[0]*31^(n-1) + ... + s[n-1] in 32 bits. */
export function hashOf(value: string): number {
  let hash = 0;
  for (let at = 0; at < value.length; at += 1) hash = (Math.imul(hash, 31) + value.charCodeAt(at)) | 0;
  return hash;
}
