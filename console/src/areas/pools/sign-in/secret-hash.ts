import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** `SECRET_HASH`, which proves to know a client's secret (developer guide, "Computing secret hash values"). */
export function secretHash(secret: string, username: string, clientId: string): string {
  const hash = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(username + clientId));
  return btoa(String.fromCharCode(...hash));
}
